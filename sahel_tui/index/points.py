"""The points of a brief of an index, from its document: they have no table of their own."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from sahel_tui.index.checking import Shape
from sahel_tui.index.failures import said_when_damaged
from sahel_tui.index.packing import items_in
from sahel_tui.index.snapshot import marks
from sahel_tui.queries.library.rows import PointRow, Telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.index.snapshot import Shard, Snapshot
    from sahel_tui.queries.search.documents import Item

_HEAD = Shape("ipiT")
_POINT = Shape("tttTTT")
_MARKED = Shape("itt")


def points_of(snapshot: Snapshot, brief: str) -> dict[str, PointRow]:
    """By their ids, with paths as the index has them; of several briefs of one id the newest's."""
    found = min(
        (
            (-day, path, at, id_, marking)
            for at, shard in enumerate(snapshot.shards)
            for id_, path, day, marking in _named(shard, brief)
        ),
        key=itemgetter(slice(3)),
        default=None,
    )
    if found is None:
        return {}
    day, path, at, id_, marking = found
    shard, told = snapshot.shards[at], Telling(path, brief, -day)
    own = own_markings(shard, [id_])
    with said_when_damaged(shard.path):
        bodies = shard.rows("select z from body where id = ?", (id_,))
        items = [item for (z,) in bodies for item in items_in(z, snapshot.words, "point")]
        marked = ((item, own.get((id_, item.id), marking)) for item in items)
        return {item.id: point_row(told, item, marking) for item, marking in marked}


def _named(shard: Shard, brief: str) -> list[tuple[int, str, int, str | None]]:
    query = f"select id, path, day, marking from doc where brief = ? and {shard.alive('id')}"
    with said_when_damaged(shard.path):
        rows = map(_HEAD.checked, shard.rows(query, (brief,)))
        return [(id_, path, day, marking) for id_, path, day, marking in rows]


def own_markings(shard: Shard, docs: Sequence[int]) -> dict[tuple[int, str], str]:
    """What the points of some briefs are marked with; all others are as their briefs are."""
    query = f"select doc, point, marking from point_marking where doc in ({marks(docs)})"
    with said_when_damaged(shard.path):
        rows = map(_MARKED.checked, shard.rows(query, docs))
        return {(doc, point): marking for doc, point, marking in rows}


def point_row(told: Telling, item: Item, marking: str | None) -> PointRow:
    """A point as its brief words it; ValueError where it is none that was written."""
    facets = dict(one.split(":", 1) for one in item.facets)
    sure = (facets.get("likelihood"), facets.get("confidence"))
    row = (item.id, item.text, facets.get("type", ""), marking, *sure)
    return PointRow(told, *_POINT.checked(row))
