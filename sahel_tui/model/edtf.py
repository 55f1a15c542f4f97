"""A date as it is compared and shown; `model.dates` reads one from its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sahel_tui.model.days import Day

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

Precision = Literal[
    "day", "days", "month", "season", "year", "decade", "century", "interval", "set"
]
"""How narrow a date is; `days` is up to ten days of a month (`2023-07-2X`)."""

Span = tuple[Day | None, Day | None]
"""First and last day, both included; None where it is open or unknown."""


class Edtf(NamedTuple):
    """A date as written, the days it may be, and its words; made by `dates.parse`."""

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
    label: str
    """As a person writes it: late July 2023."""
    spans: tuple[Span, ...]
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
        from pydantic_core import core_schema  # only a model needs these

        from sahel_tui.model.dates import read_value

        return core_schema.no_info_plain_validator_function(
            read_value,
            json_schema_input_schema=core_schema.str_schema(),
            serialization=core_schema.to_string_ser_schema(when_used="always"),
        )
