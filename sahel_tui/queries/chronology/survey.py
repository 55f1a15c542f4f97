"""What is told of the events that a timeline shows: how many when, and when none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.chronology.density import density
from sahel_tui.queries.chronology.gaps import gaps
from sahel_tui.queries.chronology.levels import wider
from sahel_tui.queries.chronology.reach import reach
from sahel_tui.queries.narrow import narrow
from sahel_tui.queries.timeline import Range, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sahel_tui.queries.chronology.density import Density, Stopped
    from sahel_tui.queries.chronology.gaps import Gap

_SHARE = 40
"""The part of a strip that is looked at: at least one cell of so many."""


class Survey(NamedTuple):
    """Of events in the order of their dates."""

    density: Density
    gaps: Mapping[int, Gap]
    """By the number of the event that follows."""
    starts: Sequence[int]
    """Of each event the first day that is known."""

    @property
    def whole(self) -> Range:
        """All of their time, in whole months or years."""
        found = self.density.range
        return rounded(found.start, found.end - 1) if found else Range(1, 366)


def first_day(date: str) -> int:
    """The first that is known of a date."""
    return reach(date).start


def survey(
    dates: Sequence[str],
    stopped: Stopped = lambda: False,
    starts: Sequence[int] | None = None,
) -> Survey | None:
    """Of dates by their EDTF, in order; None when it was stopped. It may run in a thread.

    `starts` are their first days, where they are known.
    """
    counts = density(Counter(dates).items(), stopped)
    if counts is None:
        return None
    if starts is None:
        starts = narrow(map(first_day, dates))
    return Survey(counts, {gap.before: gap for gap in gaps(dates)}, starts)


def context(shown: Range, whole: Range) -> Range:
    """What a strip is drawn of: all, or so much around what is shown that this has a cell of it."""
    most = (shown.end - shown.start) * _SHARE
    if whole.end - whole.start <= most:
        return whole
    span, middle = shown, (shown.start + shown.end) // 2
    while True:
        longer = wider(span, middle)
        if longer.end - longer.start > most or longer == span:
            return Range(min(span.start, shown.start), max(span.end, shown.end))
        span = longer
