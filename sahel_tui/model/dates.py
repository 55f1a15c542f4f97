"""Dates of the format: EDTF Level 1 (ISO 8601-2:2019) and one-of sets, with their precision.

Seasons are the meteorological ones of the north: spring is March to May, winter December to the
end of the next February.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from sahel_tui.model.date_grammar import (
    EdtfError,
    Interval,
    OneOf,
    Parsed,
    Single,
    read,
)
from sahel_tui.model.date_labels import label
from sahel_tui.model.days import Day
from sahel_tui.model.edtf import Edtf, Precision, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Day", "Edtf", "EdtfError", "Precision", "on_day", "parse", "parse_bound"]

_ACCEPTED = 'a date is an EDTF text such as "2023-08", or a TOML date'


@lru_cache(maxsize=8_192)  # the briefs of a library have most of their days in common
def parse(text: str) -> Edtf:
    """The date that an EDTF text says; EdtfError where it says none."""
    parsed = read(text)
    spans = tuple(_spans(parsed))
    firsts, lasts = zip(*spans, strict=True)
    dates = tuple(_dates(parsed))
    return Edtf(
        text=text,
        earliest=None if None in firsts else min(firsts),
        latest=None if None in lasts else max(lasts),
        precision=_precision(parsed),
        approximate=any(date.approximate for date in dates),
        uncertain=any(date.uncertain for date in dates),
        label=label(parsed),
        spans=spans,
    )


def on_day(day: Day) -> Edtf:
    """The date that is one day of any year: EDTF has no days of years beyond four digits."""
    text = day.iso()
    if not text.startswith("Y"):
        return parse(text)
    return Edtf(text, day, day, "day", False, False, text, ((day, day),))


def parse_bound(text: str, side: Literal["after", "before"]) -> Day:
    """The day that a filter means by a date: `after` its earliest, `before` its latest day."""
    date = parse(text)
    day = date.earliest if side == "after" else date.latest
    if day is None:
        end = "start" if side == "after" else "end"
        raise EdtfError(f"the {end} of the date is open or unknown: it gives no bound")
    return day


def _precision(date: Parsed) -> Precision:
    if isinstance(date, Interval):
        return "interval"
    if isinstance(date, OneOf):
        return "set"
    match date.kind:
        case "month-XX":
            return "month"
        case "year-XX" | "XX-XX":
            return "year"
        case kind:
            return kind


def _ends(date: Parsed) -> Iterator[tuple[Single | None, Single | None]]:
    """First and last date of each stretch."""
    if isinstance(date, Single):
        yield date, date
    elif isinstance(date, Interval):
        yield _known(date.start), _known(date.end)
    else:
        yield from ((choice.first, choice.last) for choice in date.choices)


def _known(end: Single | str) -> Single | None:
    return end if isinstance(end, Single) else None


def _spans(date: Parsed) -> Iterator[Span]:
    for first, last in _ends(date):
        yield first.earliest if first else None, last.latest if last else None


def _dates(date: Parsed) -> Iterator[Single]:
    return (end for pair in _ends(date) for end in pair if end)


def read_value(value: Any) -> Edtf:
    """A value of a TOML file; EdtfError, which a model reports, where it is no date."""
    from datetime import date, datetime  # only a model meets these

    if isinstance(value, Edtf):
        return value
    if isinstance(value, str):
        return parse(value)
    if isinstance(value, datetime):
        return parse(value.isoformat().replace("+00:00", "Z"))
    if isinstance(value, date):
        return parse(value.isoformat())
    if type(value) is int:
        raise EdtfError(f"{_ACCEPTED}; a year stands in quotes")
    raise EdtfError(_ACCEPTED)
