"""Dates of the format: EDTF Level 1 (ISO 8601-2:2019) and one-of sets, with their precision.

Seasons are the meteorological ones of the north: spring is March to May, winter December to the
end of the next February.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import CoreSchema

__all__ = ["Day", "Edtf", "EdtfError", "Precision", "parse", "parse_bound"]

Precision = Literal[
    "day", "days", "month", "season", "year", "decade", "century", "interval", "set"
]
"""How narrow a date is; `days` is up to ten days of a month (`2023-07-2X`)."""

Span = tuple[Day | None, Day | None]
"""First and last day, both included; None where it is open or unknown."""

_ACCEPTED = 'a date is an EDTF text such as "2023-08", or a TOML date'


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as written, the days it may be, and its words; made by `parse`."""

    text: str
    """As written; a TOML date as its EDTF."""
    earliest: Day | None
    """None where the start is open or unknown."""
    latest: Day | None
    """None where the end is open or unknown."""
    precision: Precision
    approximate: bool
    """`~` or `%`, at any part of it."""
    uncertain: bool
    """`?` or `%`, at any part of it."""
    label: str = field(compare=False)
    """As a person writes it: late July 2023."""
    spans: tuple[Span, ...] = field(compare=False, repr=False)
    """The stretches of days that it may be: one, and for a set one for each member."""

    @property
    def sort_key(self) -> tuple[Day, bool, bool, Day, str]:
        """A total order: by the earliest day, then the latest (no end last), then the text.

        Where the start is open or unknown the date stands at the end of its (first) stretch,
        after the dates that begin that day: what is known of it is that it was over by then.
        """
        first = self.earliest or min(end for span in self.spans for end in span if end)
        return (first, self.earliest is None, self.latest is None, self.latest or first, self.text)

    def certainly_within(self, after: Day | None, before: Day | None) -> bool:
        """Whether no day it may be lies outside, both bounds included (None: no bound).

        An approximate or uncertain date is never certain: nothing says how far off it may be.
        """
        if after is None and before is None:
            return True
        if self.approximate or self.uncertain:
            return False
        begins = after is None or (self.earliest is not None and self.earliest >= after)
        ends = before is None or (self.latest is not None and self.latest <= before)
        return begins and ends

    def possibly_within(self, after: Day | None, before: Day | None) -> bool:
        """Whether any day it may be, as written, lies inside; both bounds included."""
        return any(
            (last is None or after is None or last >= after)
            and (first is None or before is None or first <= before)
            for first, last in self.spans
        )

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        """In a model: an EDTF text, a TOML date or date-time, or an Edtf; written as its text."""
        from pydantic_core import core_schema  # only a model needs it

        return core_schema.no_info_plain_validator_function(
            _read_value,
            json_schema_input_schema=core_schema.str_schema(),
            serialization=core_schema.to_string_ser_schema(when_used="always"),
        )


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


def _read_value(value: Any) -> Edtf:
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
