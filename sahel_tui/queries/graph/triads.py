"""Three actors whose relations are at odds: the friend of A fights the friend of A."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.days import Day
from sahel_tui.queries.graph.extents import extent_of
from sahel_tui.queries.graph.signs import by_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.graph.signs import Pair

Signs = tuple[int, int, int]
_AT_ODDS: tuple[Signs, ...] = ((1, 1, -1), (1, -1, 1), (-1, 1, 1), (-1, -1, -1))
"""The signs of three relations whose product is negative."""
_Dated = tuple["Edge", Day, Day]
"""A relation, and the first and the last day that it may have held."""
_ALWAYS, _FOR_EVER = Day(-(10**12), 1, 1), Day(10**12, 1, 1)


class Triad(NamedTuple):
    """Three actors, and the signs of their relations: of the first two, the outer two, the last
    two."""

    nodes: tuple[str, str, str]
    """In the alphabet's order; where one relation is negative, the two that it parts come last."""
    signs: Signs
    edges: tuple[Edge, ...]
    """The relations that say so: each held on one day with one of each of the other two pairs."""

    @property
    def negative(self) -> int:
        """How many of the three are: 1, or all."""
        return self.signs.count(-1)


def unbalanced_triads(
    graph: Graph, stopped: Callable[[], bool] = lambda: False
) -> tuple[Triad, ...]:
    """All threes whose signs multiply to less than 0, by relations that may have held on one day.

    Those with one negative relation come first; then by their actors. What is denied doesn't count,
    nor what is neutral. Two actors that are friends and foes at once are both. Some are missing
    once it is `stopped`.
    """
    sides = _Sides(graph)
    found: list[Triad] = []
    for three in sides.threes():
        if stopped():
            break
        found += sides.at_odds(three)
    return tuple(sorted(found, key=lambda one: (one.negative, one.nodes)))


class _Sides:
    """Relations by their pair and sign."""

    def __init__(self, graph: Graph) -> None:
        self._between: dict[Pair, dict[int, list[_Dated]]] = {}
        self._around: dict[str, set[str]] = {}
        """Of each actor its neighbours that come after it in the alphabet."""
        for pair, edges in by_pairs(edge for edge in graph.edges if edge.sign).items():
            signs: dict[int, list[_Dated]] = {}
            for edge in edges:
                extent = extent_of(edge)
                if extent is not None:
                    days = (extent.first or _ALWAYS, extent.last or _FOR_EVER)
                    signs.setdefault(edge.sign, []).append((edge, *days))
            if signs and pair[0] != pair[1]:
                self._between[pair] = signs
                self._around.setdefault(pair[0], set()).add(pair[1])

    def threes(self) -> Iterator[tuple[str, str, str]]:
        """Actors of whom each has a relation with both others."""
        for one in sorted(self._around):
            for other in sorted(self._around[one]):
                for third in sorted(self._around[one] & self._around.get(other, set())):
                    yield one, other, third

    def at_odds(self, three: tuple[str, str, str]) -> Iterator[Triad]:
        """By each choice of signs that cannot be in balance."""
        one, other, third = three
        pairs = [self._between[pair] for pair in ((one, other), (one, third), (other, third))]
        for signs in _AT_ODDS:
            if all(sign in by for sign, by in zip(signs, pairs, strict=True)):
                edges = _at_one_time([by[sign] for sign, by in zip(signs, pairs, strict=True)])
                if edges:
                    yield _triad(three, signs, edges)


def _at_one_time(sides: Sequence[Sequence[_Dated]]) -> tuple[Edge, ...]:
    """The relations of three pairs that have a day in common with one of each other pair.

    If some have one, then also the day on which the last of them began.
    """
    found: set[int] = set()
    for day in {first for side in sides for _, first, _ in side}:
        held = [[id(e) for e, first, last in side if first <= day <= last] for side in sides]
        if all(held):
            found.update(*held)
    return tuple(edge for side in sides for edge, _, _ in side if id(edge) in found)


def _triad(three: tuple[str, str, str], signs: Signs, edges: tuple[Edge, ...]) -> Triad:
    """With the friend of both first, where one relation is negative."""
    one, other, third = three
    if signs == (-1, 1, 1):
        return Triad((third, one, other), (1, 1, -1), edges)
    if signs == (1, -1, 1):
        return Triad((other, one, third), (1, 1, -1), edges)
    return Triad(three, signs, edges)
