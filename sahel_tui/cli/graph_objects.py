"""The JSON objects of the graph, its changes, structure and paths; docs/json.md has every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sahel_tui.cli.graph_scope import Shown
    from sahel_tui.cli.objects import Object
    from sahel_tui.queries.graph.communities import Community
    from sahel_tui.queries.graph.differences import Difference
    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.graph.paths import Hop, Path
    from sahel_tui.queries.graph.structure import Between, Degree
    from sahel_tui.queries.graph.triads import Triad

    Quotes = Callable[[Edge], Sequence[Object]]


def edge_object(edge: Edge) -> Object:
    """A relation between actors that are joined."""
    return {
        "brief": edge.at.brief,
        "path": edge.at.path,
        "id": edge.at.id,
        "source": edge.source,
        "target": edge.target,
        "type": edge.type,
        "sign": edge.sign,
        "since": edge.since.text if edge.since else None,
        "until": edge.until.text if edge.until else None,
        "status": edge.status,
        "confidence": edge.confidence,
        "contested": edge.contested,
        "grade": edge.grade,
        "marking": edge.marking,
    }


def graph_object(shown: Shown, as_of: str | None, marking: str | None) -> Object:
    """What a map or a matrix draws."""
    return {
        "as_of": as_of,
        "marking": marking,
        "actors": [{"id": n.id, "name": n.name, "type": n.type} for n in shown.graph.nodes],
        "relations": [
            {**edge_object(edge), "standing": standing(edge, shown, as_of)}
            for edge in shown.graph.edges
        ],
    }


def standing(edge: Edge, shown: Shown, as_of: str | None) -> str | None:
    """Whether it held on the date; None where there is no date."""
    if as_of is None:
        return None
    return "possible" if edge.at in shown.possible else "certain"


def difference_object(one: Difference) -> Object:
    """What differs between two dates."""
    before, after = one.polarities
    return {
        "kind": one.kind,
        "source": one.source,
        "target": one.target,
        "certain": one.certain,
        "before": before if one.was else None,
        "after": after if one.now else None,
        "was": [edge_object(edge) for edge in one.was],
        "now": [edge_object(edge) for edge in one.now],
    }


def actor_object(
    one: Degree, between: Between | None, names: Mapping[str, str], *, sampled: int
) -> Object:
    """How many relations an actor has, and how much it stands between others.

    `sampled`: of how many actors that is estimated, 0 where it is exact.
    """
    return {
        "what": "actor",
        "id": one.node,
        "name": names.get(one.node, one.node),
        "positive": one.positive,
        "neutral": one.neutral,
        "negative": one.negative,
        "neighbours": one.neighbours,
        "between": round(between.share, 6) if between else 0.0,
        "between_sampled": sampled or None,
        "relations": [_place_object(edge) for edge in one.edges],
    }


def community_object(one: Community) -> Object:
    """Actors that hold together."""
    return {
        "what": "community",
        "actors": list(one.nodes),
        "inside": [_place_object(edge) for edge in one.inside],
        "outside": [_place_object(edge) for edge in one.outside],
    }


def triad_object(one: Triad) -> Object:
    """Three actors at odds."""
    return {
        "what": "triad",
        "actors": list(one.nodes),
        "signs": list(one.signs),
        "relations": [_place_object(edge) for edge in one.edges],
    }


def _place_object(edge: Edge) -> Object:
    return {"brief": edge.at.brief, "path": edge.at.path, "id": edge.at.id}


def path_object(path: Path, graph: Graph, quotes: Quotes) -> Object:
    """A path and its receipts."""
    names = {node.id: node.name for node in graph.nodes}
    ids = [path.hops[0].source, *(hop.target for hop in path.hops)]
    return {
        "actors": [{"id": one, "name": names.get(one, one)} for one in ids],
        "weakest": path.weakest,
        "hops": [_hop_object(hop, quotes) for hop in path.hops],
    }


def _hop_object(hop: Hop, quotes: Quotes) -> Object:
    return {
        "from": hop.source,
        "to": hop.target,
        "forward": hop.forward,
        "relation": edge_object(hop.edge),
        "quotes": list(quotes(hop.edge)),
        "others": [edge_object(edge) for edge in hop.others],
    }
