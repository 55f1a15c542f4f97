"""One actor through a whole library, put together page by page, the newest briefs first.

Nothing is held but counts, names, and as many rows of each kind as are asked for: an actor may be
in any number of briefs. What is not yet counted is said to be at least so much.
"""

from __future__ import annotations

from collections import Counter, deque
from heapq import heappush, heappushpop
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from sahel_tui.model.markings import highest
from sahel_tui.queries.library.identities import Actor, Gathering
from sahel_tui.queries.library.passages import PassageRow, is_about, passages_of, points_of
from sahel_tui.queries.library.used_names import NamesUsed, UsedName
from sahel_tui.queries.search.engines import Count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import EventRow, LibraryRows, PointRow, RelationRow

Held = TypeVar("Held", "PointRow", PassageRow)
HELD = 1000
"""Rows of each kind that a dossier holds at first."""
_PAGE = 50
HeldKind = Literal["relations", "events", "points", "passages"]


class Limits(NamedTuple):
    """How many rows of each kind are held."""

    relations: int = HELD
    events: int = HELD
    points: int = HELD
    passages: int = HELD

    @classmethod
    def each(cls, held: int) -> Limits:
        """As many of one kind as of another."""
        return cls(held, held, held, held)

    def grown(self, kind: HeldKind) -> Limits:
        """Twice as many of one kind: going through all of them stays cheap."""
        held: int = getattr(self, kind)
        return self._replace(**{kind: 2 * held})


_FIRST = Limits()


class Ties(NamedTuple):
    """The relations with one other actor."""

    other: str
    """The key of its identity."""
    name: str
    positive: int
    """How many there are in all, held or not."""
    neutral: int
    negative: int
    relations: tuple[RelationRow, ...]
    """Of the newest briefs first; as many as are held."""


class Counts(NamedTuple):
    """How many there are in the library, not how many are held."""

    briefs: Count
    mentions: Count
    relations: Count
    events: Count
    points: Count
    passages: Count


class Dossier(NamedTuple):
    """What is known of an actor so far."""

    actor: Actor
    """Its ids and all its names, with the briefs that declare them."""
    used: tuple[UsedName, ...]
    """The names as sources have them, the most used first."""
    counts: Counts
    mentions: tuple[tuple[int, int], ...]
    """Days of briefs, as ordinals in order, and how often those name it."""
    ties: tuple[Ties, ...]
    """The actor with which it has the most relations first."""
    events: tuple[EventRow, ...]
    """By date; where not all are held, the last ones."""
    points: tuple[PointRow, ...]
    """Those that name it or rest on a passage that does, of the newest briefs first."""
    passages: tuple[PassageRow, ...]
    """Of the newest briefs first; within a brief in text order."""
    marking: str | None
    """The highest of all briefs that were counted."""
    done: bool
    """Whether all is counted."""


def dossiers(
    rows: LibraryRows,
    identities: Identities,
    id: str,  # noqa: A002 - the actor's own name
    limits: Limits = _FIRST,
    order: Sequence[str] = (),
) -> Iterator[Dossier]:
    """The dossier of an actor by any of its ids, more complete each time; the last one is whole.

    The first one comes after a page of each kind of row; `order` is the library's of markings.
    """
    builder = _Builder(identities, id, limits, order)
    ids = frozenset(identities.members(id))
    sources = [
        builder.actors(rows, ids),
        builder.relations(rows, ids),
        builder.events(rows, ids),
        builder.documents(rows, ids),
    ]
    rounds = 1
    while sources:
        for _ in range(rounds):
            sources = [one for one in sources if next(one, False)]
        yield builder.dossier(done=not sources)
        rounds *= 2


def whole_dossier(
    rows: LibraryRows,
    identities: Identities,
    id: str,  # noqa: A002
    limits: Limits = _FIRST,
    order: Sequence[str] = (),
) -> Dossier:
    """The dossier once all is counted."""
    *_, last = dossiers(rows, identities, id, limits, order)
    return last


def with_more(
    rows: LibraryRows,
    identities: Identities,
    found: Dossier,
    kind: HeldKind,
    held: int,
    stopped: Callable[[], bool],
) -> Dossier | None:
    """A whole dossier that holds more rows of one kind; None where nobody waits any more."""
    builder = _Builder(identities, found.actor.key, Limits.each(0)._replace(**{kind: held}), ())
    ids = frozenset(identities.members(found.actor.key))
    pages = builder.pages(kind, rows, ids)
    while not builder.is_full(kind) and next(pages, False):
        if stopped():
            return None
    part = builder.dossier(done=True)
    if kind == "relations":
        return found._replace(ties=part.ties)
    return found._replace(**{kind: getattr(part, kind)})


class _Builder:
    """Counts, and holds the newest of what it has seen. Its generators take a page at a time."""

    def __init__(
        self,
        identities: Identities,
        id: str,  # noqa: A002
        limits: Limits,
        order: Sequence[str],
    ) -> None:
        self._identities = identities
        self._key = identities.key(id)
        self._limits = limits
        self._order = order
        self._gathering = Gathering(identities.members(id))
        self._used = NamesUsed()
        self._counts: Counter[str] = Counter()
        self._exact: set[str] = set()
        self._mentions: Counter[int] = Counter()
        self._ties: dict[str, Counter[int]] = {}
        self._names: dict[str, str] = {}
        self._relations: list[tuple[int, int, RelationRow]] = []
        self._events: deque[EventRow] = deque(maxlen=limits.events)
        self._points: list[PointRow] = []
        self._passages: list[PassageRow] = []
        self._markings: dict[str | None, None] = {}

    def actors(self, rows: LibraryRows, ids: frozenset[str]) -> Iterator[bool]:
        """Names, and how often which brief names it."""
        stream = rows.actors(ids)
        while page := list(islice(stream, _PAGE)):
            for row in page:
                self._gathering.add(row)
                self._counts["mentions"] += row.mentions
                if row.mentions:
                    self._mentions[row.told.day] += row.mentions
            yield True
        self._exact.add("mentions")

    def relations(self, rows: LibraryRows, ids: frozenset[str]) -> Iterator[bool]:
        """How many of which sign with whom, and the newest."""
        stream = rows.relations(ids)
        while page := list(islice(stream, _PAGE)):
            for row in page:
                self._relation(row)
            yield True
        self._exact.add("relations")

    def _relation(self, row: RelationRow) -> None:
        ends = ((row.source, row.source_name), (row.target, row.target_name))
        others = [end for end in ends if self._identities.key(end[0]) != self._key]
        other, name = others[0] if others else ends[1]
        key = self._identities.key(other)
        self._ties.setdefault(key, Counter())[row.sign] += 1
        self._names.setdefault(key, name)
        self._counts["relations"] += 1
        entry = (row.told.day, self._counts["relations"], row)
        if len(self._relations) < self._limits.relations:
            heappush(self._relations, entry)
        else:
            heappushpop(self._relations, entry)

    def events(self, rows: LibraryRows, ids: frozenset[str]) -> Iterator[bool]:
        """The events, of which the last are held."""
        stream = rows.events(ids)
        while page := list(islice(stream, _PAGE)):
            self._counts["events"] += len(page)
            self._events.extend(page)
            yield True
        self._exact.add("events")

    def documents(self, rows: LibraryRows, ids: frozenset[str]) -> Iterator[bool]:
        """Passages, points, and the names that sources use."""
        stream = rows.documents(ids)
        while page := list(islice(stream, _PAGE // 5)):
            for document in page:
                if not is_about(document, ids):
                    continue
                self._counts["briefs"] += 1
                self._markings[document.marking] = None
                self._used.add(document, ids)
                self._hold("points", self._points, points_of(document, ids))
                self._hold("passages", self._passages, passages_of(document, ids))
            yield True
        self._exact |= {"briefs", "points", "passages"}

    def _hold(self, kind: HeldKind, held: list[Held], found: Iterator[Held]) -> None:
        limit: int = getattr(self._limits, kind)
        for row in found:
            self._counts[kind] += 1
            if len(held) < limit:
                held.append(row)

    def pages(self, kind: HeldKind, rows: LibraryRows, ids: frozenset[str]) -> Iterator[bool]:
        """What takes the rows of a kind, a page at a time."""
        if kind == "relations":
            return self.relations(rows, ids)
        return self.events(rows, ids) if kind == "events" else self.documents(rows, ids)

    def is_full(self, kind: HeldKind) -> bool:
        """Whether no row that is still to come can be held."""
        if kind not in ("points", "passages"):
            return False
        limit: int = getattr(self._limits, kind)
        return len(self._points if kind == "points" else self._passages) >= limit

    def dossier(self, *, done: bool) -> Dossier:
        """All that is known by now."""
        return Dossier(
            actor=self._gathering.actor(),
            used=self._used.names(),
            counts=Counts(*(self._count(kind) for kind in Counts._fields)),
            mentions=tuple(sorted(self._mentions.items())),
            ties=tuple(self._tied()),
            events=tuple(self._events),
            points=tuple(self._points),
            passages=tuple(self._passages),
            marking=highest(self._markings, self._order),
            done=done,
        )

    def _count(self, kind: str) -> Count:
        return Count(self._counts[kind], kind in self._exact)

    def _tied(self) -> Iterator[Ties]:
        by_other: dict[str, list[RelationRow]] = {}
        for _, _, row in sorted(self._relations, key=lambda entry: (-entry[0], entry[1])):
            ends = [self._identities.key(end) for end in (row.source, row.target)]
            other = next((end for end in ends if end != self._key), self._key)
            by_other.setdefault(other, []).append(row)
        signs = sorted(self._ties.items(), key=lambda item: (-item[1].total(), item[0]))
        for other, counted in signs:
            held = tuple(by_other.get(other, ()))
            yield Ties(other, self._names[other], counted[1], counted[0], counted[-1], held)
