"""The graph of the briefs that a command reads, and the part of it that its filters leave."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sahel_tui.cli.library import say_conflicts
from sahel_tui.cli.listings import LISTINGS
from sahel_tui.errors import UsageError
from sahel_tui.queries.graph.as_of import History
from sahel_tui.queries.graph.filters import Filters, filtered
from sahel_tui.queries.graph.graph import graph_of, names_of, with_edges
from sahel_tui.queries.graph.of_rows import graph_of_library
from sahel_tui.queries.library.identities import Identities, gather

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.cli.beside import Briefs
    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.library_reading import LibraryFiles
    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.library.identities import Actor
    from sahel_tui.queries.library.listing import Place


class Scope:
    """Some briefs as one graph, in which actors are joined as judged."""

    def __init__(self, briefs: Briefs, talk: Talk) -> None:
        self._briefs = briefs
        self.files: LibraryFiles = briefs.files(LISTINGS["relations"])
        self.identities = Identities(self.files.judgements())
        say_conflicts(self.identities, talk)
        self.whole: Graph = graph_of_library(self.files, self.identities)
        """Without grades."""
        self.names = names_of(self.whole.nodes)

    def graded(self, edges: Iterable[Edge]) -> Iterator[Edge]:
        """Relations with the grades of their passages, for which their briefs are read."""
        some = list(edges)
        readings = self._briefs.readings({edge.at.path for edge in some})
        grades = {edge.at: edge.grade for one in readings for edge in graph_of(one.view).edges}
        return (edge._replace(grade=grades.get(edge.at)) for edge in some)

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """All by the ids that stand for them, with all of their names."""
        return gather(self.files.actors(), self.identities)

    def marking(self, edges: Iterable[Edge]) -> str | None:
        """The highest of some relations."""
        from sahel_tui.model.markings import highest

        return highest((edge.marking for edge in edges), self.files.marking_order)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the options leave of a graph."""

    graph: Graph
    possible: frozenset[Place]
    """With `--as-of`, the relations that only possibly held then."""
    words: tuple[str, ...]
    """What is asked for, and how many relations that hides."""


def shown(scope: Scope, given: Namespace, through: frozenset[Place] | None) -> Shown:
    """What is left by the filters and on the date; `through` is what others let through already."""
    graph = scope.whole
    if through is not None:
        graph = with_edges(graph, (edge for edge in graph.edges if edge.at in through))
    filters = Filters(
        status=given.status or "",
        confidence=given.confidence or "",
        ceiling=_ceiling(given.ceiling, scope.files.marking_order),
        order=tuple(scope.files.marking_order),
    )
    graph, _, each = filtered(graph, filters)
    words = [f"{one.words}: {one.number:,} hidden" for one in each]
    if given.as_of is None:
        return Shown(graph, frozenset(), tuple(words))
    found = History(graph).at(given.as_of, certainly=given.certainly)
    how = "certainly" if given.certainly else "possibly"
    words.append(f"{how} as of {given.as_of.label}: {found.hidden:,} hidden")
    return Shown(found.graph, found.possible, tuple(words))


def _ceiling(marking: str | None, order: Sequence[str]) -> str:
    """A marking that others compare with; UsageError for any other."""
    from sahel_tui.model.markings import TLP, US, rank

    if marking is not None and rank(marking, order) is None:
        levels = order or (*(f"TLP:{one}" for one in TLP), *US)
        known = ", ".join(level.upper() for level in levels)
        raise UsageError(f"nothing compares with the marking `{marking}`", f"known are {known}")
    return marking or ""
