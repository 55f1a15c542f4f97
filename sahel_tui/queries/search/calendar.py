"""Dates as terms of an index: which months and years an item may be dated.

An item of at most two years has its months and its years, a longer one its years with a sign of
their own, and one that is open or very long a term that every question for a date asks for too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sahel_tui.model.days import from_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.search.documents import Item
    from sahel_tui.queries.search.syntax import Days

_SHORT, _LONG = 24, 20
"""Months of an item that has months; years of one that has years."""
_FIRST, _LAST = 1900, 2100
"""Years that stand for themselves: an earlier one is the first, a later one the last."""
ANY = "±"


def date_terms(items: Iterable[Item]) -> Iterable[str]:
    """The terms of all that items may be dated."""
    spans = dict.fromkeys((item.first, item.last) for item in items)
    return dict.fromkeys(one for first, last in spans for one in _terms(first, last))


@lru_cache(maxsize=4_000)
def _terms(first: int | None, last: int | None) -> tuple[str, ...]:
    if first is None or last is None:
        return (ANY,)
    months, years = _months(first, last), _years(first, last)
    if len(months) <= _SHORT:
        return (*map(_month, months), *(f"{ANY}{year}" for year in years))
    if len(years) <= _LONG:
        return tuple(f"{ANY}{ANY}{year}" for year in years)
    return (ANY,)


def asked_terms(days: Days) -> list[str]:
    """Terms of which everything that may be dated within days has one."""
    if days.first is not None and days.last is not None:
        months = _months(days.first, days.last)
        if len(months) <= _SHORT:
            years = _years(days.first, days.last)
            return [*map(_month, months), *(f"{ANY}{ANY}{year}" for year in years), ANY]
    years = _years(days.first, days.last)
    return [*(f"{sign}{year}" for year in years for sign in (ANY, ANY + ANY)), ANY]


def _years(first: int | None, last: int | None) -> range:
    begin = _FIRST if first is None else from_ordinal(first).year
    end = _LAST if last is None else from_ordinal(last).year
    return range(_clamped(begin), _clamped(end) + 1)


def _clamped(year: int) -> int:
    return min(max(year, _FIRST), _LAST)


def _months(first: int, last: int) -> range:
    """Months counted from year 0."""
    begin, end = from_ordinal(first), from_ordinal(last)
    return range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month)


def _month(number: int) -> str:
    year, month = divmod(number, 12)
    return f"{ANY}{_clamped(year)}{month + 1:02}"
