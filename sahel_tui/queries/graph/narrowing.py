"""The part of a graph that is asked for: what filters let through, as it stood on a date."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.dates import on_day
from sahel_tui.queries.folding import fold
from sahel_tui.queries.graph.as_of import History
from sahel_tui.queries.graph.changes import next_change, previous_change
from sahel_tui.queries.graph.filters import Filters, apply, words
from sahel_tui.queries.graph.graph import names_of, with_edges
from sahel_tui.queries.graph.structure import edges_of
from sahel_tui.queries.library.listing import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.as_of import Held
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
    held: Held | None
    """What held on the date; None without a date."""
    words: tuple[str, ...]
    """What is asked for, and how much that hides."""

    @property
    def within(self) -> Graph:
        """What the filters let through, at any time."""
        return self.known.graph

    @property
    def possible(self) -> AbstractSet[Place]:
        """The relations that only possibly held on the date."""
        return frozenset() if self.held is None else self.held.possible

    @property
    def graph(self) -> Graph:
        """What held on the date, if there is one."""
        within = self.within
        return within if self.held is None else with_edges(within, self.of(within.edges))

    def of(self, edges: Sequence[Edge]) -> Sequence[Edge]:
        """Those of some relations that held on the date, if there is one."""
        if self.held is None:
            return edges
        return self.held.ids.chosen(edges, map(id, edges))

    def around(self, node: str) -> Sequence[Edge]:
        """An actor's relations."""
        return self.of(self.known.by_node.get(node, ()))

    def edge_at(self, place: Place) -> Edge | None:
        """A relation by its place; one without a brief is looked for by its id alone."""
        edges = self.known.by_place.get(place if place.brief else Place("", "", place.id), ())
        return next(iter(self.of(edges)), None)


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
    def folded(self) -> Sequence[tuple[str, str, str]]:
        """What its actors are searched by: the id of each, its name and its id as folded."""
        return [
            (one.id, fold(one.name, hyphen=" "), fold(one.id, hyphen=" "))
            for one in self.graph.nodes
        ]

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
        said: list[str] = []
        held: Held | None = None
        if asked.date is not None:
            held = known.history.held(asked.date)
            all_, possible = len(held.ids), len(held.possible)
            out = len(known.graph.edges) - all_
            counts = f"{all_ - possible:,} certain, {possible:,} possible, {out:,} not"
            said.append(f"as of {asked.date.text}: {counts}")
        if filtered := words(asked.filters):
            said.append(f"{', '.join(filtered)}: {known.hidden:,} hidden")
        return Narrowed(asked, known, held, tuple(said))

    def is_near(self, asked: Asked) -> bool:
        """Whether it takes no time to go from there to the next change."""
        known, date = self._known, asked.date
        return (
            known is not None
            and date is not None
            and known[0] == asked.filters
            and known[1].history.was_asked_for(date)
        )

    def moved(self, asked: Asked, steps: int) -> Asked:
        """So many changes later, or earlier; it stays where there are no more."""
        history = self._filtered(asked.filters).history
        date = asked.date
        for _ in range(abs(steps)):
            find = next_change if steps > 0 else previous_change
            if change := find(history.changes, date):
                date = on_day(change.day)
        return asked._replace(date=date)
