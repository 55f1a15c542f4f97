"""Labels move about until their lines can be followed: a local search with a fixed seed.

What makes a map hard to read costs: a line below the label of another, one too short to be seen,
lines upon lines, and long ones. Labels never overlap.
"""

from __future__ import annotations

import random
from itertools import accumulate
from math import inf, log
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.graph.stress import Stopped, never
from sahel_tui.render.graph.boxes import Area, Box, route
from sahel_tui.render.graph.detours import Detours

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.render.graph.boxes import Dot

_HIDDEN = 30.0
"""A line under a foreign label; each of its cells there adds one."""
_UNSEEN = 40.0
"""A line of which less than two cells are seen."""
_WANTED = 0.7
"""Cells that are wanted of a line, of those from one label to the next if all stood evenly."""
_SHORT = 1.5
"""A cell that is missing to that."""
_SHARED = 0.7
"""A cell that two lines go through."""
_LONG = 0.2
"""A cell more than that."""
_FAR = 0.12
"""A cell from where the layout has it."""
_CLOSE = 0.15
"""A cell of another label right above or below."""
_SEEN = 2
_HOT, _COLD = 8.0, 0.05
"""How much worse a place may be that is taken nevertheless, at first and at last."""
_WORK, _TIGHT = 1_100, 80 * 24
"""Labels that look for a better place, over all rounds; fewer where there are more cells."""
_LEAST_ROUNDS, _MOST_ROUNDS = 6, 60
_TRIES = 7
"""Places that each tries then."""


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
        self._wanted = _WANTED * (area.cells * area.rows / max(1, len(boxes))) ** 0.5
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
        room = min(1.0, (_TIGHT / (self.area.cells * self.area.rows)) ** 0.5)
        rounds = int(_WORK * room) // max(1, len(order))
        rounds = max(_LEAST_ROUNDS, min(_MOST_ROUNDS, rounds))
        for number in range(rounds):
            if stopped():
                raise Stopped
            heat = 1 - number / rounds
            chance.shuffle(order)
            for node in order:
                self._move(node, _HOT * heat * heat, heat * self.area.cells / 4, chance)

    def _line(self, one: int, other: int) -> int:
        cells = self.area.line(route(self.boxes[one], self.boxes[other]))
        return cells & ~(self._masks[one] | self._masks[other])

    def _move(self, node: int, heat: float, reach: float, chance: random.Random) -> None:
        others = [line for ends, line in self._lines.items() if node not in ends]
        crossed = 0
        for line in others:
            crossed |= line
        box, taken = self.boxes[node], self._taken & ~self._masks[node]
        around = _Around(others, crossed, taken)
        best, cost, found = box, *self._cost(node, box, around, inf)
        patience = _COLD + heat
        for _ in range(_TRIES):
            tried = self._tried(box, 1 + reach, chance)
            limit = cost - patience * log(1 - chance.random())
            if self.area.box(tried) & taken:
                continue
            price, lines = self._cost(node, tried, around, limit)
            if price < limit:
                best, cost, found = tried, price, lines
        if best != box:
            self._put(node, best, found)

    def _tried(self, box: Box, reach: float, chance: random.Random) -> Box:
        """A place nearby."""
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
        crossed, taken, wanted = around.crossed, around.taken, self._wanted
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
            cost += _SHARED * (line & crossed).bit_count()
            crossed |= line
            if seen < wanted:
                cost += _SHORT * (wanted - seen) + (_UNSEEN if seen < _SEEN else 0)
            else:
                cost += _LONG * (seen - wanted)
            if under := line & taken:
                cost += _HIDDEN + under.bit_count()
        return cost, lines

    def routes(self, stopped: Callable[[], bool] = never) -> dict[tuple[int, int], tuple[Dot, ...]]:
        """The way of each line: straight, or round the labels it would go under. Raises Stopped."""
        detours = Detours(self.area, self.boxes, self._taken)
        found: dict[tuple[int, int], tuple[Dot, ...]] = {}
        before, after = 0, self._crossed_by_later()
        for ends, line in self._lines.items():
            one, other = (self.boxes[end] for end in ends)
            found[ends] = route(one, other)
            if stopped():
                raise Stopped
            later = after.pop()
            if line & self._taken and (way := detours.way(one, other, before | later)):
                own = self._masks[ends[0]] | self._masks[ends[1]]
                found[ends], self._lines[ends] = way, self.area.line(way) & ~own
            before |= self._lines[ends]
        return found

    def _crossed_by_later(self) -> list[int]:
        """For each line, the last first, the cells of all lines after it."""
        lines = list(self._lines.values())
        return list(accumulate(lines[:0:-1], or_, initial=0))
