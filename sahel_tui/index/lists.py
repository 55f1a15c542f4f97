"""Lists over all briefs: the rows of every file, merged in one order, a page at a time."""

from __future__ import annotations

import os
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from sahel_tui.index.checking import Shape, parts_in
from sahel_tui.index.failures import said_when_damaged
from sahel_tui.index.rows import Appearance, BriefRow, Counts, EventRow, LinkRow, RelationRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.index.snapshot import Shard, Snapshot

Shown = TypeVar("Shown")


class Page(NamedTuple, Generic[Shown]):
    """Some rows of a list."""

    rows: tuple[Shown, ...]
    more: bool
    """Whether others follow."""


class Wanted(NamedTuple):
    """Which events or relations; what is None lets all through."""

    actor: str | None = None
    """The id of one who has a part in it."""
    type: str | None = None
    place: str | None = None
    """The id or the name of an event's place."""
    sign: int | None = None
    """Of a relation."""
    brief: str | None = None
    """The id of its brief."""
    after: int | None = None
    """A day by its ordinal: what may lie on or after it."""
    before: int | None = None


class _Query(NamedTuple):
    select: str
    """Columns and tables; the first columns are what the rows are sorted by."""
    doc: str
    """The column with the number of the brief."""
    shape: Shape
    """Of what follows the columns that it is sorted by."""
    order: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()
    down: bool = False

    def text(self, shard: Shard, most: int) -> str:
        order = ", ".join(f"{column}{' desc' if self.down else ''}" for column in self.order)
        conditions = " and ".join((*self.conditions, shard.alive(self.doc)))
        return f"select {self.select} where {conditions} order by {order} limit {most}"


_NEWEST = ("-doc.day", "doc.brief", "doc.path")
ORDERS = {
    "newest": (_NEWEST, False),
    "oldest": (_NEWEST, True),
    "title": (("doc.sorted", *_NEWEST), False),
    "findings": (("-doc.findings", *_NEWEST), False),
}
"""How briefs can be sorted."""
_BRIEF = """doc.path, doc.brief, doc.title, doc.published, doc.first, doc.last, doc.publisher,
    doc.marking, doc.points, doc.actors, doc.relations, doc.events, doc.passages, doc.findings
    from doc"""
_EVENT = """event.sort, event.last, event.id, doc.brief, doc.path, event.id, event.date,
    event.first, event.last, event.title, event.type, event.place, event.place_id, event.least,
    event.most, event.tense, event.marking, event.passages, event.actors
    from event join doc on doc.id = event.doc"""
_RELATION = """relation.sort, relation.last, relation.id, doc.brief, doc.path, relation.id,
    relation.source, giver.name, relation.target, taker.name, relation.type,
    relation.inverse, relation.sign, relation.since, relation.until, relation.first, relation.last,
    relation.status, relation.confidence, relation.marking, relation.passages,
    relation.contested
    from relation join doc on doc.id = relation.doc
    cross join actor as giver on giver.doc = relation.doc and giver.actor = relation.source
    cross join actor as taker on taker.doc = relation.doc and taker.actor = relation.target"""
_LINK = """-doc.day, doc.brief, doc.path, link.rowid,
    doc.brief, doc.path, link.point, link.how, link.target
    from link join doc on doc.id = link.doc"""
_APPEARANCE = """-doc.day, doc.brief, doc.path, doc.brief, doc.path, doc.title, doc.published,
    doc.day, actor.name, actor.mentions, actor.positive, actor.neutral, actor.negative
    from actor join doc on doc.id = actor.doc"""
_OF_BRIEF = Shape("pttdIItTiiiiii")
_OF_EVENT = Shape("tptdIIttTTIItTit")
_OF_RELATION = Shape("tptttttttsDDIItTTii")
_OF_LINK = Shape("tpttt")
_OF_APPEARANCE = Shape("tptditiiii")
_COUNTS = """count(*), total(points), total(actors), total(relations), total(events),
    total(passages), total(findings) from doc"""


class Lists:
    """The lists of one snapshot; paths are as they are found from `library`."""

    def __init__(self, snapshot: Snapshot, library: str) -> None:
        self._snapshot = snapshot
        self._library = library

    def briefs(self, sort: str, match: str, limit: int, offset: int) -> Page[BriefRow]:
        """The briefs whose title, publisher or id has a folded text in it."""
        order, down = ORDERS[sort]
        select = f"{', '.join(order)}, {_BRIEF}"
        query = _Query(
            select, "doc.id", _OF_BRIEF, order, ("instr(doc.folded, ?)",), (match,), down
        )
        if not match:
            query = query._replace(conditions=(), values=())
        return self._page(query, limit, offset, self._brief)

    def events(self, wanted: Wanted, limit: int, offset: int, down: bool) -> Page[EventRow]:
        """The events that may lie within days, by date."""
        query = _wanted(
            _Query(_EVENT, "event.doc", _OF_EVENT, _dated("event"), down=down), "event", wanted
        )
        return self._page(query, limit, offset, self._event)

    def relations(self, wanted: Wanted, limit: int, offset: int, down: bool) -> Page[RelationRow]:
        """The relations that may have held within days, by when they began."""
        query = _Query(_RELATION, "relation.doc", _OF_RELATION, _dated("relation"), down=down)
        return self._page(_wanted(query, "relation", wanted), limit, offset, self._relation)

    def links(self, limit: int, offset: int) -> Page[LinkRow]:
        """What points say of other points."""
        query = _Query(_LINK, "link.doc", _OF_LINK, (*_NEWEST, "link.rowid"))
        return self._page(
            query, limit, offset, lambda row: LinkRow(row[0], self._path(row[1]), *row[2:])
        )

    def appearances(self, actor: str, limit: int, offset: int) -> Page[Appearance]:
        """The briefs that have an actor, the newest first."""
        query = _Query(
            _APPEARANCE, "actor.doc", _OF_APPEARANCE, _NEWEST, ("actor.actor = ?",), (actor,)
        )
        return self._page(
            query, limit, offset, lambda row: Appearance(row[0], self._path(row[1]), *row[2:])
        )

    def counts(self) -> Counts:
        """How much there is in all briefs."""
        found = [
            row
            for shard in self._snapshot.shards
            for row in shard.rows(f"select {_COUNTS} where {shard.alive('doc.id')}")
        ]
        none = (0,) * len(Counts._fields)
        return Counts(*(int(sum(column)) for column in zip(none, *found, strict=True)))

    def _page(
        self, query: _Query, limit: int, offset: int, shown: Callable[[Sequence[Any]], Shown]
    ) -> Page[Shown]:
        most = offset + limit + 1
        keys = len(query.order)
        shards = self._snapshot.shards
        streams = (shard.rows(query.text(shard, most), query.values) for shard in shards)
        in_order = merge(*streams, key=lambda row: _comparable(row[:keys]), reverse=query.down)
        with said_when_damaged(self._snapshot.folder):
            rows = list(islice(in_order, offset, most))
            checked = (query.shape.checked(row[keys:]) for row in rows[:limit])
            return Page(tuple(map(shown, checked)), len(rows) > limit)

    def _brief(self, row: Sequence[Any]) -> BriefRow:
        return BriefRow(self._path(row[0]), *row[1:])

    def _event(self, row: Sequence[Any]) -> EventRow:
        return EventRow(*(row[0], self._path(row[1]), *row[2:-1], parts_in(row[-1])))

    def _relation(self, row: Sequence[Any]) -> RelationRow:
        return RelationRow(*(row[0], self._path(row[1]), *row[2:-1], bool(row[-1])))

    def _path(self, path: str) -> str:
        return os.path.join(self._library, path)


def _dated(table: str) -> tuple[str, ...]:
    return (f"{table}.sort", f"{table}.last", f"{table}.id")


def _comparable(key: Sequence[Any]) -> tuple[Any, ...]:
    """None stands among equals only: `sort` tells where there is no last day."""
    return tuple(0 if one is None else one for one in key)


_CONDITIONS = {
    "event actor": "event.doc in (select doc from actor where actor = ?)"
    """ and instr(event.actors, '["' || ? || '",')""",
    "event place": "(event.place_id = ? or event.place = ?)",
    "relation actor": "relation.doc in (select doc from actor where actor = ?)"
    " and (relation.source = ? or relation.target = ?)",
    "relation sign": "relation.sign = ?",
    "type": "{0}.type = ?",
    "brief": "doc.brief = ?",
    "after": "({0}.last is null or {0}.last >= ?)",
    "before": "({0}.first is null or {0}.first <= ?)",
}


def _wanted(query: _Query, table: str, wanted: Wanted) -> _Query:
    """The query with its conditions; one that this table knows nothing of lets all through."""
    conditions: list[str] = []
    values: list[Any] = []
    for name, value in wanted._asdict().items():
        condition = _CONDITIONS.get(f"{table} {name}") or _CONDITIONS.get(name)
        if value is not None and condition is not None:
            conditions.append(condition.format(table))
            values += [value] * condition.count("?")
    return query._replace(conditions=tuple(conditions), values=tuple(values))
