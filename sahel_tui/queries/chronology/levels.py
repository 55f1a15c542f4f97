"""The lengths of time that a timeline is looked at in, from a day to all that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.days import MONTHS, Day, from_ordinal, iso_year, month_length
from sahel_tui.queries.timeline import Range

if TYPE_CHECKING:
    from collections.abc import Callable


class Level(NamedTuple):
    """A length of time as the calendar has it."""

    name: str
    holding: Callable[[int], Range]
    """The one that a day, by its ordinal, lies in."""


def _week(day: int) -> Range:
    """From Monday on: the 1st of January of the year 1 was one."""
    start = day - (day - 1) % 7
    return Range(start, start + 7)


def _months(number: int) -> Callable[[int], Range]:
    def holding(day: int) -> Range:
        date = from_ordinal(day)
        start = date.month - (date.month - 1) % number
        last = start + number - 1
        return Range(
            Day(date.year, start, 1).ordinal(),
            Day(date.year, last, month_length(date.year, last)).ordinal() + 1,
        )

    return holding


def _years(number: int) -> Callable[[int], Range]:
    def holding(day: int) -> Range:
        start = from_ordinal(day).year // number * number
        return Range(Day(start, 1, 1).ordinal(), Day(start + number, 1, 1).ordinal())

    return holding


LEVELS = (
    Level("day", lambda day: Range(day, day + 1)),
    Level("week", _week),
    Level("month", _months(1)),
    Level("quarter", _months(3)),
    Level("year", _years(1)),
    Level("decade", _years(10)),
    Level("century", _years(100)),
    *(Level(f"{10**power:,} years", _years(10**power)) for power in range(3, 13)),
)
"""From the shortest to the longest; those beyond centuries are for dates that lie so far apart."""
_ALIKE = 1.2
"""Of two months, or years, the longer is less than so many times as long."""


def closer(span: Range, day: int) -> Range:
    """The next shorter time of the calendar, around a day; a day is the shortest."""
    length = _length(span)
    found = (one.holding(day) for one in reversed(LEVELS))
    return next((one for one in found if _length(one) * _ALIKE < length), LEVELS[0].holding(day))


def wider(span: Range, day: int) -> Range:
    """The next longer time of the calendar, around a day."""
    length = _length(span) * _ALIKE
    found = (one.holding(day) for one in LEVELS)
    return next((one for one in found if _length(one) > length), span)


def level_name(span: Range) -> str:
    """What a range is as long as, about: `month`."""
    length, middle = _length(span), (span.start + span.end) // 2
    found = (one for one in LEVELS if _length(one.holding(middle)) * _ALIKE > length)
    return next(found, LEVELS[-1]).name


def _length(span: Range) -> int:
    return span.end - span.start


def range_words(span: Range) -> str:
    """A range as a person says it: `2023`, `August 2023`, `2013 to 2023`, else by its days."""
    first, last = from_ordinal(span.start), from_ordinal(span.end - 1)
    if first == last:
        return f"{first.day} {MONTHS[first.month - 1]} {iso_year(first.year)}"
    whole_months = first.day == 1 and last.day == month_length(last.year, last.month)
    if not whole_months:
        return f"{first.iso()} to {last.iso()}"
    if (first.month, last.month) == (1, 12):
        years = dict.fromkeys((iso_year(first.year), iso_year(last.year)))
        return " to ".join(years)
    months = (f"{MONTHS[one.month - 1]} {iso_year(one.year)}" for one in (first, last))
    return " to ".join(dict.fromkeys(months))


def beside(span: Range, step: int) -> Range:
    """The time before or after: the next month after a month; else a quarter of its length on."""
    level = next((one for one in LEVELS if one.holding(span.start) == span), None)
    if level is None:
        return span.moved(step / 4)
    return level.holding(span.end if step > 0 else span.start - 1)
