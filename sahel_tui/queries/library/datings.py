"""Whether two dates can be of one thing, and whether they say the same of it.

A vague date (`2023-08`) says nothing against a day within it, nor an approximate one (`2023-08~`)
against what lies beside it by as much as it is vague. A one-of set with a gap (`[2024-01-28,
2025-01-29]`) tells of rival dates: whoever gives one of them alone says something else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.dates import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.model.days import Day
    from sahel_tui.model.edtf import Edtf

_FAR = 10**12
_UNITS = {"day": 3, "days": 10, "month": 31, "season": 92, "year": 365}
"""By how many days an approximate date may be off."""
_DECADE = 3660


class Days(NamedTuple):
    """A stretch of days by their ordinals, both included."""

    first: int
    last: int

    def gap(self, other: Days) -> int:
        """How many days lie between the two; 0 where they touch or overlap."""
        return max(0, self.first - other.last - 1, other.first - self.last - 1)

    def holds(self, other: Days) -> bool:
        """Whether another lies within."""
        return self.first <= other.first and other.last <= self.last

    @property
    def length(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1


class Dating(NamedTuple):
    """A date as it is compared."""

    text: str
    label: str
    stretches: tuple[Days, ...]
    """In order, with a gap between any two."""
    loose: bool
    """Approximate or uncertain."""
    extent: bool
    """An interval: it lasted from the first day to the last."""
    sort_key: tuple[Day, bool, bool, Day, str]
    """Its place among others."""

    @property
    def whole(self) -> Days:
        """From the first day to the last."""
        return Days(self.stretches[0].first, self.stretches[-1].last)


@lru_cache(maxsize=50_000)
def dating(text: str) -> Dating:
    """A date by its EDTF."""
    date = parse(text)
    slack = slack_of(date)
    stretches = merged(
        Days(
            -_FAR if first is None else first.ordinal() - slack,
            _FAR if last is None else last.ordinal() + slack,
        )
        for first, last in date.spans
    )
    extent = date.precision == "interval"
    return Dating(text, date.label, tuple(stretches), slack > 0, extent, date.sort_key)


def merged(stretches: Iterable[Days]) -> list[Days]:
    """In order, with a gap between any two."""
    found: list[Days] = []
    for one in sorted(stretches):
        if found and found[-1].last >= one.first - 1:
            found[-1] = Days(found[-1].first, max(found[-1].last, one.last))
        else:
            found.append(one)
    return found


def gap_of(left: Dating, right: Dating) -> int:
    """How many days lie between two dates where they are nearest to each other."""
    return min(one.gap(other) for one in left.stretches for other in right.stretches)


def slack_of(date: Edtf) -> int:
    """By how many days an approximate or uncertain date may be off; 0 for any other."""
    if not (date.approximate or date.uncertain):
        return 0
    if date.precision in _UNITS:
        return _UNITS[date.precision]
    if date.earliest is None or date.latest is None:
        return _UNITS["year"]
    return min(_DECADE, date.latest.ordinal() - date.earliest.ordinal() + 1)


def differ(left: Dating, right: Dating) -> bool:
    """Whether two dates of one thing say different things."""
    if left.text == right.text or left.stretches == right.stretches:
        return False
    if len(left.stretches) > 1 or len(right.stretches) > 1:
        # One knows of rival dates, the other is silent about them, unless it is vaguer than all.
        return not (left.whole.holds(right.whole) and len(left.stretches) == 1) and not (
            right.whole.holds(left.whole) and len(right.stretches) == 1
        )
    one, other = left.whole, right.whole
    if one.holds(other) or other.holds(one):
        return False
    apart = one.last < other.first or other.last < one.first
    # Two vague dates that overlap may be one day; two extents that overlap end on different days.
    exact_extents = left.extent and right.extent and not (left.loose or right.loose)
    return apart or exact_extents
