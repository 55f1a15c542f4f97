"""The graph of a library, from the rows of its briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.graph.graph import Edge, Graph, Node
from sahel_tui.queries.library.identities import gather
from sahel_tui.queries.library.listing import Place
from sahel_tui.queries.library.scope import date_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sahel_tui.model.days import Day
    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import ActorRow, BriefRow, LibraryRows, RelationRow


def graph_of_library(rows: LibraryRows, identities: Identities) -> Graph:
    """All relations of a library: by the id of the brief, its path, and then their own id."""
    return graph_of_rows(rows.relations(), identities, rows.actors(), rows.briefs())


def graph_of_rows(
    relations: Iterable[RelationRow],
    identities: Identities,
    actors: Iterable[ActorRow] = (),
    briefs: Iterable[BriefRow] = (),
) -> Graph:
    """Some relations, between actors that are joined as judged; and all of `actors`, also alone.

    An actor has its name and type from `actors` (the newest first), else from the relations. The
    `briefs` say until when they were published: without them what has ended may have ended at any
    time. How good the passages are is not known from rows.
    """
    gathered = gather(actors, identities)
    nodes = {one.key: Node(one.key, one.name, one.type) for one in gathered.values()}
    published = {one.path: date_of(one.published).latest for one in briefs}
    edges = []
    for row in relations:
        source, target = identities.key(row.source), identities.key(row.target)
        nodes.setdefault(source, Node(source, row.source_name))
        nodes.setdefault(target, Node(target, row.target_name))
        edges.append(_edge(row, source, target, published))
    ordered = sorted(edges, key=lambda edge: edge.at)
    return Graph(tuple(nodes[one] for one in sorted(nodes)), tuple(ordered))


def _edge(row: RelationRow, source: str, target: str, published: Mapping[str, Day | None]) -> Edge:
    return Edge(
        Place(row.told.brief, row.told.path, row.id),
        source,
        target,
        row.type,
        row.inverse,
        row.sign,
        _date(row.since),
        _date(row.until),
        row.status,
        row.confidence,
        row.marking,
        row.contested,
        published.get(row.told.path),
    )


def _date(text: str | None) -> Edtf | None:
    return date_of(text) if text else None
