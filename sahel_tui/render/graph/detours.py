"""Ways for lines that would go under the label of another: past it, or round it."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from sahel_tui.render.graph.boxes import DOTS_ACROSS, port, port_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.render.graph.boxes import Area, Box, Dot

    Way = tuple[Dot, ...]

_PORTS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where below a label a straight line may end that does not fit from the nearest place."""
_BESIDE = ((0, 0), (2, 0), (1, -1), (1, 1))
"""Cells between a label and a line that bends beside it, and rows below."""
_SHARED = 2.0
"""What a cell costs that other lines go through; each cell costs one."""
_BEND = 3.0


class Detours:
    """The shortest ways between labels, with bends beside other labels (A*)."""

    def __init__(self, area: Area, boxes: Sequence[Box], taken: int) -> None:
        """`taken` are the cells of all labels."""
        self._area, self._taken = area, taken
        self._bends = [bend for bend in _bends(area, boxes) if self._cells(bend, bend)]
        self._clear: dict[Dot, list[tuple[Dot, int]]] = {}

    def way(self, one: Box, other: Box, crossed: int) -> Way | None:
        """A way that goes under no other label, if there is one.

        It keeps off the cells that other lines have `crossed`, if it can.
        """
        open_ = self._taken & ~self._area.box(one) & ~self._area.box(other)
        found: list[tuple[float, bool, float, Way]] = []

        def add(price: float, line: int, way: Way, *, arrived: bool = False) -> None:
            if line:
                price += line.bit_count() + _SHARED * (line & crossed).bit_count() + _BEND
                left = 0 if arrived else _least(way[-1], other)
                heappush(found, (price + left, not arrived, price, way))

        for straight, line in self._straight(one, other, open_):
            add(0, line, straight, arrived=True)
        for bend in self._bends:
            start = (port(one, bend[0]), one.y)
            add(0, self._cells(start, bend, open_), (start, bend))
        seen: set[Dot] = set()
        while found:
            _, going, price, way = heappop(found)
            at = way[-1]
            if not going:
                return way
            if at in seen:
                continue
            seen.add(at)
            end = (port(other, at[0]), other.y)
            add(price, self._cells(at, end, open_), (*way, end), arrived=True)
            for bend, line in self._from(at):
                if bend not in seen:
                    add(price, line, (*way, bend))
        return None

    def _straight(self, one: Box, other: Box, open_: int) -> Iterator[tuple[Way, int]]:
        """From other places below the labels."""
        for start in _PORTS:
            for end in _PORTS:
                way = ((port_at(one, start), one.y), (port_at(other, end), other.y))
                if line := self._cells(*way, open_):
                    yield way, line

    def _from(self, bend: Dot) -> list[tuple[Dot, int]]:
        """The bends that nothing stands between."""
        if bend not in self._clear:
            lines = ((other, self._cells(bend, other)) for other in self._bends if other != bend)
            self._clear[bend] = [(other, line) for other, line in lines if line]
        return self._clear[bend]

    def _cells(self, one: Dot, other: Dot, taken: int | None = None) -> int:
        """The cells of a line; none where it goes through what is taken."""
        line = self._area.line((one, other))
        return 0 if line & (self._taken if taken is None else taken) else line


def _least(at: Dot, to: Box) -> int:
    """The fewest cells that a line from a dot to a label can have."""
    return max(abs(port(to, at[0]) - at[0]) // DOTS_ACROSS, abs(to.y - at[1]))


def _bends(area: Area, boxes: Sequence[Box]) -> list[Dot]:
    """Places beside all labels."""
    found = {
        (column, box.y + below)
        for box in boxes
        for beside, below in _BESIDE
        for column in (box.x - 1 - beside, box.x + box.width + beside)
    }
    return sorted(
        (x * DOTS_ACROSS, y) for x, y in found if 0 <= x < area.cells and 0 <= y < area.rows
    )
