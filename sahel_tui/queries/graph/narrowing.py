"""The part of a graph that is asked for: what filters let through, as it stood on a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.dates import on_day
from sahel_tui.queries.graph.as_of import History
from sahel_tui.queries.graph.changes import next_change, previous_change
from sahel_tui.queries.graph.filters import Filters, apply, words
from sahel_tui.queries.graph.structure import edges_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.library.listing import Place


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
    within: Graph
    """What the filters let through, at any time."""
    graph: Graph
    """What of that held on the date, if there is one."""
    possible: frozenset[Place]
    """Those of its relations that only possibly did."""
    by_node: Mapping[str, Sequence[Edge]]
    """The relations of any time by actor."""
    held: frozenset[int] | None
    """The relations of the date, by their identities in memory; None without a date."""
    words: tuple[str, ...]
    """What is asked for, and how much that hides."""

    def around(self, node: str) -> Sequence[Edge]:
        """An actor's relations."""
        edges, held = self.by_node.get(node, ()), self.held
        return edges if held is None else [edge for edge in edges if id(edge) in held]


class _Filtered(NamedTuple):
    """What filters let through, and how many relations they hide."""

    history: History
    hidden: int
    by_node: Mapping[str, Sequence[Edge]]


class Narrowing:
    """A graph that is asked for its parts, one after the other."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._known: tuple[Filters, _Filtered] | None = None

    def _filtered(self, filters: Filters) -> _Filtered:
        """What filters let through; the last is kept."""
        if self._known is None or self._known[0] != filters:
            within, hidden = apply(self.graph, filters)
            found = _Filtered(History(within), hidden, edges_of(within.edges))
            self._known = (filters, found)
        return self._known[1]

    def narrowed(self, asked: Asked) -> Narrowed:
        """The part that is asked for."""
        history, hidden, by_node = self._filtered(asked.filters)
        graph, said, held = history.graph, [], None
        possible: frozenset[Place] = frozenset()
        if asked.date is not None:
            found = history.at(asked.date)
            graph, possible = found.graph, found.possible
            held = frozenset(map(id, graph.edges))
            certain = len(graph.edges) - len(possible)
            counts = f"{certain:,} certain, {len(possible):,} possible, {found.hidden:,} not"
            said.append(f"as of {asked.date.text}: {counts}")
        if filtered := words(asked.filters):
            said.append(f"{', '.join(filtered)}: {hidden:,} hidden")
        return Narrowed(asked, history.graph, graph, possible, by_node, held, tuple(said))

    def moved(self, asked: Asked, steps: int) -> Asked:
        """So many changes later, or earlier; it stays where there are no more."""
        history = self._filtered(asked.filters).history
        date = asked.date
        for _ in range(abs(steps)):
            find = next_change if steps > 0 else previous_change
            if change := find(history.changes, date):
                date = on_day(change.day)
        return asked._replace(date=date)
