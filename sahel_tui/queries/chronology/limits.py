"""Which events a timeline is limited to: those of a range, those around another event."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.dates import parse
from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.chronology.around import distance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sahel_tui.queries.timeline import Range


class Within(NamedTuple):
    """Those that are certainly, or possibly, within a range."""

    range: Range
    certainly: bool

    def lets(self, date: str) -> bool:
        """Whether an event of this date, by its EDTF, is one of them."""
        edtf = parse(date)
        within = edtf.certainly_within if self.certainly else edtf.possibly_within
        return within(from_ordinal(self.range.start), from_ordinal(self.range.end - 1))


class Around(NamedTuple):
    """Those that are possibly within some days of an event."""

    date: str
    """The event's."""
    days: int
    title: str

    def lets(self, date: str) -> bool:
        """Whether an event of this date is one of them."""
        return distance(date, self.date).least <= self.days


Limit = Within | Around


class Limits:
    """Some of these at once; each date is looked at once."""

    def __init__(self, limits: Sequence[Limit]) -> None:
        self._limits = tuple(limits)
        self._known: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._limits)

    def lets(self, date: str) -> bool:
        """Whether all of them let an event of this date through."""
        known = self._known.get(date)
        if known is None:
            known = self._known[date] = all(limit.lets(date) for limit in self._limits)
        return known

    def through(self, rows: Iterable[int], dates: Sequence[str]) -> list[int]:
        """Of some rows those that all let through."""
        return [row for row in rows if self.lets(dates[row])]
