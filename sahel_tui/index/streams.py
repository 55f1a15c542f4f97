"""The rows of an index, one after another: nothing but a page of them is held."""

from __future__ import annotations

from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.index.checking import Shape
from sahel_tui.index.failures import said_when_damaged
from sahel_tui.index.packing import document_in
from sahel_tui.index.snapshot import marks
from sahel_tui.queries.library.event_order import WIDE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.index.snapshot import Shard, Snapshot
    from sahel_tui.queries.search.documents import Document

    Row = tuple[Any, ...]

_RARE = 16
"""Who is in fewer than one in so many briefs is looked up brief by brief."""
_MOST_IDS = 300
"""Ids that a query names: an older SQLite takes no more than 999 values. Beyond, all rows pass."""
_KEYS = 4


class Table(NamedTuple):
    """What is read of a table, and of whom a row is."""

    name: str
    columns: str
    shape: Shape
    """Of what a row is sorted by, then of the columns."""
    joins: str
    has: str
    """The condition that an actor has a part in a row, whom it names so often:"""
    values: int


EVENTS = Table(
    "event",
    """doc.path, doc.brief, doc.day, event.id, event.date, event.first, event.last, event.title,
    event.type, event.place, event.place_id, event.least, event.most, event.tense,
    coalesce(event.marking, doc.marking), event.actors""",
    Shape("iitiptitdIIttTTIItTt"),
    "cross join doc on doc.id = event.doc",
    """instr(event.actors, '["' || ? || '",')""",
    1,
)
RELATIONS = Table(
    "relation",
    """doc.path, doc.brief, doc.day, relation.id, relation.source, giver.name, relation.target,
    taker.name, relation.type, relation.inverse, relation.sign, relation.since, relation.until,
    relation.first, relation.last, relation.status, coalesce(relation.marking, doc.marking),
    relation.confidence, relation.contested""",
    Shape("iitiptitttttttsDDIItTTi"),
    """cross join doc on doc.id = relation.doc
    cross join actor as giver on giver.doc = relation.doc and giver.actor = relation.source
    cross join actor as taker on taker.doc = relation.doc and taker.actor = relation.target""",
    "relation.source = ? or relation.target = ?",
    2,
)


def by_date(snapshot: Snapshot, table: Table, ids: Sequence[str] | None = None) -> Iterator[Row]:
    """The rows of a table, the oldest first; of `ids` those at least that these have a part in."""
    some = None if ids is None or len(ids) > _MOST_IDS else ids
    return _merged([_of(shard, table, some) for shard in snapshot.shards])


def events_beside(snapshot: Snapshot, ids: Sequence[str], day: int) -> Iterator[Row]:
    """Of the events that some actors have a part in the first from a day on, and the last before
    it."""
    for which, down in ((">=", False), ("<", True)):
        condition = f"event.sort {which} {day << 2}"
        streams = [
            _of(shard, EVENTS, ids[:_MOST_IDS], condition, down=down) for shard in snapshot.shards
        ]
        yield from islice(_merged(streams, down=down), 1)


def newest_events(snapshot: Snapshot) -> Iterator[Row]:
    """All events by their first days, the newest first; before all those of WIDE days or more."""
    is_open = "event.sort & 3"
    days = f"case when {is_open} then {WIDE} else event.last - (event.sort >> 2) end"
    for which in (f"{days} >= {WIDE}", f"{days} < {WIDE}"):
        streams = [_of(shard, EVENTS, None, which, down=True) for shard in snapshot.shards]
        yield from _merged(streams, down=True)


def _merged(streams: Sequence[Iterator[Row]], *, down: bool = False) -> Iterator[Row]:
    in_order = merge(*streams, key=itemgetter(slice(_KEYS)), reverse=down)
    return (row[_KEYS:] for row in in_order)


def _of(
    shard: Shard,
    table: Table,
    ids: Sequence[str] | None,
    which: str = "true",
    *,
    down: bool = False,
) -> Iterator[Row]:
    """Of one file, in order."""
    query, values = _query(shard, table, ids, which, "desc" if down else "")
    with said_when_damaged(shard.path):
        yield from map(table.shape.checked, shard.rows(query, values))


def _query(
    shard: Shard, table: Table, ids: Sequence[str] | None, which: str, way: str
) -> tuple[str, list[str]]:
    """Through the table as it is sorted, or through the briefs of a rare actor.

    `cross join` keeps SQLite from an order of its own, in which it would sort, or seek for hours.
    """
    name, values = table.name, [one for one in ids or () for _ in range(table.values)]
    tables = f"{name} indexed by {name}_by_date"
    if ids is not None and _is_rare(shard, ids):
        briefs = f"select distinct doc from actor where actor in ({marks(ids)})"
        tables = f"({briefs}) as own cross join {name} on {name}.doc = own.doc"
        values = [*ids, *values]
    having = "true" if ids is None else " or ".join([table.has] * len(ids))
    order = ", ".join(f"{name}.{column} {way}" for column in ("sort", "last", "id"))
    return (
        f"""select {name}.sort, coalesce({name}.last, 0), {name}.id, {name}.doc, {table.columns}
        from {tables} {table.joins}
        where ({having}) and {which} and {shard.alive(f"{name}.doc")} order by {order}""",
        values,
    )


def _is_rare(shard: Shard, ids: Sequence[str]) -> bool:
    query = f"select count(*) from actor where actor in ({marks(ids)})"
    return any(_RARE * number < shard.file.briefs for (number,) in shard.rows(query, ids))


# Rows of the newest briefs first -----------------------------------------------------------------

_BRIEF = Shape("itpipttditTiiiii")
_NAMED = Shape("itpiptiti")
_LINK = Shape("itpiptittt")
_NEWEST = "-doc.day, doc.brief, doc.path"


def briefs(snapshot: Snapshot) -> Iterator[Row]:
    """Every brief."""
    columns = """doc.path, doc.brief, doc.title, doc.published, doc.day, doc.publisher, doc.marking,
        doc.points, doc.actors, doc.relations, doc.events, doc.findings"""
    return _newest(snapshot, "doc.id", f"{columns} from doc where true", (), _BRIEF)


def appearances(snapshot: Snapshot, actor: str) -> Iterator[Row]:
    """What each brief that has an actor calls it, and how often it names it."""
    columns = """doc.path, doc.brief, doc.day, actor.name, actor.mentions
        from actor cross join doc on doc.id = actor.doc where actor.actor = ?"""
    return _newest(snapshot, "actor.doc", columns, (actor,), _NAMED)


def links(snapshot: Snapshot) -> Iterator[Row]:
    """What points say of other points."""
    columns = """doc.path, doc.brief, doc.day, link.point, link.how, link.target
        from link cross join doc on doc.id = link.doc where true"""
    return _newest(snapshot, "link.doc", columns, (), _LINK)


def _newest(
    snapshot: Snapshot, doc: str, query: str, values: Sequence[str], shape: Shape
) -> Iterator[Row]:
    """The numbers of the briefs in a shard are in order."""

    def of(shard: Shard) -> Iterator[Row]:
        order = _NEWEST if shard.is_delta else doc
        asked = f"select {_NEWEST}, {doc}, {query} and {shard.alive(doc)} order by {order}"
        with said_when_damaged(shard.path):
            yield from map(shape.checked, shard.rows(asked, values))

    return _merged([of(shard) for shard in snapshot.shards])


# Whole briefs -------------------------------------------------------------------------------------


def documents(snapshot: Snapshot) -> Iterator[Document]:
    """Of all briefs, in no order."""
    for shard in snapshot.shards:
        with said_when_damaged(shard.path):
            for (body,) in shard.rows(f"select z from body where {shard.alive('body.id')}"):
                yield document_in(body, snapshot.words)
