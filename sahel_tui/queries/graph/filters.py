"""The filters of a graph: which relations stay, and how many each of them hides."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.markings import above
from sahel_tui.queries.folding import fold
from sahel_tui.queries.graph.graph import with_edges
from sahel_tui.queries.search.values import compact, marking_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.queries.graph.graph import Edge, Graph

UNSTATED = "unstated"
"""The confidence of a relation that states none."""
_SIGNS = {1: "+", 0: "·", -1: "−"}


class Filters(NamedTuple):
    """What a relation must be to stay; None, or nothing, asks nothing."""

    sign: int | None = None
    type: str = ""
    """What its type begins with, as it reads from either side; case and hyphens don't count."""
    status: str = ""
    confidence: str = ""
    """`low`, `moderate`, `high`, or `unstated`."""
    brief: str = ""
    """The id of the brief that tells of it."""
    marking: str = ""
    """A marking of just this level: whole, without `TLP:`, or without its controls."""
    ceiling: str = ""
    """A marking that nothing lies above."""
    order: tuple[str, ...] = ()
    """The library's markings, lowest first, by which a ceiling is judged."""


class Hidden(NamedTuple):
    """What one of the filters hides by itself."""

    name: str
    """That of the field."""
    words: str
    number: int


def apply(graph: Graph, filters: Filters) -> tuple[Graph, int]:
    """A graph with the relations that all filters let through; and how many are hidden.

    Without a filter it stays as it is, with those of its actors that have no relation.
    """
    tests = [test for _, _, test in _tests(filters)]
    if not tests:
        return graph, 0
    kept = [edge for edge in graph.edges if all(test(edge) for test in tests)]
    return with_edges(graph, kept), len(graph.edges) - len(kept)


def hidden_by(graph: Graph, filters: Filters) -> tuple[Hidden, ...]:
    """How many relations each filter hides by itself; several may hide the same ones."""
    return tuple(
        Hidden(name, words, sum(not test(edge) for edge in graph.edges))
        for name, words, test in _tests(filters)
    )


def words(filters: Filters) -> tuple[str, ...]:
    """What is filtered: `sign −`, `type supplies`, `up to TLP:GREEN`."""
    return tuple(said for _, said, _ in _tests(filters))


def _tests(filters: Filters) -> Iterator[tuple[str, str, Callable[[Edge], bool]]]:
    """Each filter that asks something: its name, its words, and what it lets through."""
    sign, status, brief = filters.sign, filters.status, filters.brief
    if sign is not None:
        yield "sign", f"sign {_SIGNS[sign]}", lambda edge: edge.sign == sign
    if key := _key(filters.type):
        yield "type", f"type {filters.type}", lambda edge: _begins(edge.type, edge.inverse, key)
    if status:
        yield "status", status, lambda edge: edge.status == status
    if filters.confidence:
        stated = None if filters.confidence == UNSTATED else filters.confidence
        said = f"confidence {filters.confidence}"
        yield "confidence", said, lambda edge: edge.confidence == stated
    if brief:
        yield "brief", f"brief {brief}", lambda edge: edge.at.brief == brief
    if level := compact(filters.marking).removeprefix("tlp"):
        said = f"marking {filters.marking}"
        yield "marking", said, lambda edge: level in marking_values(edge.marking or "")
    if ceiling := filters.ceiling:
        order = filters.order
        said = f"up to {ceiling}"
        yield "ceiling", said, lambda edge: not _above(edge.marking, ceiling, order)


# A library has few types and markings, and many relations.
_above = lru_cache(maxsize=1024)(above)


@lru_cache(maxsize=1024)
def _begins(type_: str, inverse: str, key: str) -> bool:
    return any(_key(text).startswith(key) for text in (type_, inverse))


def _key(text: str) -> str:
    return fold(text, hyphen=" ").strip(" ")
