"""The part of a graph that is asked for: what filters let through, as it stood on a date."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.dates import on_day
from sahel_tui.queries.graph.as_of import History
from sahel_tui.queries.graph.changes import next_change, previous_change
from sahel_tui.queries.graph.filters import Filters, apply, words
from sahel_tui.queries.graph.graph import names_of, with_edges
from sahel_tui.queries.graph.structure import edges_of
from sahel_tui.queries.library.listing import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.graph import Edge, Graph


class Asked(NamedTuple):
    """What is asked of a graph."""

    filters: Filters = Filters()
    date: Edtf | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything may be hidden."""
        return self != Asked()


class Narrowed(NamedTuple):
    """What there is of a graph."""

    asked: Asked
    known: Filtered
    """What the filters let through, at any time."""
    possible: frozenset[Place]
    """The relations that only possibly held on the date."""
    held: frozenset[int] | None
    """The relations of the date, by their identities in memory; None without a date."""
    words: tuple[str, ...]
    """What is asked for, and how much that hides."""

    @property
    def within(self) -> Graph:
        """What the filters let through, at any time."""
        return self.known.graph

    @property
    def graph(self) -> Graph:
        """What held on the date, if there is one."""
        held = self.held
        if held is None:
            return self.within
        return with_edges(self.within, (edge for edge in self.within.edges if id(edge) in held))

    def around(self, node: str) -> Sequence[Edge]:
        """An actor's relations."""
        edges, held = self.known.by_node.get(node, ()), self.held
        return edges if held is None else [edge for edge in edges if id(edge) in held]

    def edge_at(self, place: Place) -> Edge | None:
        """A relation by its place; one without a brief is looked for by its id alone."""
        edges = self.known.by_place.get(place if place.brief else Place("", "", place.id), ())
        return next((edge for edge in edges if self.held is None or id(edge) in self.held), None)


class Filtered:
    """What filters let through, and how many relations they hide."""

    def __init__(self, graph: Graph, hidden: int) -> None:
        self.graph, self.hidden = graph, hidden
        self.history = History(graph)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What its actors are called."""
        return names_of(self.graph.nodes)

    @cached_property
    def by_node(self) -> Mapping[str, Sequence[Edge]]:
        """The relations of each actor."""
        return edges_of(self.graph.edges)

    @cached_property
    def by_place(self) -> Mapping[Place, Sequence[Edge]]:
        """The relations by place, and by their ids alone."""
        found: dict[Place, list[Edge]] = {}
        for edge in self.graph.edges:
            found.setdefault(edge.at, []).append(edge)
            found.setdefault(Place("", "", edge.at.id), []).append(edge)
        return found


class Narrowing:
    """A graph that is asked for its parts, one after the other."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._known: tuple[Filters, Filtered] | None = None

    def _filtered(self, filters: Filters) -> Filtered:
        """What filters let through; the last is kept."""
        if self._known is None or self._known[0] != filters:
            within, hidden = apply(self.graph, filters)
            self._known = (filters, Filtered(within, hidden))
        return self._known[1]

    def narrowed(self, asked: Asked) -> Narrowed:
        """The part that is asked for."""
        known = self._filtered(asked.filters)
        said, held = [], None
        possible: frozenset[Place] = frozenset()
        if asked.date is not None:
            held, possible = known.history.held(asked.date)
            certain, out = len(held) - len(possible), len(known.graph.edges) - len(held)
            counts = f"{certain:,} certain, {len(possible):,} possible, {out:,} not"
            said.append(f"as of {asked.date.text}: {counts}")
        if filtered := words(asked.filters):
            said.append(f"{', '.join(filtered)}: {known.hidden:,} hidden")
        return Narrowed(asked, known, possible, held, tuple(said))

    def moved(self, asked: Asked, steps: int) -> Asked:
        """So many changes later, or earlier; it stays where there are no more."""
        history = self._filtered(asked.filters).history
        date = asked.date
        for _ in range(abs(steps)):
            find = next_change if steps > 0 else previous_change
            if change := find(history.changes, date):
                date = on_day(change.day)
        return asked._replace(date=date)
