"""The points, events and relations of an index as long lists."""

from __future__ import annotations

from heapq import merge
from itertools import islice, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sahel_tui.index.checking import Shape, parts_in
from sahel_tui.index.failures import IndexDamagedError, said_when_damaged
from sahel_tui.index.packing import items_in
from sahel_tui.index.points import own_markings, point_row
from sahel_tui.index.scope import Numbered, ScopeIndex
from sahel_tui.index.snapshot import marks
from sahel_tui.queries.library.rows import EventRow, PointRow, RelationRow
from sahel_tui.queries.library.scope import TieRow, tie

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sahel_tui.index.snapshot import Shard, Snapshot

    Region = tuple[str | None, str | None]
    """A country, and what kind of place it is."""
    Stored = tuple[Any, ...]
    """The id of the claim, then all else."""

_EVENT = """event.id, doc.path, doc.brief, doc.day, event.date, event.first,
    event.last, event.title, event.type, event.place, event.place_id, event.least, event.most,
    event.tense, coalesce(event.marking, doc.marking), event.actors"""
_RELATION = """select relation.doc, relation.id, doc.path, doc.brief, doc.day, relation.source,
    giver.name, relation.target, taker.name, relation.type, relation.inverse, relation.sign,
    relation.since, relation.until, relation.first, relation.last, relation.status,
    coalesce(relation.marking, doc.marking), relation.confidence, relation.contested
    from relation join doc on doc.id = relation.doc
    cross join actor as giver on giver.doc = relation.doc and giver.actor = relation.source
    cross join actor as taker on taker.doc = relation.doc and taker.actor = relation.target"""
_OF_EVENT = Shape("tptidIIttTTIItTt")
_OF_RELATION = Shape("tptittttttsDDIItTTi")
_TIE_ORDER = (
    "-relation.sign, relation.since is null and relation.until is null, -(relation.sort >> 2)"
)
_NOWHERE: Region = (None, None)
_POINTS = """select doc.id, doc.path, doc.brief, doc.day, doc.marking, body.z
    from doc join body on body.id = doc.id"""


_ORDER, _OWN = (0, 1, 2), slice(3, -1)
"""Columns by which whole rows are ordered, and those that each is made of."""
_BATCH = 1024


class Events(Numbered[EventRow]):
    """All events by date, the oldest first."""

    def __init__(self, files: ScopeIndex, places: Mapping[str, Region] | None = None) -> None:
        """`places`: what the library declares of some, by their ids."""
        super().__init__(files)
        self._places = places or {}

    def ordered(self, shard: Shard) -> Iterator[Stored]:
        """By the day that they begin on."""
        return shard.rows(
            f"""select sort, coalesce(last, 0), id, doc from event
            where {shard.alive("doc")} order by event.sort, event.last, event.id"""
        )

    def fetched(
        self, snapshot: Snapshot, shard: Shard, docs: Sequence[int]
    ) -> Iterator[tuple[int, Stored]]:
        """From their table."""
        del snapshot
        query = f"""select event.doc, {_EVENT} from event join doc on doc.id = event.doc
            where event.doc in ({marks(docs)})
            order by event.sort, event.last, event.id"""
        return ((doc, tuple(row)) for doc, *row in shard.rows(query, docs))

    def everything(self) -> Iterator[tuple[int, EventRow]]:
        """All rows in their order with their numbers, in batches."""
        with self.files.turn() as working:
            streams = [
                self._numbered(at, shard, self._whole(shard))
                for at, shard in enumerate(working.shards)
            ]
            merged = merge(*streams, key=itemgetter(*_ORDER, -1))
        while True:
            with self.files.turn() as working, said_when_damaged(working.folder):
                batch = [(row[-1], self.made(row[_OWN])) for row in islice(merged, _BATCH)]
            if not batch:
                return
            yield from batch

    def _whole(self, shard: Shard) -> Iterator[Stored]:
        """What they are ordered by, all that is stored, and the brief."""
        return shard.rows(
            f"""select event.sort, coalesce(event.last, 0), event.id, {_EVENT}, event.doc
            from event indexed by event_by_date cross join doc on doc.id = event.doc
            where {shard.alive("event.doc")} order by event.sort, event.last, event.id"""
        )

    def made(self, stored: Stored) -> EventRow:
        """As its brief tells it."""
        name, path, brief, day, *head, least, most, tense, marking, actors = _OF_EVENT.checked(
            stored
        )
        parts = parts_in(actors)
        who = tuple((one, role) for one, _, role in parts), tuple(one for _, one, _ in parts)
        deaths = None if least is None and most is None else (least, most)
        told = self.told(path, brief, day)
        where = self._places.get(head[-1] or "", _NOWHERE)
        return EventRow(*(told, name, *head, *where, *who, deaths, tense, marking))


class Ties(Numbered[TieRow]):
    """The relations of one actor: positive, neutral, negative; of each the latest first."""

    def __init__(self, files: ScopeIndex, ids: frozenset[str]) -> None:
        super().__init__(files)
        self._ids = ids
        self._values = sorted(ids)
        places = marks(self._values)
        self._with = f"relation.source in ({places}) or relation.target in ({places})"

    def ordered(self, shard: Shard) -> Iterator[Stored]:
        """By sign, and by the day that they began on."""
        return shard.rows(
            f"""select {_TIE_ORDER}, doc.path, relation.id, relation.doc
            from relation join doc on doc.id = relation.doc
            where relation.doc in (select doc from actor where actor in ({marks(self._values)}))
                and ({self._with}) and {shard.alive("relation.doc")}
            order by {_TIE_ORDER}, doc.path, relation.id""",
            self._values * 3,
        )

    def fetched(
        self, snapshot: Snapshot, shard: Shard, docs: Sequence[int]
    ) -> Iterator[tuple[int, Stored]]:
        """From their table."""
        del snapshot
        query = f"""{_RELATION} where relation.doc in ({marks(docs)}) and ({self._with})
            order by {_TIE_ORDER}, relation.id"""
        return ((doc, tuple(row)) for doc, *row in shard.rows(query, [*docs, *self._values * 2]))

    def made(self, stored: Stored) -> TieRow:
        """From the side of the actor."""
        name, path, brief, day, *rest, contested = _OF_RELATION.checked(stored)
        row = RelationRow(*(self.told(path, brief, day), name, *rest, bool(contested)))
        return tie(row, self._ids)


class Points(Numbered[PointRow]):
    """All points, those of the newest briefs first."""

    def ordered(self, shard: Shard) -> Iterator[Stored]:
        """As they follow each other in their briefs."""
        left = shard.file.size  # each takes more than a byte
        for day, brief, path, doc, points in shard.rows(
            f"""select -day, brief, path, id, points from doc
            where points > 0 and {shard.alive("id")} order by -day, brief, path"""
        ):
            if points > left:
                raise IndexDamagedError(shard.path, f"has a brief of {points} points")
            left -= points
            yield from repeat((day, brief, path, doc), points)

    def fetched(
        self, snapshot: Snapshot, shard: Shard, docs: Sequence[int]
    ) -> Iterator[tuple[int, Stored]]:
        """From the documents of their briefs."""
        query = f"{_POINTS} where doc.id in ({marks(docs)})"
        own = own_markings(shard, docs)
        for doc, path, brief, day, marking, body in shard.rows(query, docs):
            for item in items_in(body, snapshot.words, "point"):
                yield doc, (item.id, path, brief, day, own.get((doc, item.id), marking), item)

    def made(self, stored: Stored) -> PointRow:
        """As its brief words it."""
        path, brief, day, marking, item = stored[1:]
        return point_row(self.told(path, brief, day), item, marking)
