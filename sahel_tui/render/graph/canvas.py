"""Rows of cells that are written to in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.styles import PLAIN

if TYPE_CHECKING:
    from rich.style import Style


class Canvas:
    """Cells with a character and a style each."""

    def __init__(self) -> None:
        self.rows: dict[int, dict[int, tuple[str, Style]]] = {}

    def put(self, x: int, y: int, text: str, style: Style) -> None:
        """Write a text of characters of one cell over what is there."""
        row = self.rows.setdefault(y, {})
        for at, character in enumerate(text):
            row[x + at] = (character, style)

    def take_away(self, x: int, y: int) -> None:
        """Leave a cell blank."""
        self.rows.get(y, {}).pop(x, None)

    def restyle(self, x: int, y: int, style: Style) -> None:
        """Another style for what is there."""
        row = self.rows[y]
        row[x] = (row[x][0], style)

    def copy(self) -> Canvas:
        """The same, to be written to."""
        copied = Canvas()
        copied.rows = {y: dict(row) for y, row in self.rows.items()}
        return copied

    def put_whole(self, x: int, y: int, text: str, style: Style) -> None:
        """Write a text of any characters where there is nothing else."""
        self.rows.setdefault(y, {})[x] = (text, style)

    def line(self, y: int, cells: int) -> Line:
        """A row, filled up with blanks."""
        line = Line()
        run, like, end = "", PLAIN, 0
        for x, (text, style) in sorted(self.rows.get(y, {}).items()):
            if x != end or style is not like:
                line.add(run, like).to(x)
                run, like = "", style
            run += text
            end = x + (1 if len(text) == 1 else width(text))
        return line.add(run, like).to(cells)
