"""Which actors hold together.

By relations that are not hostile: between two actors a positive one counts twice, a neutral one
once, a negative or denied one not at all, and several of one kind count no more than one, since
how often a thing is told says nothing of how close the two are. The actors are divided so that the
division's modularity is high (Blondel and others, 2008), always in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.graph.signs import by_pairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from sahel_tui.queries.graph.graph import Edge, Graph

Weights = dict[str, dict[str, float]]
"""How much each holds to each other; to itself what is within it, counted from both sides."""
_LEAST = 1e-12


class Community(NamedTuple):
    """Actors that hold together."""

    nodes: tuple[str, ...]
    """Those with the most relations within it first."""
    inside: tuple[Edge, ...]
    """All relations of two of them, also hostile ones, in the order of the graph."""
    outside: tuple[Edge, ...]
    """All that one of them has with any other."""


def communities(graph: Graph, stopped: Callable[[], bool] = lambda: False) -> tuple[Community, ...]:
    """All with two actors or more, the largest first; each actor is in one at most.

    Those who hold to nobody are in none. There are none once it is `stopped`.
    """
    weights = _weights(graph)
    part = {node: node for node in weights}
    while not stopped():
        moved = _moved(weights, stopped)
        if len(set(moved.values())) == len(weights):
            break
        part = {node: moved[one] for node, one in part.items()}
        weights = _joined(weights, moved)
    return _told(graph, part) if not stopped() else ()


def _weights(graph: Graph) -> Weights:
    found: Weights = {}
    for (one, other), edges in by_pairs(graph.edges).items():
        signs = {edge.sign for edge in edges if edge.status != "denied"}
        weight = 2.0 * (1 in signs) + (0 in signs)
        if weight and one != other:
            found.setdefault(one, {})[other] = weight
            found.setdefault(other, {})[one] = weight
    return {node: found[node] for node in sorted(found)}


def _moved(weights: Weights, stopped: Callable[[], bool]) -> dict[str, str]:
    """Each where it holds most to, against what chance would have; until nobody moves."""
    degree = {node: sum(around.values()) for node, around in weights.items()}
    whole = sum(degree.values())
    part = {node: node for node in weights}
    total = dict(degree)
    moving = bool(whole)
    while moving and not stopped():
        moving = False
        for node, around in weights.items():
            held: dict[str, float] = defaultdict(float)
            for other, weight in around.items():
                if other != node:
                    held[part[other]] += weight
            own = part[node]
            total[own] -= degree[node]
            gain = {one: held[one] - total[one] * degree[node] / whole for one in sorted(held)}
            gain.setdefault(own, -total[own] * degree[node] / whole)
            best = max(gain, key=lambda one: (gain[one], one == own))
            if gain[best] <= gain[own] + _LEAST:
                best = own
            total[best] += degree[node]
            part[node] = best
            moving = moving or best != own
    return part


def _joined(weights: Weights, part: dict[str, str]) -> Weights:
    """What is in one part as one."""
    found: Weights = {}
    for node, around in weights.items():
        into = found.setdefault(part[node], {})
        for other, weight in around.items():
            into[part[other]] = into.get(part[other], 0.0) + weight
    return found


def _told(graph: Graph, part: dict[str, str]) -> tuple[Community, ...]:
    members: dict[str, list[str]] = {}
    for node, name in part.items():
        members.setdefault(name, []).append(node)
    edges: dict[str, tuple[list[Edge], list[Edge]]] = {name: ([], []) for name in members}
    for edge in graph.edges:
        source, target = part.get(edge.source), part.get(edge.target)
        for one in dict.fromkeys((source, target)):
            if one is not None:
                edges[one][source != target].append(edge)
    found = [_community(members[name], *edges[name]) for name in members]
    return tuple(sorted(found, key=lambda one: (-len(one.nodes), one.nodes)))


def _community(nodes: list[str], inside: list[Edge], outside: list[Edge]) -> Community:
    ties = dict.fromkeys(nodes, 0)
    for edge in inside:
        ties[edge.source] += 1
        ties[edge.target] += 1
    ordered = sorted(nodes, key=lambda node: (-ties[node], node))
    return Community(tuple(ordered), tuple(inside), tuple(outside))
