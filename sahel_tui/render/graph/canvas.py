"""Rows of cells that are written to in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.cell_line import BLANK, CellLine, runs
from sahel_tui.render.cells import is_plain, width
from sahel_tui.render.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style

    from sahel_tui.render.cell_line import Cell


class Canvas:
    """So many rows of so many cells."""

    def __init__(self, cells: int, rows: int) -> None:
        self.rows: list[list[Cell]] = [[BLANK] * cells for _ in range(rows)]
        self._odd: set[int] = set()
        """Rows with a text that is not all of plain characters."""

    def put(self, x: int, y: int, character: str, style: Style) -> None:
        """Write a plain character over what is there."""
        self.rows[y][x] = (character, style)

    def take_away(self, x: int, y: int) -> None:
        """Leave a cell blank."""
        self.rows[y][x] = BLANK

    def restyle(self, places: Iterable[tuple[int, int]], style: Style) -> None:
        """Another style for what is there, in some columns and rows."""
        rows = self.rows
        for x, y in places:
            row = rows[y]
            row[x] = (row[x][0], style)

    def copy(self) -> Canvas:
        """The same, to be written to."""
        copied = Canvas(0, 0)
        copied.rows, copied._odd = [list(row) for row in self.rows], set(self._odd)
        return copied

    def put_whole(self, x: int, y: int, text: str, style: Style) -> None:
        """Write a text of any characters where there is nothing else."""
        if is_plain(text):
            self.rows[y][x : x + len(text)] = [(character, style) for character in text]
        else:
            self._odd.add(y)
            self.rows[y][x : x + width(text)] = [(text, style), *[("", style)] * (width(text) - 1)]

    def line(self, y: int) -> Line:
        """A row, which is not to be written to any more."""
        cells = self.rows[y]
        return Line().parted(runs(cells)) if y in self._odd else CellLine(cells)
