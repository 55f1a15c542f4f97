"""The rows of the library scope, as the panes ask for them: of an index, or of briefs in memory.

Made and asked in a thread, but for pages of rows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sahel_tui.queries.library.event_order import begin_of
from sahel_tui.queries.library.extraction import day_of, rows_of
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.listing import Held
from sahel_tui.queries.library.scope import (
    ActorSum,
    joined,
    place_of,
    place_of_actor,
    tie,
    tie_order,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.index.beyond import Beyond
    from sahel_tui.index.library import LibraryIndex
    from sahel_tui.index.scope import Where
    from sahel_tui.queries.library.listing import Place, Source, Streamed
    from sahel_tui.queries.library.rows import EventRow, PointRow, Quote
    from sahel_tui.queries.library.scope import TieRow
    from sahel_tui.queries.views import BriefView, Claim
    from sahel_tui.reading import Reading
    from sahel_tui.tui.library import Shelf


class Heard(NamedTuple):
    """A brief that has an actor."""

    brief: str
    path: str
    day: int
    name: str
    """What it calls the actor."""
    id: str
    """Under which id."""
    mentions: int


class Scope(Protocol):
    """Everything that all briefs say."""

    points: Source[PointRow]
    actors: Held[ActorSum]
    events: Streamed[EventRow]
    identities: Identities
    markings: frozenset[str | None]
    days: tuple[int, int]
    """The days of the oldest and the newest brief."""
    briefs: int
    where: Where | None
    """Which index it is of; None: all of it is in memory."""

    def ties(self, ids: frozenset[str]) -> Source[TieRow]:
        """The relations of an actor."""

    def mentions(self, ids: Sequence[str], parts: int) -> tuple[int, ...]:
        """How often an actor is mentioned in each part of the time of all briefs."""

    def heard(self, ids: Sequence[str], most: int) -> Sequence[Heard]:
        """The newest briefs that have an actor."""

    def event_near(self, ids: Sequence[str], day: int) -> Place | None:
        """The event of an actor that begins nearest to a day."""

    def view(self, path: str) -> BriefView | None:
        """A brief; None where it cannot be read."""

    def quotes(self, path: str, claim: Claim) -> tuple[Quote, ...]:
        """What a claim rests on."""

    def rest(self) -> None:
        """Much was read, and nothing is for now; for a thread."""

    def close(self) -> None:
        """Let go of all."""


def scope_of(shelf: Shelf) -> Scope:
    """All that there is by now. IndexFailedError where the index can't be used any more."""
    if shelf.index is not None:
        return IndexScope(shelf.index, shelf.beyond)
    return HeldScope(shelf.readings)


class HeldScope:
    """Of briefs that have been read."""

    where: Where | None = None

    def __init__(self, readings: Sequence[Reading]) -> None:
        from sahel_tui.library_reading import rows_of_readings

        rows = rows_of_readings(readings)
        self._rows = rows
        self.identities = Identities(rows.judgements())
        self.points: Source[PointRow] = Held(_points(readings), place_of)
        self.events: Streamed[EventRow] = Held(rows.events(), place_of)
        self._relations = sorted(rows.relations(), key=tie_order)
        self._heard: dict[str, list[Heard]] = defaultdict(list)
        for row in rows.actors():
            heard = Heard(
                row.told.brief, row.told.path, row.told.day, row.name, row.id, row.mentions
            )
            self._heard[row.id].append(heard)
        self.actors = Held(joined(self._sums(readings), self.identities), place_of_actor)
        self.markings = frozenset(one.view.marking for one in readings)
        days = [brief.day for brief in rows.briefs()] or [0]
        self.days = min(days), max(days)
        self.briefs = len(readings)

    def _sums(self, readings: Sequence[Reading]) -> list[ActorSum]:
        signs: dict[str, Counter[int]] = defaultdict(Counter)
        kinds: dict[str, str] = {}
        for reading in readings:
            for actor in reading.view.actors:
                numbers = {1: actor.positive, 0: actor.neutral, -1: actor.negative}
                signs[actor.id].update(numbers)
                kinds.setdefault(actor.id, actor.type or "")
        return [
            ActorSum(
                (actor,),
                Counter(sorted(one.name for one in heard)).most_common(1)[0][0],
                kinds[actor] or None,
                len(heard),
                sum(one.mentions for one in heard),
                *(signs[actor][sign] for sign in (1, 0, -1)),
            )
            for actor, heard in self._heard.items()
        ]

    def ties(self, ids: frozenset[str]) -> Source[TieRow]:
        """Of each the side that the actor sees."""
        rows = (row for row in self._relations if row.source in ids or row.target in ids)
        return Held((tie(row, ids) for row in rows), place_of)

    def mentions(self, ids: Sequence[str], parts: int) -> tuple[int, ...]:
        """By the days of the briefs."""
        first, last = self.days
        counts = [0] * parts
        for one in (one for name in ids for one in self._heard.get(name, ())):
            counts[(one.day - first) * parts // (last - first + 1)] += one.mentions
        return tuple(counts)

    def heard(self, ids: Sequence[str], most: int) -> Sequence[Heard]:
        """Of all its ids."""
        found = [one for name in ids for one in self._heard.get(name, ())]
        return sorted(found, key=lambda one: -one.day)[:most]

    def event_near(self, ids: Sequence[str], day: int) -> Place | None:
        """Of all in memory."""
        found = self._rows.events(frozenset(ids))
        nearest = min(found, key=lambda row: abs(begin_of(row) - day), default=None)
        return nearest and place_of(nearest)

    def view(self, path: str) -> BriefView | None:
        """In memory."""
        return self._rows.view(path)

    def quotes(self, path: str, claim: Claim) -> tuple[Quote, ...]:
        """Of the brief in memory."""
        return self._rows.quotes(path, claim)

    def rest(self) -> None:
        """All of it stays in memory."""

    def close(self) -> None:
        """Nothing is open."""


def _points(readings: Sequence[Reading]) -> Iterator[PointRow]:
    """Of the newest briefs first."""
    for one in sorted(readings, key=lambda one: (-day_of(one.view), one.view.path)):
        yield from rows_of(one.view, order=one.marking_order).points


class IndexScope:
    """Of an index: its rows stay where they are."""

    def __init__(self, index: LibraryIndex, beyond: Beyond | None = None) -> None:
        from sahel_tui.index.library_rows import IndexRows
        from sahel_tui.index.scope import ScopeIndex
        from sahel_tui.index.scope_rows import Events, Points

        self._files = ScopeIndex(index)
        self.where: Where | None = self._files.where
        self._rows = IndexRows(index, beyond)
        self.identities = Identities(self._rows.judgements())
        self.points: Source[PointRow] = Points(self._files)
        self.events: Streamed[EventRow] = Events(self._files, self._rows.regions())
        self.actors = Held(joined(self._files.actors(), self.identities), place_of_actor)
        self.markings = frozenset(self._files.markings())
        self.days = self._files.days
        self.briefs = self._files.briefs

    def ties(self, ids: frozenset[str]) -> Source[TieRow]:
        """As the index has them."""
        from sahel_tui.index.scope_rows import Ties

        return Ties(self._files, ids)

    def mentions(self, ids: Sequence[str], parts: int) -> tuple[int, ...]:
        """Added up by the index."""
        return self._files.mentions(ids, parts)

    def heard(self, ids: Sequence[str], most: int) -> Sequence[Heard]:
        """By their appearances."""
        found = self._files.appearances(ids, most)
        return [
            Heard(one.brief, one.path, one.day, one.name, name, one.mentions) for name, one in found
        ]

    def event_near(self, ids: Sequence[str], day: int) -> Place | None:
        """As the index finds it, from both sides."""
        from sahel_tui.index.scope_near import event_near

        return event_near(self._files, ids, day)

    def view(self, path: str) -> BriefView | None:
        """Read now, unless it was lately."""
        return self._rows.view(path)

    def quotes(self, path: str, claim: Claim) -> tuple[Quote, ...]:
        """The brief is read for them."""
        return self._rows.quotes(path, claim)

    def rest(self) -> None:
        """What was read of the files is let go of."""
        self._files.rest()

    def close(self) -> None:
        """Let go of the files."""
        self._files.close()
