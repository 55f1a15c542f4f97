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

    def put(self, x: int, y: int, character: str, style: Style) -> None:
        """Write a character of one cell over what is there."""
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
        copied.rows = [list(row) for row in self.rows]
        return copied

    def put_whole(self, x: int, y: int, text: str, style: Style) -> None:
        """Write a text of any characters where there is nothing else."""
        if is_plain(text):
            self.rows[y][x : x + len(text)] = [(character, style) for character in text]
        else:
            self.rows[y][x : x + width(text)] = [(text, style), *[("", style)] * (width(text) - 1)]

    def line(self, y: int) -> Line:
        """A row, which is not to be written to any more."""
        cells = self.rows[y]
        text = "".join([text for text, _ in cells])
        # a text of several cells is none that is plain
        if len(text) == len(cells) and is_plain(text):
            return CellLine(cells)
        return Line().parted(runs(cells))
