"""What the structure of a graph says: who has the most relations, and who stands between others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sahel_tui.queries.graph.graph import Edge, Graph

Around = dict[str, tuple[str, ...]]
"""Each actor's neighbours, the alphabet's first."""

_EXACT = 4_000_000
"""Actors times pairs up to which all shortest paths are counted."""


class Degree(NamedTuple):
    """How many relations an actor has, by their signs."""

    node: str
    positive: int
    neutral: int
    negative: int
    neighbours: int
    edges: tuple[Edge, ...]
    """In the order of the graph."""


class Between(NamedTuple):
    """How much an actor stands between others."""

    node: str
    share: float
    """Of all pairs of others the part whose shortest paths lead by it, 0 to 1; where a pair has
    several, the part of those."""
    edges: tuple[Edge, ...]
    """Its relations, in the order of the graph."""


class Betweenness(NamedTuple):
    """Who stands between others."""

    rows: tuple[Between, ...]
    """Who stands between any, the most first."""
    sampled: int
    """Of how many actors the paths were followed; 0 where of all."""


def edges_of(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    """Relations by actor; one that leads back to its actor once."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        for node in dict.fromkeys((edge.source, edge.target)):
            found.setdefault(node, []).append(edge)
    return found


def degrees(graph: Graph) -> tuple[Degree, ...]:
    """All actors, those with the most relations first; also those that have none."""
    by_node = edges_of(graph.edges)
    rows = (_degree(node.id, by_node.get(node.id, [])) for node in graph.nodes)
    return tuple(sorted(rows, key=lambda row: (-len(row.edges), -row.neighbours, row.node)))


def _degree(node: str, edges: Sequence[Edge]) -> Degree:
    signs = [edge.sign for edge in edges]
    others = {end for edge in edges for end in (edge.source, edge.target)} - {node}
    return Degree(node, signs.count(1), signs.count(0), signs.count(-1), len(others), tuple(edges))


def betweenness(graph: Graph, stopped: Callable[[], bool] = lambda: False) -> Betweenness:
    """By all relations but those that are denied, whatever their direction and number.

    In a large graph the paths of some actors alone are followed, spread evenly, and the shares are
    estimated. Rows are missing once it is `stopped`.
    """
    around = neighbours(edge for edge in graph.edges if edge.status != "denied")
    pairs = sum(map(len, around.values()))
    step = 1 + len(around) * pairs // _EXACT
    starts = sorted(around)[::step]
    sums = dict.fromkeys(around, 0.0)
    for start in starts:
        if stopped():
            return Betweenness((), 0)
        for node, part in _through(start, around):
            sums[node] += part
    others = len(around) - 1
    whole = len(starts) * others * (others - 1) / len(around) if others > 1 else 1.0
    by_node = edges_of(graph.edges)
    rows = (
        Between(node, min(1.0, part / whole), tuple(by_node[node]))
        for node, part in sums.items()
        if part > 0
    )
    ordered = tuple(sorted(rows, key=lambda row: (-round(row.share, 9), row.node)))
    return Betweenness(ordered, len(starts) if step > 1 else 0)


def neighbours(edges: Iterable[Edge]) -> Around:
    """The actors that have a relation with another, and with whom."""
    found: dict[str, set[str]] = {}
    for edge in edges:
        if edge.source != edge.target:
            found.setdefault(edge.source, set()).add(edge.target)
            found.setdefault(edge.target, set()).add(edge.source)
    return {node: tuple(sorted(found[node])) for node in sorted(found)}


def _through(start: str, around: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, float]]:
    """Which part of the shortest paths from one actor leads by each other (Brandes 2001)."""
    distance = {start: 0}
    ways = {start: 1.0}
    order = [start]
    for node in order:
        for other in around[node]:
            if other not in distance:
                distance[other] = distance[node] + 1
                ways[other] = 0.0
                order.append(other)
            if distance[other] == distance[node] + 1:
                ways[other] += ways[node]
    parts = dict.fromkeys(order, 0.0)
    for node in reversed(order[1:]):
        each = (1 + parts[node]) / ways[node]
        for other in around[node]:
            if distance[other] == distance[node] - 1:
                parts[other] += ways[other] * each
        yield node, parts[node]
