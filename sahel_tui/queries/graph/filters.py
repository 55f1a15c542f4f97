"""The filters of a graph: which relations stay, and how many each of them hides."""

from __future__ import annotations

from functools import partial
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.model.markings import above
from sahel_tui.queries.folding import fold
from sahel_tui.queries.graph.graph import with_edges
from sahel_tui.queries.search.values import compact, marking_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.graph.graph import Graph

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


class Filtered(NamedTuple):
    """What filters leave of a graph."""

    graph: Graph
    hidden: int
    """How many relations all of them together hide."""
    each: tuple[Hidden, ...]
    """How many each of them does; several may hide the same ones."""


class _Test(NamedTuple):
    """One filter that asks something."""

    name: str
    words: str
    fields: tuple[str, ...]
    """What of a relation it looks at."""
    passes: Callable[[Any], bool]


def filtered(graph: Graph, filters: Filters) -> Filtered:
    """A graph with the relations that all filters let through.

    Without a filter it stays as it is, with those of its actors that have no relation.
    """
    tests = list(_tests(filters))
    if not tests:
        return Filtered(graph, 0, ())
    through = [_through(graph, test) for test in tests]
    kept = tuple(compress(graph.edges, map(all, zip(*through, strict=True))))
    each = tuple(
        Hidden(test.name, test.words, passed.count(False))
        for test, passed in zip(tests, through, strict=True)
    )
    return Filtered(with_edges(graph, kept), len(graph.edges) - len(kept), each)


def apply(graph: Graph, filters: Filters) -> tuple[Graph, int]:
    """What is left, and how many relations are hidden."""
    return filtered(graph, filters)[:2]


def words(filters: Filters) -> tuple[str, ...]:
    """What is filtered: `sign −`, `type supplies`, `up to TLP:GREEN`."""
    return tuple(test.words for test in _tests(filters))


def _through(graph: Graph, test: _Test) -> list[bool]:
    """Of each relation whether it stays; each value is looked at once, since there are few."""
    values = list(map(attrgetter(*test.fields), graph.edges))
    passes = {value: test.passes(value) for value in set(values)}
    return [passes[value] for value in values]


def _tests(filters: Filters) -> Iterator[_Test]:
    sign, kind = filters.sign, _key(filters.type)
    if sign is not None:
        yield _Test("sign", f"sign {_SIGNS[sign]}", ("sign",), sign.__eq__)
    if kind:
        yield _Test("type", f"type {filters.type}", ("type", "inverse"), partial(_begins, kind))
    if filters.status:
        yield _Test("status", filters.status, ("status",), filters.status.__eq__)
    if filters.confidence:
        said = f"confidence {filters.confidence}"
        stated = None if filters.confidence == UNSTATED else filters.confidence
        yield _Test("confidence", said, ("confidence",), lambda value: bool(value == stated))
    if filters.brief:
        yield _Test("brief", f"brief {filters.brief}", ("at.brief",), filters.brief.__eq__)
    if level := compact(filters.marking).removeprefix("tlp"):
        said = f"marking {filters.marking}"
        yield _Test("marking", said, ("marking",), lambda one: level in marking_values(one or ""))
    if ceiling := filters.ceiling:
        passes = partial(_is_below, ceiling, filters.order)
        yield _Test("ceiling", f"up to {ceiling}", ("marking",), passes)


def _begins(key: str, kind: tuple[str, str]) -> bool:
    return any(_key(text).startswith(key) for text in kind)


def _is_below(ceiling: str, order: Sequence[str], marking: str | None) -> bool:
    return not above(marking, ceiling, order)


def _key(text: str) -> str:
    return fold(text, hyphen=" ").strip(" ")
