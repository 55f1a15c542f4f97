"""Where labels stand on a map, and which cells the lines between them go through.

A set of cells is an integer with a bit for each, row by row: what lies under what is then found
with a few operations on whole numbers, and a search can try many places.
"""

from __future__ import annotations

from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

DOTS_ACROSS, DOTS_DOWN = 2, 4
"""Dots of one cell, as braille has them."""
MARGIN = 1
"""Cells on either side of a label where its marks go, and no line."""


class Box(NamedTuple):
    """The cells of a label on one row, its margins included."""

    x: int
    y: int
    width: int


Dot = tuple[int, int]
"""A dot's column, and its row of cells: a line begins, bends and ends in the midst of a row."""


def port(box: Box, at: int) -> int:
    """The dot below a label, not its margins, that is nearest to a column of dots."""
    first = (box.x + MARGIN) * DOTS_ACROSS
    last = (box.x + box.width - MARGIN) * DOTS_ACROSS - 1
    return first if at < first else min(at, last)


def port_at(box: Box, part: float) -> int:
    """The dot below a label at a part of its length, from 0 to 1."""
    first = (box.x + MARGIN) * DOTS_ACROSS
    return first + round(part * ((box.width - 2 * MARGIN) * DOTS_ACROSS - 1))


def route(one: Box, other: Box) -> tuple[Dot, Dot]:
    """The straight way from under a label to under another, where they are nearest."""
    start = port(one, other.x * DOTS_ACROSS + other.width)
    return (start, one.y), (port(other, one.x * DOTS_ACROSS + one.width), other.y)


class Area:
    """So many cells by so many rows, and the sets of cells in it."""

    def __init__(self, cells: int, rows: int) -> None:
        self.cells, self.rows = cells, rows
        self._rasters: dict[tuple[int, int, int], tuple[int, int]] = {}

    def box(self, box: Box) -> int:
        """The cells of a label."""
        return ((1 << box.width) - 1) << (box.y * self.cells + box.x)

    def line(self, way: Sequence[Dot]) -> int:
        """The cells that a line goes through, those below its own two labels too."""
        cells = 0
        for (x1, y1), (x2, y2) in pairwise(way):
            if y1 > y2:
                x1, y1, x2, y2 = x2, y2, x1, y1
            shape = (x2 - x1, y2 - y1, x1 & 1)
            found = self._rasters.get(shape)
            if found is None:
                found = self._rasters[shape] = self._raster(*shape)
            cells |= found[0] << (y1 * self.cells + (x1 >> 1) - found[1])
        return cells

    def _raster(self, across: int, rows: int, first: int) -> tuple[int, int]:
        """The cells of a line so many dots across and rows down, and how far it goes left."""
        slope = across / (DOTS_DOWN * rows) if rows else 0
        between = [first + slope * (DOTS_DOWN * row - 2.5) for row in range(1, rows + 1)]
        columns = [floor(x + 0.5) >> 1 for x in (first, *between, first + across)]
        left = -min(columns[0], columns[-1])
        cells, at = 0, left
        for low, high in pairwise(columns):
            if across < 0:
                low, high = high, low
            cells |= ((2 << (high - low)) - 1) << (at + low)
            at += self.cells
        return cells, left

    def nearest(self, x: float, y: float, width: int, taken: int) -> Box | None:
        """The free place for a label that is nearest to its middle being somewhere."""
        best: tuple[float, int, int] | None = None
        for row in sorted(range(self.rows), key=lambda row: (abs(row - y), row)):
            down = 2 * abs(row - y)
            if best and down >= best[0]:
                break
            free = self._starts(row, width, taken)
            for column in _around(free, max(0, round(x - width / 2))):
                found = (down + abs(column + width / 2 - x), row, column)
                best = min(best, found) if best else found
        return best and Box(best[2], best[1], width)

    def _starts(self, row: int, width: int, taken: int) -> int:
        """The columns of a row from which on so many cells are free."""
        if width > self.cells:
            return 0
        whole = (1 << self.cells) - 1
        free = ~(taken >> (row * self.cells)) & whole
        have = 1
        while have < width:
            more = min(have, width - have)
            free &= free >> more
            have += more
        return free


def _around(bits: int, at: int) -> Sequence[int]:
    """The nearest bits that are set at a place or before it, and after it."""
    before, after = bits & ((2 << at) - 1), bits >> at
    found = []
    if before:
        found.append(before.bit_length() - 1)
    if after:
        found.append(at + (after & -after).bit_length() - 1)
    return found
