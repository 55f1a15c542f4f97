"""Ways for lines that would go under the label of another: past it, or round it."""

from __future__ import annotations

from heapq import heappop, heappush
from math import inf
from typing import TYPE_CHECKING

from sahel_tui.render.graph.boxes import DOTS_ACROSS, port, port_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.render.graph.boxes import Area, Box, Dot

    Way = tuple[Dot, ...]
    Bend = tuple[int, int, int]
    """How many cells a line to a bend has, its number, and these cells."""

_PORTS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where below a label a straight line may end that does not fit from the nearest place."""
_BESIDE = ((0, 0), (2, 0), (1, -1), (1, 1))
"""Cells between a label and a line that bends beside it, and rows below."""
_SHARED = 2.0
"""What a cell costs that other lines go through; each cell costs one."""
_BEND = 3.0
_SUPPOSED, _ARRIVED, _GOING = range(3)
"""In which order ways of one price are looked at."""


class _Search:
    """What is known of the ways between two labels, the best of all first (A*)."""

    def __init__(self, bends: Sequence[Dot], other: Box, crossed: int) -> None:
        self._bends, self._crossed = bends, crossed
        self._left = [_least(bend, other) for bend in bends]
        """The fewest cells from each bend to the other label."""
        self._found: list[tuple[float, int, float, Way, int]] = []
        self._best: tuple[float, Way] = (inf, ())
        """The cheapest way that arrives, of those that are known."""
        self._known = [inf] * len(bends)
        """What the cheapest way to each bend costs."""
        self._ways: dict[int, Way] = {}

    def pop(self) -> tuple[int, float, Way, int] | None:
        """The next: whether it is supposed, has arrived or is going on, price, way and bend."""
        return heappop(self._found)[1:] if self._found else None

    def suppose(self, start: Dot, bend: int) -> None:
        """A first line, which is looked at when it would be the cheapest."""
        there = self._bends[bend]
        cells = max(abs(start[0] - there[0]) // DOTS_ACROSS, abs(start[1] - there[1]))
        least = cells + _BEND + self._left[bend]
        heappush(self._found, (least, _SUPPOSED, 0, (start,), bend))

    def arrive(self, price: float, line: int, way: Way) -> None:
        """With a last line."""
        price += line.bit_count() + _SHARED * (line & self._crossed).bit_count() + _BEND
        if (price, way) < self._best:
            self._best = price, way
            heappush(self._found, (price, _ARRIVED, price, way, -1))

    def go_on(self, price: float, lines: Sequence[Bend], way: Way) -> None:
        """With each of some lines, the shortest first: what can't be the cheapest is left out."""
        best, known, left, crossed = self._best[0], self._known, self._left, self._crossed
        for cells, bend, line in lines:
            least = price + cells + _BEND
            if least >= best:
                return
            if least > known[bend] or least + left[bend] >= best:
                continue
            paid = least + _SHARED * (line & crossed).bit_count()
            if paid > known[bend] or paid + left[bend] >= best:
                continue
            further = (*way, self._bends[bend])
            if paid < known[bend] or further < self._ways[bend]:
                known[bend], self._ways[bend] = paid, further
                heappush(self._found, (paid + left[bend], _GOING, paid, further, bend))


class Detours:
    """The shortest ways between labels, with bends beside other labels."""

    def __init__(self, area: Area, boxes: Sequence[Box], taken: int) -> None:
        """`taken` are the cells of all labels."""
        self._area, self._taken = area, taken
        self._bends = [bend for bend in _bends(area, boxes) if self._cells(bend, bend)]
        self._clear: dict[int, list[Bend]] = {}

    def way(self, one: Box, other: Box, crossed: int) -> Way | None:
        """A way that goes under no other label, if there is one.

        It keeps off the cells that other lines have `crossed`, if it can.
        """
        open_ = self._taken & ~self._area.box(one) & ~self._area.box(other)
        search = _Search(self._bends, other, crossed)
        for straight, line in self._straight(one, other, open_):
            search.arrive(0, line, straight)
        for bend, (x, _) in enumerate(self._bends):
            search.suppose((port(one, x), one.y), bend)
        seen: set[int] = set()
        while found := search.pop():
            state, price, way, bend = found
            if state == _ARRIVED:
                return way
            if bend in seen:
                continue
            at = self._bends[bend]
            if state == _SUPPOSED:
                if line := self._cells(way[0], at, open_):
                    search.go_on(0, [(line.bit_count(), bend, line)], way)
                continue
            seen.add(bend)
            end = (port(other, at[0]), other.y)
            if line := self._cells(at, end, open_):
                search.arrive(price, line, (*way, end))
            search.go_on(price, self._from(bend), way)
        return None

    def _straight(self, one: Box, other: Box, open_: int) -> Iterator[tuple[Way, int]]:
        """From other places below the labels."""
        for start in _PORTS:
            for end in _PORTS:
                way = ((port_at(one, start), one.y), (port_at(other, end), other.y))
                if line := self._cells(*way, open_):
                    yield way, line

    def _from(self, bend: int) -> list[Bend]:
        """The bends that nothing stands between, the nearest first."""
        if bend not in self._clear:
            lines = [self._cells(self._bends[bend], other) for other in self._bends]
            self._clear[bend] = sorted(
                (line.bit_count(), other, line)
                for other, line in enumerate(lines)
                if line and other != bend
            )
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
