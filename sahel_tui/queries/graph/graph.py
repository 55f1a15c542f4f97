"""The graph of one brief, or of a library: actors, and the relations that briefs tell of."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.evidence import is_contested
from sahel_tui.queries.graph.grades import best_grade
from sahel_tui.queries.library.extraction import marking_of
from sahel_tui.queries.library.listing import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sahel_tui.model.days import Day
    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.views import BriefView, RelationView


class Node(NamedTuple):
    """An actor."""

    id: str
    """Of an actor with several ids the one that stands for it."""
    name: str
    type: str | None = None


class Edge(NamedTuple):
    """One relation as one brief tells it."""

    at: Place
    source: str
    """Ids of nodes, as `target`."""
    target: str
    type: str
    inverse: str
    """How the type reads from the target's side; empty for a symmetric type."""
    sign: int
    since: Edtf | None
    until: Edtf | None
    status: str
    confidence: str | None
    marking: str | None
    """The one that holds for it: its own or a higher one of a source that it quotes, else the
    brief's."""
    contested: bool
    """Whether a passage disputes it."""
    published: Day | None = None
    """The last day on which its brief may have been published: what has ended had ended by then."""
    grade: str | None = None
    """Of the best passage that supports it, as `B2`; None where that is not known here."""


class Graph(NamedTuple):
    """Nodes by id, with or without edges, and edges in the order in which they are told."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(view: BriefView, order: Sequence[str] = ()) -> Graph:
    """The graph of one brief: all of its actors, and those that its relations name besides.

    `order` is its library's of markings.
    """
    nodes = {one.id: Node(one.id, one.name, one.type) for one in view.actors}
    for one in view.relations:
        nodes.setdefault(one.source, Node(one.source, one.source_name))
        nodes.setdefault(one.target, Node(one.target, one.target_name))
    reliability = {one.id: one.reliability for one in view.sources}
    marked = partial(marking_of, view, order)
    edges = (_edge(view, one, reliability, marked(one)) for one in view.relations)
    return Graph(tuple(nodes[one] for one in sorted(nodes)), tuple(edges))


def names_of(nodes: Iterable[Node]) -> dict[str, str]:
    """What actors are called where they are shown: with their ids, where several have a name."""
    known = {one.id: one.name or one.id for one in nodes}
    times = Counter(known.values())
    return {id_: name if times[name] == 1 else f"{name} ({id_})" for id_, name in known.items()}


def with_edges(graph: Graph, edges: Iterable[Edge]) -> Graph:
    """The same with other edges, and no node that has none."""
    kept = tuple(edges)
    ends = {end for edge in kept for end in (edge.source, edge.target)}
    return Graph(tuple(node for node in graph.nodes if node.id in ends), kept)


def _edge(
    view: BriefView,
    one: RelationView,
    reliability: Mapping[str, str | None],
    marking: str | None,
) -> Edge:
    return Edge(
        Place(view.id, view.path, one.id),
        one.source,
        one.target,
        one.type,
        one.inverse,
        one.sign,
        one.since,
        one.until,
        one.status,
        one.confidence,
        marking,
        is_contested(one.evidence),
        view.published.latest,
        best_grade(
            (reliability.get(p.source), p.credibility)
            for p in one.evidence
            if p.stance == "supports" and p.review != "rejected" and p.state.value != "orphan"
        ),
    )
