"""How many events there are over time, counted once and told for any range in any number of cells.

An event is one, spread evenly over the days that it may be (`Reach.known`). Counts are whole
numbers of UNIT parts of an event, so that they add up to the number of events exactly.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import sub
from typing import TYPE_CHECKING

from sahel_tui.queries.chronology.reach import reach
from sahel_tui.queries.timeline import Range

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Stopped = Callable[[], bool]

UNIT = 10**18
"""Parts of an event: each day of the longest date that can be written has some."""
_SLICE = 1024
"""Dates between two looks at whether anybody still waits."""


class _Parts:
    """Numbers of parts in order, each as whole events and what is left of one."""

    __slots__ = ("_rest", "_whole")

    def __init__(self, parts: Sequence[int]) -> None:
        self._whole = array("q", [part // UNIT for part in parts])
        self._rest = array("q", [part % UNIT for part in parts])

    def __getitem__(self, at: int) -> int:
        return self._whole[at] * UNIT + self._rest[at]


class Density:
    """Events over time: their number is a line that rises, and whose slope changes on some days."""

    def __init__(self, steps: dict[int, int], total: int) -> None:
        """`steps`: by how much the parts of a day change on the days on which they do."""
        self.total = total
        """How many events there are."""
        self._days = array("q", sorted(day for day, step in steps.items() if step))
        rates = list(accumulate(steps[day] for day in self._days))
        parts = (
            rate * (after - day)
            for rate, (day, after) in zip(rates, pairwise(self._days), strict=False)
        )
        # Numbers of Python's own would take three times as much.
        self._rates, self._sums = _Parts(rates), _Parts([*accumulate(parts, initial=0)])
        self._asked: tuple[Range, int] | None = None
        """What `cells` was asked for last: all lanes are measured before each is drawn."""
        self._told: tuple[int, ...] = ()

    @property
    def range(self) -> Range | None:
        """From the first to the last day that has any; None where there is no event."""
        return Range(self._days[0], self._days[-1]) if self._days else None

    def cells(self, span: Range, cells: int) -> tuple[int, ...]:
        """The parts of events in each of so many cells of a range."""
        if self._asked != (span, cells):
            sums = self._before(_bounds(span, cells), cells)
            parts = tuple(map(sub, sums[1:], sums))
            self._asked, self._told = (span, cells), parts
        return self._told

    def within(self, span: Range) -> int:
        """The parts of events in a range."""
        before, after = self._before(((span.start, 0), (span.end, 0)), 1)
        return after - before

    def _before(self, bounds: Iterable[tuple[int, int]], of: int) -> list[int]:
        """The parts before days in their order, and before so many of `of` parts of that day."""
        days, rates, sums = self._days, self._rates, self._sums
        found, at = [], 0
        for day, rest in bounds:
            at = bisect_right(days, day, at)
            if at and (rate := rates[at - 1]):
                whole = sums[at - 1] + rate * (day - days[at - 1])
                found.append(whole + rate * rest // of if rest else whole)
            else:
                found.append(sums[at - 1] if at else 0)
        return found


@lru_cache(maxsize=8)
def _bounds(span: Range, cells: int) -> tuple[tuple[int, int], ...]:
    """Where cells begin: the day, and so many cell-ths of it. All lanes have the same."""
    length = span.end - span.start
    pairs = (divmod(at * length, cells) for at in range(cells + 1))
    return tuple((span.start + days, rest) for days, rest in pairs)


def density(dates: Iterable[tuple[str, int]], stopped: Stopped = lambda: False) -> Density | None:
    """Of dates by their EDTF, and how many events have each; None when it was stopped.

    It may run in a thread; what comes of it never changes.
    """
    steps: dict[int, int] = {}
    total = 0
    for at, (date, number) in enumerate(dates):
        if at % _SLICE == 0 and stopped():
            return None
        total += number
        for day, step in _steps(date):
            steps[day] = steps.get(day, 0) + step * number
    return Density(steps, total)


@lru_cache(maxsize=4096)
def _steps(date: str) -> tuple[tuple[int, int], ...]:
    """How an event changes the parts of a day: what even parts leave over goes to the first."""
    stretches = reach(date).known
    rate, over = divmod(UNIT, sum(one.length for one in stretches))
    steps: list[tuple[int, int]] = []
    for first, last in stretches:
        more = min(over, last + 1 - first)
        steps += ((first, rate), (last + 1, -rate))
        if more:
            steps += ((first, 1), (first + more, -1))
        over -= more
    return tuple(steps)
