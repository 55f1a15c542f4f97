"""The list of a library's briefs: sorted by one key, filtered as one types."""

from __future__ import annotations

from array import array
from datetime import date
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sahel_tui.queries.catalogue_survey import Survey, survey
from sahel_tui.queries.folding import fold
from sahel_tui.queries.fuzzy import Fuzzy, never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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


class Entries(Protocol):
    """All that are listed: in memory, or read where they are looked at."""

    @property
    def unread(self) -> int:
        """How many cannot be read: these come last in every order."""

    @property
    def markings(self) -> Iterable[str | None]:
        """All that there are."""

    def newest(self) -> Sequence[int]:
        """Their places by date, the newest first, and then by title."""

    def by_title(self) -> Sequence[int]:
        """By title, and then by path."""

    def place_of(self, path: str) -> int | None:
        """The place of a brief among them."""

    def close(self) -> None:
        """They are not looked at any more."""

    def __len__(self) -> int: ...
    def __getitem__(self, at: int, /) -> Entry: ...
    def __iter__(self) -> Iterator[Entry]: ...


class Held(tuple[Entry, ...]):
    """Entries in memory."""

    __slots__ = ()

    @property
    def unread(self) -> int:
        """By looking at each."""
        return sum(1 for entry in self if entry.trouble)

    @property
    def markings(self) -> Iterable[str | None]:
        """Of each."""
        return (entry.marking or None for entry in self)

    def newest(self) -> Sequence[int]:
        """Sorted now."""
        keys = [(bool(one.trouble), -(one.day or 0), fold(one.title)) for one in self]
        return array("I", sorted(range(len(keys)), key=keys.__getitem__))

    def by_title(self) -> Sequence[int]:
        """Sorted now."""
        keys = [(bool(one.trouble), fold(one.title), one.path) for one in self]
        return array("I", sorted(range(len(keys)), key=keys.__getitem__))

    def place_of(self, path: str) -> int | None:
        """By looking at each."""
        return next((at for at, entry in enumerate(self) if entry.path == path), None)

    def close(self) -> None:
        """Nothing is open."""


class Catalogue:
    """The briefs of a library, to be arranged in one way or another.

    That may take long: what goes through all entries is done once, and kept as numbers and as texts
    that many of them share. Threads take turns at it.
    """

    def __init__(self, entries: Entries, marking_order: Sequence[str] = ()) -> None:
        self.entries = entries
        self._marking_order = tuple(marking_order)
        self._orders: dict[str, Sequence[int]] = {}
        self._fuzzy: Fuzzy | None = None
        self._turn = RLock()

    @cached_property
    def marking(self) -> str | None:
        """The highest marking of all."""
        from sahel_tui.model.markings import highest

        return highest(self.entries.markings, self._marking_order)

    def __len__(self) -> int:
        return len(self.entries)

    def arrange(self, sort: str, query: str, stopped: Callable[[], bool] = never) -> Arranged:
        """The entries that a query lets through, sorted by one of SORTS."""
        with self._turn:
            order = self._order(sort)
            if not query.strip():
                return Arranged(sort, query, order, 0)
            if self._fuzzy is None:
                self._fuzzy = Fuzzy(_fields(entry) for entry in self.entries)
        found = self._fuzzy.find(query, stopped)
        held = bytearray(len(order))
        for at in found.rows:
            held[at] = 1
        shown = array("I", (at for at in order if held[at]))
        return Arranged(sort, query, shown, len(self) - len(shown), found.near)

    @cached_property
    def _survey(self) -> Survey:
        return survey(self.entries, self._order("date"))

    def _order(self, sort: str) -> Sequence[int]:
        if sort not in self._orders:
            self._orders[sort] = self._ordered(sort)
        return self._orders[sort]

    def _ordered(self, sort: str) -> Sequence[int]:
        if sort == "date":
            return self.entries.newest()
        if sort == "title":
            return self.entries.by_title()
        if sort == "publisher":
            return self._survey.by_publisher()
        if sort == "marking":
            return self._survey.by_marking(self._marking_order)
        return self._survey.by_findings()


def _fields(entry: Entry) -> tuple[str, ...]:
    marking = entry.marking or ""
    return entry.title, entry.published, entry.publisher, marking, entry.path, entry.trouble
