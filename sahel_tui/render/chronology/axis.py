"""Days, months or years under a drawing, as close together as there is room for their names."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.days import MONTHS, Day, from_ordinal, iso_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.timeline import Range

_BETWEEN = 2
"""Blank cells between two labels, at least."""

_LEAP = 1.02
"""What months and years are longer at most than it is said of them."""


class _Step(NamedTuple):
    """Every so many days, months or years."""

    unit: str
    number: int
    days: int
    """About so many."""
    cells: int
    """Of its longest label."""


_SHORT = (
    _Step("day", 1, 1, 4),
    _Step("day", 7, 7, 4),  # the 1st, 8th, 15th and 22nd of a month
    _Step("month", 1, 30, 4),
    _Step("month", 3, 91, 4),
)


def _steps(span: Range) -> Iterator[_Step]:
    yield from _SHORT
    cells = max(len(iso_year(from_ordinal(day).year)) for day in (span.start, span.end))
    for power in count():
        for digit in (1, 2, 5):
            years = digit * 10**power
            yield _Step("year", years, 365 * years, cells)


def draw_axis(span: Range, cells: int) -> str:
    """Labels on the cells in which their day, month or year begins."""
    days = span.end - span.start
    step = next(s for s in _steps(span) if s.days * cells * _LEAP >= (s.cells + _BETWEEN) * days)
    axis = [" "] * cells
    free = 0
    for day, words in _ticks(span, step):
        at = span.place(day, cells)
        if free <= at and at + len(words) <= cells:
            axis[at : at + len(words)] = words
            free = at + len(words) + 1
    return "".join(axis)


def _ticks(span: Range, step: _Step) -> Iterator[tuple[int, str]]:
    """Days of the range on which something begins, and what it is called."""
    if step.unit == "day":
        for day in range(span.start, span.end):
            date = from_ordinal(day)
            if step.number == 1 or date.day in (1, 8, 15, 22):
                yield day, _name(date)
        return
    months = step.number * (12 if step.unit == "year" else 1)
    first = from_ordinal(span.start)
    month = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // months) * months
    while (day := Day(month // 12, month % 12 + 1, 1).ordinal()) < span.end:
        yield day, _name(from_ordinal(day))
        month += months


def _name(date: Day) -> str:
    """What begins on a day: the year, else the month, else the day alone."""
    if date.day > 1:
        return str(date.day)
    return iso_year(date.year) if date.month == 1 else MONTHS[date.month - 1][:3]
