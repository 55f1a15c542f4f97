"""Which actors a map of some size has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.graph.graph import Node, names_of
from sahel_tui.queries.graph.stress import links, steps_from
from sahel_tui.render.cells import fit, width
from sahel_tui.render.graph.boxes import MARGIN
from sahel_tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.graph.graph import Edge, Graph

MOST = 30
"""Actors that a map shows at most at 80x24; at four times its size twice as many."""
_SCREEN = 80 * 24
_MOST_EVER = 48
_FULL, _LEAST = 0.4, 2
"""The part of all cells that labels take at most; so many may have more."""


class Plan(NamedTuple):
    """What is to be drawn, the same for the same data in any order."""

    nodes: tuple[Node, ...]
    """By id."""
    names: tuple[str, ...]
    """What is shown of each: its name, safe, whole where it fits."""
    pairs: dict[tuple[int, int], tuple[Edge, ...]]
    """By the places of two nodes, the lesser first."""


def plan(graph: Graph, cells: int, rows: int, centre: str | None) -> Plan:
    """All of a graph, or the centre's surroundings, or the actors with the most relations."""
    whole = _sorted(graph)
    names = [fit(safe(name), cells - 2 * MARGIN) for name in names_of(whole.nodes).values()]
    size = cells * rows
    most = min(_MOST_EVER, int(MOST * max(1.0, (size / _SCREEN) ** 0.5)))
    room = size * _FULL
    kept: list[int] = []
    for node in _ranked(whole, centre):
        room -= width(names[node]) + 2 * MARGIN
        if len(kept) == most or (room < 0 and len(kept) >= _LEAST) or not names[node]:
            break
        kept.append(node)
    return _part(whole._replace(names=tuple(names)), sorted(kept))


def _sorted(graph: Graph) -> Plan:
    found = {node.id: node for node in graph.nodes}
    for edge in graph.edges:
        for end in (edge.source, edge.target):
            found.setdefault(end, Node(end, end))
    nodes = tuple(found[one] for one in sorted(found))
    at = {node.id: number for number, node in enumerate(nodes)}
    pairs: dict[tuple[int, int], list[Edge]] = {}
    for edge in graph.edges:
        one, other = sorted((at[edge.source], at[edge.target]))
        pairs.setdefault((one, other), []).append(edge)
    ordered = {pair: tuple(sorted(pairs[pair], key=told)) for pair in sorted(pairs)}
    return Plan(nodes, (), ordered)


def told(edge: Edge) -> tuple[str, ...]:
    """A key that puts relations into an order of their own."""
    return (*edge.at, edge.source, edge.target, edge.type)


def _ranked(whole: Plan, centre: str | None) -> Sequence[int]:
    """The centre, then by steps from it and by relations, the most first."""
    count = len(whole.nodes)
    relations = [0] * count
    for pair, edges in whole.pairs.items():
        for end in pair:
            relations[end] += len(edges)
    steps = [0] * count
    at = next((n for n, node in enumerate(whole.nodes) if node.id == centre), None)
    if at is not None:
        found = steps_from(links(count, list(whole.pairs)), at)
        steps = [one if one >= 0 else count for one in found]
    return sorted(range(count), key=lambda node: (steps[node], -relations[node], node))


def _part(whole: Plan, kept: Sequence[int]) -> Plan:
    at = {node: number for number, node in enumerate(kept)}
    return Plan(
        tuple(whole.nodes[node] for node in kept),
        tuple(whole.names[node] for node in kept),
        {
            (at[one], at[other]): edges
            for (one, other), edges in whole.pairs.items()
            if one in at and other in at and one != other
        },
    )
