"""Times without events, between events in the order of their dates.

A gap lies between the last day that any event before it may be on and the first that any after it
may be; what is approximate or uncertain is given as many days more as it is vague. It is exact
where an event certainly was on the day before it, and one on the day after; else it is *at least*
so long. What is known to have gone on across it leaves no gap; what has an open or unknown end on
the way may have gone on, and is counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.chronology.reach import reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sahel_tui.queries.chronology.reach import Reach
    from sahel_tui.queries.timeline import Range

_SHARE = 12
"""What part of a range a gap is at least, to be said."""
_LEAST = 7
"""Days that it has at least."""


class Gap(NamedTuple):
    """Days on which no event begins or is known to go on."""

    before: int
    """The number of the event that follows."""
    first: int
    """The first day without, as an ordinal."""
    last: int
    at_least: bool
    """Whether it may be longer."""
    open: int
    """How many events with an open or unknown end may go on through it."""

    @property
    def days(self) -> int:
        """How long it is."""
        return self.last - self.first + 1


def least_gap(span: Range) -> int:
    """Days from which on a gap is said where a range is drawn."""
    return max(_LEAST, (span.end - span.start) // _SHARE)


def gaps(dates: Iterable[str], least: int = _LEAST) -> tuple[Gap, ...]:
    """Between dates in their order, by their EDTF: those of at least so many days."""
    found = [reach(date) for date in dates]
    if not found:
        return ()
    ends = list(accumulate((one.end + one.slack for one in found), max))
    begins = list(accumulate((one.start - one.slack for one in reversed(found)), min))[::-1]
    waiting = [
        (at, ends[at - 1] + 1, begins[at] - 1)
        for at in range(1, len(found))
        if begins[at] - ends[at - 1] > least
    ]
    on_the_way = _Open(found)
    exact_ends, exact_begins = _exact(found)
    return tuple(
        Gap(
            at,
            first,
            last,
            not (first - 1 in exact_ends and last + 1 in exact_begins),
            on_the_way.across(first, last),
        )
        for at, first, last in waiting
    )


def _exact(found: Iterable[Reach]) -> tuple[set[int], set[int]]:
    """Days on which an event certainly ended, or began to be open, and on which one began."""
    certain = [one for one in found if not one.vague]
    begins = {one.start for one in certain if one.begun == one.first == one.start}
    ends = {one.end for one in certain if one.ended == one.last == one.end}
    since = {one.start for one in certain if one.last is None} & begins
    until = {one.end for one in certain if one.first is None} & ends
    return ends | since, begins | until


class _Open:
    """Events with an open or unknown end: of `since` those that began, of `until` that ended."""

    def __init__(self, found: Sequence[Reach]) -> None:
        self._since = sorted(one.start for one in found if one.last is None)
        self._until = sorted(one.end for one in found if one.first is None)

    def across(self, first: int, last: int) -> int:
        """How many may go on through some days, on which none of them has its known end."""
        since = bisect_left(self._since, first)
        until = len(self._until) - bisect_right(self._until, last)
        return since + until
