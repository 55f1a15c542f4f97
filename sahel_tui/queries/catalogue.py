"""The list of a library's briefs: sorted by one key, filtered as one types."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import fold
from sahel_tui.queries.fuzzy import Fuzzy, never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.queries.library.rows import BriefRow

SORTS = ("date", "title", "publisher", "marking", "findings")


class Entry(NamedTuple):
    """A brief in the list; what is not known yet, or cannot be, is None."""

    path: str
    title: str = ""
    published: str = ""
    """EDTF."""
    day: int | None = None
    """What the date is sorted by, as an ordinal."""
    publisher: str = ""
    marking: str | None = None
    counts: tuple[int, int, int, int] | None = None
    """Points, actors, relations, events."""
    findings: int | None = None
    trouble: str = ""
    """Why it cannot be read."""


def entry_of(row: BriefRow) -> Entry:
    """A brief that was read."""
    return Entry(
        row.path,
        row.title,
        row.published,
        row.day,
        row.publisher,
        row.marking,
        (row.points, row.actors, row.relations, row.events),
        row.findings,
    )


def day_of(published: str) -> int | None:
    """The day of a date as it is written, where it is a plain one."""
    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return None


class Arranged(NamedTuple):
    """The entries that are shown, by their places in the catalogue."""

    sort: str
    query: str
    shown: Sequence[int]
    hidden: int
    near: tuple[str, ...] = ()
    """The words that were taken for those that are typed, which are nowhere."""


class Catalogue:
    """The briefs of a library, to be arranged in one way or another."""

    def __init__(self, entries: Iterable[Entry], marking_order: Sequence[str] = ()) -> None:
        self.entries = tuple(entries)
        self._marking_order = tuple(marking_order)
        self._orders: dict[str, Sequence[int]] = {}
        self._fuzzy: Fuzzy | None = None

    @cached_property
    def marking(self) -> str | None:
        """The highest marking of all."""
        from sahel_tui.model.markings import highest

        return highest((entry.marking for entry in self.entries), self._marking_order)

    def __len__(self) -> int:
        return len(self.entries)

    def arrange(self, sort: str, query: str, stopped: Callable[[], bool] = never) -> Arranged:
        """The entries that a query lets through, sorted by one of SORTS."""
        order = self._order(sort)
        if not query.strip():
            return Arranged(sort, query, order, 0)
        if self._fuzzy is None:
            self._fuzzy = Fuzzy(_fields(entry) for entry in self.entries)
        found = self._fuzzy.find(query, stopped)
        held = set(found.rows)
        shown = [at for at in order if at in held]
        return Arranged(sort, query, shown, len(self) - len(shown), found.near)

    def _order(self, sort: str) -> Sequence[int]:
        if sort not in self._orders:
            keys = [_KEYS[sort](entry) for entry in self.entries]
            if sort == "marking":
                keys = self._by_marking()
            self._orders[sort] = sorted(
                range(len(self)), key=lambda at: (bool(self.entries[at].trouble), keys[at], at)
            )
        return self._orders[sort]

    def _by_marking(self) -> list[tuple[int | str, ...]]:
        """The highest first, unknown ones before what is not marked."""
        from sahel_tui.model.markings import JOINT, rank

        places: dict[str | None, int] = {None: 1}
        for marking in {entry.marking for entry in self.entries}:
            ranks = [rank(one, self._marking_order) for one in (marking or "").split(JOINT)]
            known = [one[1] for one in ranks if one is not None]
            places[marking] = (-max(known) if known else 0) if marking else 1
        return [
            (places[entry.marking], entry.marking or "", *_newest(entry)) for entry in self.entries
        ]


def _fields(entry: Entry) -> tuple[str, ...]:
    marking = entry.marking or ""
    return entry.title, entry.published, entry.publisher, marking, entry.path, entry.trouble


def _newest(entry: Entry) -> tuple[int | str, ...]:
    return (-(entry.day or 0), fold(entry.title))


def _by_title(entry: Entry) -> tuple[int | str, ...]:
    return (fold(entry.title), entry.path)


def _by_publisher(entry: Entry) -> tuple[int | str, ...]:
    return (not entry.publisher, fold(entry.publisher), *_newest(entry))


def _by_findings(entry: Entry) -> tuple[int | str, ...]:
    return (-(entry.findings or 0), *_newest(entry))


_KEYS: dict[str, Callable[[Entry], tuple[int | str, ...]]] = {
    "date": _newest,
    "title": _by_title,
    "publisher": _by_publisher,
    "marking": _newest,
    "findings": _by_findings,
}
