"""Ranges of days that extents are drawn on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from sahel_tui.model.days import Day, from_ordinal, month_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sahel_tui.model.dates import Edtf

_MOST = 2 / 3
"""The share of the events that a busy range holds."""
_YEAR = 366
_NARROWEST = 7
_LONGEST = 1_000_000 * _YEAR


class Dated(Protocol):
    """An event, or whatever else has a date."""

    @property
    def date(self) -> Edtf:
        """When it was, as far as is known."""


class Range(NamedTuple):
    """Days by their ordinal numbers, the end not included; at least one day."""

    start: int
    end: int

    def place(self, ordinal: int, cells: int) -> int:
        """The cell of so many that a day falls in: negative before the range, `cells` or more
        after it."""
        return (ordinal - self.start) * cells // (self.end - self.start)

    def moved(self, share: float) -> Range:
        """As long, and later (or earlier) by a share of its length, at least a day."""
        days = round((self.end - self.start) * share) or (1 if share > 0 else -1)
        return Range(self.start + days, self.end + days)

    def zoomed(self, factor: float, day: int | None = None) -> Range:
        """So many times as long, at least a week; a day of it keeps its place, without one the
        middle does. A day that lies outside comes to the middle."""
        length = self.end - self.start
        longer = min(_LONGEST, max(_NARROWEST, round(length * factor)))
        if day is None or self.start <= day < self.end:
            before = length // 2 if day is None else day - self.start
            start = self.start + before - before * longer // length
        else:
            start = day - longer // 2
        return Range(start, start + longer)

    def day_of(self, date: Edtf) -> int | None:
        """The day of a date to zoom in on: where it begins, or, of one that began before the
        range, where it ends in it; None where it goes on after that too."""
        begin = date.sort_key[0].ordinal()
        end = date.latest.ordinal() if date.latest else self.end
        if begin >= self.start or end < self.start:
            return begin
        return end if end < self.end else None


def whole_range(events: Iterable[Dated]) -> Range:
    """From the first to the last day that any date names, in whole months or years."""
    dates = [event.date for event in events]
    days = [day.ordinal() for date in dates for day in (date.earliest, date.latest) if day]
    return rounded(min(days), max(days)) if days else Range(1, _YEAR)


def busy_range(events: Sequence[Dated]) -> Range:
    """The shortest time that two thirds of the events begin in, and one of them may be over.

    In whole months or years.
    """
    begins = sorted(event.date.sort_key[0].ordinal() for event in events)
    if not begins:
        return whole_range(events)
    most = max(1, round(len(begins) * _MOST))
    windows = zip(begins, begins[most - 1 :], strict=False)
    first, last = min(windows, key=lambda window: (window[1] - window[0], window))
    dates = (event.date for event in events)
    ends = (
        date.latest.ordinal()
        for date in dates
        if date.latest is not None and first <= date.sort_key[0].ordinal() <= last
    )
    return rounded(first, max(last, min(ends, default=last)))


def rounded(first: int, last: int) -> Range:
    """Whole years, or whole months where the days lie within a quarter of one."""
    start, end = from_ordinal(first), from_ordinal(last)
    if last - first > _YEAR // 4:
        return _days(Day(start.year, 1, 1), Day(end.year, 12, 31))
    length = month_length(end.year, end.month)
    return _days(Day(start.year, start.month, 1), Day(end.year, end.month, length))


def _days(first: Day, last: Day) -> Range:
    return Range(first.ordinal(), last.ordinal() + 1)
