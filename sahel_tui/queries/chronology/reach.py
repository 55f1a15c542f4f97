"""Between which days a date begins and ends: what counts, gaps and distances are told by.

A date says when something was, as far as it is known. `2023-08` began and ended on a day of August;
`2023-08/2023-10` began in August and ended in October; `2013/..` began in 2013.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.date_grammar import Interval, OneOf, Single, read
from sahel_tui.queries.library.datings import Days, merged, slack_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.model.date_grammar import Parsed

Ends = tuple[Single | None, Single | None]


class Reach(NamedTuple):
    """Days by their ordinals, each included."""

    first: int | None
    """The first day that it may be on; None where its start is open or unknown."""
    begun: int | None
    """The day by which it had begun; None where it may have at any later one."""
    ended: int | None
    """The day before which it had not ended; None where it may have on any earlier one."""
    last: int | None
    known: tuple[Days, ...]
    """The days that it may be, in stretches with a gap between any two; an open or unknown end adds
    none: of `2013/..` they are those of 2013."""
    vague: bool
    """Approximate or uncertain: it may lie somewhat beside these days."""
    slack: int
    """By how many days it may, if it does."""

    @property
    def start(self) -> int:
        """The first known day."""
        return self.known[0].first

    @property
    def end(self) -> int:
        """The last known day."""
        return self.known[-1].last


@lru_cache(maxsize=50_000)
def reach(text: str) -> Reach:
    """Of a date by its EDTF; EdtfError where it is none."""
    from sahel_tui.model.dates import parse

    date, parsed = parse(text), read(text)
    ends = tuple(_ends(parsed))
    known = tuple(merged(Days(*_known_days(*pair)) for pair in ends))
    begun, ended = _lasted(*ends[0]) if isinstance(parsed, Interval) else _once(ends, known)
    return Reach(
        date.earliest.ordinal() if date.earliest else None,
        begun,
        ended,
        date.latest.ordinal() if date.latest else None,
        known,
        date.approximate or date.uncertain,
        slack_of(date),
    )


def _lasted(start: Single | None, end: Single | None) -> tuple[int, int]:
    """By when an interval had begun, and since when it may have ended."""
    found = [one for one in (start, end) if one]
    begun = min(one.latest.ordinal() for one in found)
    ended = max(one.earliest.ordinal() for one in found)
    return begun, ended


def _once(ends: Sequence[Ends], known: Sequence[Days]) -> tuple[int | None, int | None]:
    """The same of a date that is one day, or a few, of all that it may be."""
    begun = None if any(last is None for _, last in ends) else known[-1].last
    ended = None if any(first is None for first, _ in ends) else known[0].first
    return begun, ended


def _ends(date: Parsed) -> Iterator[Ends]:
    """First and last date of each stretch; None for one that is open or unknown."""
    if isinstance(date, Single):
        yield date, date
    elif isinstance(date, OneOf):
        yield from ((one.first, one.last) for one in date.choices)
    else:
        start, end = date
        yield start if isinstance(start, Single) else None, end if isinstance(end, Single) else None


def _known_days(first: Single | None, last: Single | None) -> tuple[int, int]:
    begin, end = first or last, last or first
    assert begin is not None  # the grammar has no date without any
    assert end is not None
    return begin.earliest.ordinal(), end.latest.ordinal()
