"""Labels move about until their lines can be followed: a local search with a fixed seed.

What makes a map hard to read costs: a line below the label of another, one too short to be seen,
lines upon lines, and long ones. Labels never overlap.
"""

from __future__ import annotations

import random
from math import inf, log
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.graph.stress import Stopped, never
from sahel_tui.render.graph.boxes import Area, Box, route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.render.graph.boxes import Dot

_HIDDEN = 30.0
"""A line under a foreign label; each of its cells there adds one."""
_UNSEEN = 40.0
"""A line of which less than two cells are seen."""
_SHARED = 0.7
"""A cell that two lines go through."""
_LONG = 0.2
"""A cell of a line."""
_FAR = 0.06
"""A cell from where the layout has it."""
_CLOSE = 0.15
"""A cell of another label right above or below."""
_SEEN = 2
_HOT, _COLD = 8.0, 0.05
"""How much worse a place may be that is taken nevertheless, at first and at last."""
_ASIDE = 4
"""Rows by which a line bends at most; twice that in cells."""
_WORK = 1_500
"""Labels that are looked at, over all rounds."""
_TRIES = 7


class _Around(NamedTuple):
    """What a label that moves has around it."""

    lines: Sequence[int]
    """Those of others."""
    crossed: int
    """The cells of these."""
    taken: int
    """The cells of other labels."""


class Board:
    """Labels and lines in an area, and what their places cost."""

    def __init__(
        self,
        area: Area,
        boxes: Sequence[Box],
        neighbours: Sequence[Sequence[int]],
    ) -> None:
        self.area = area
        self.boxes = list(boxes)
        self._home = [(box.x, box.y) for box in boxes]
        self._neighbours = neighbours
        self._masks = [area.box(box) for box in boxes]
        self._taken = sum(self._masks)
        self._lines = {
            (one, other): self._line(one, other)
            for one, others in enumerate(neighbours)
            for other in others
            if one < other
        }

    def settle(self, stopped: Callable[[], bool] = never) -> None:
        """Let every label look for a better place, again and again. Raises Stopped."""
        chance = random.Random(0)
        order = list(range(len(self.boxes)))
        rounds = max(6, _WORK // max(1, len(order)))
        for number in range(rounds):
            if stopped():
                raise Stopped
            heat = 1 - number / rounds
            chance.shuffle(order)
            for node in order:
                self._move(node, heat, chance)

    def _line(self, one: int, other: int) -> int:
        cells = self.area.line(route(self.boxes[one], self.boxes[other]))
        return cells & ~(self._masks[one] | self._masks[other])

    def _move(self, node: int, heat: float, chance: random.Random) -> None:
        others = [line for ends, line in self._lines.items() if node not in ends]
        crossed = 0
        for line in others:
            crossed |= line
        box, taken = self.boxes[node], self._taken & ~self._masks[node]
        around = _Around(others, crossed, taken)
        best, cost, found = box, *self._cost(node, box, around, inf)
        patience = _COLD + (_HOT - _COLD) * heat * heat
        for _ in range(_TRIES):
            tried = self._tried(box, heat, chance)
            limit = cost - patience * log(1 - chance.random())
            if self.area.box(tried) & taken:
                continue
            price, lines = self._cost(node, tried, around, limit)
            if price < limit:
                best, cost, found = tried, price, lines
        if best != box:
            self._put(node, best, found)

    def _tried(self, box: Box, heat: float, chance: random.Random) -> Box:
        """A place nearby; the later, the nearer."""
        reach = 1 + heat * self.area.cells / 4
        x = round(box.x + chance.uniform(-reach, reach))
        y = round(box.y + chance.uniform(-reach, reach) / 2)
        return Box(
            min(max(0, x), self.area.cells - box.width),
            min(max(0, y), self.area.rows - 1),
            box.width,
        )

    def _put(self, node: int, box: Box, lines: Sequence[int]) -> None:
        self.boxes[node] = box
        self._taken ^= self._masks[node]
        self._masks[node] = self.area.box(box)
        self._taken |= self._masks[node]
        for other, line in zip(self._neighbours[node], lines, strict=True):
            self._lines[min(node, other), max(node, other)] = line

    def _cost(self, node: int, box: Box, around: _Around, limit: float) -> tuple[float, list[int]]:
        """What a place of a label costs, and its lines then; less is looked at beyond a limit."""
        mask, row = self.area.box(box), self.area.cells
        home = self._home[node]
        crossed, taken = around.crossed, around.taken
        cost = _FAR * (abs(box.x - home[0]) + 2 * abs(box.y - home[1]))
        cost += _CLOSE * ((mask << row | mask >> row) & taken).bit_count()
        if mask & crossed:
            for line in around.lines:
                if line & mask:
                    cost += _HIDDEN + (line & mask).bit_count()
        lines: list[int] = []
        for other in self._neighbours[node]:
            if cost >= limit:
                break
            line = self.area.line(route(box, self.boxes[other])) & ~(mask | self._masks[other])
            lines.append(line)
            seen = line.bit_count()
            cost += _LONG * seen + _SHARED * (line & crossed).bit_count()
            crossed |= line
            if seen < _SEEN:
                cost += _UNSEEN
            if under := line & taken:
                cost += _HIDDEN + under.bit_count()
        return cost, lines

    def hidden(self) -> int:
        """How many lines go under a label of another."""
        return sum(1 for line in self._lines.values() if line & self._taken)

    def routes(self) -> dict[tuple[int, int], tuple[Dot, ...]]:
        """The way of each line: straight, or once bent where that goes round a label."""
        found = {}
        for (one, other), line in self._lines.items():
            straight = route(self.boxes[one], self.boxes[other])
            found[one, other] = straight
            if line & self._taken:
                found[one, other] = self._bent(one, other) or straight
        return found

    def _bent(self, one: int, other: int) -> tuple[Dot, ...] | None:
        """The shortest way round, that shares the fewest cells with other lines."""
        boxes, own = (self.boxes[one], self.boxes[other]), self._masks[one] | self._masks[other]
        crossed = 0
        for ends, line in self._lines.items():
            crossed |= line if ends != (one, other) else 0
        best: tuple[float, tuple[Dot, ...]] | None = None
        for bend in self._bends(*boxes):
            way = route(*boxes, bend)
            line = self.area.line(way)
            seen = line & ~own
            if seen & self._taken:
                continue
            price = seen.bit_count() + _SHARED * (seen & crossed).bit_count()
            best = min(best, (price, way)) if best else (price, way)
        if best:
            self._lines[one, other] = self.area.line(best[1]) & ~own
        return best and best[1]

    def _bends(self, one: Box, other: Box) -> Iterator[Dot]:
        """Places beside the middle of a line, and beside its quarters."""
        (x1, y1), (x2, y2) = route(one, other)
        for part in (1, 2, 3):
            x, y = x1 + (x2 - x1) * part // 4, y1 + (y2 - y1) * part // 4
            for down in range(-_ASIDE, _ASIDE + 1):
                for across in range(-4 * _ASIDE, 4 * _ASIDE + 1, 4):
                    bend = (x + across, y + down)
                    if 0 <= bend[0] < 2 * self.area.cells and 0 <= bend[1] < self.area.rows:
                        yield bend
