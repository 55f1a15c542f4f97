"""How two actors stand to each other, by the signs of all relations between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.graph.graph import Edge

Polarity = Literal["positive", "neutral", "negative", "mixed"]
Pair = tuple[str, str]
"""Ids of two nodes, in the alphabet's order."""


def polarity(signs: Iterable[int]) -> Polarity:
    """Mixed where one relation is positive and another negative; neutral ones count for neither."""
    found = set(signs)
    if {1, -1} <= found:
        return "mixed"
    return "positive" if 1 in found else "negative" if -1 in found else "neutral"


def pair_of(edge: Edge) -> Pair:
    """Its actors, whatever its direction; twice the same one where it leads back to its actor."""
    left, right = edge.source, edge.target
    return (left, right) if left <= right else (right, left)


def by_pairs(edges: Iterable[Edge]) -> dict[Pair, list[Edge]]:
    """Relations by the actors that they are between."""
    found: dict[Pair, list[Edge]] = {}
    for edge in edges:
        found.setdefault(pair_of(edge), []).append(edge)
    return found
