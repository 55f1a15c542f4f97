"""The graph as it certainly, or possibly, stood on a date."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.graph.changes import changes_of
from sahel_tui.queries.graph.extents import extent_of
from sahel_tui.queries.graph.graph import with_edges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.changes import Change
    from sahel_tui.queries.graph.extents import Extent, Standing
    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.library.listing import Place

_FAR = 10**15
"""Days: beyond any date."""


class AsOf(NamedTuple):
    """A graph on a date."""

    graph: Graph
    """With the relations that held then, and their actors."""
    possible: frozenset[Place]
    """Those of them that only possibly did."""
    hidden: int
    """How many relations are left out."""


class _Days(NamedTuple):
    """An extent by ordinals, which compare fast."""

    first: int
    last: int
    sure_first: int
    sure_last: int


_NEVER = _Days(_FAR, -_FAR, _FAR, -_FAR)


class History:
    """A graph through time; made once, then asked for one date after the other."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.extents = tuple(map(extent_of, graph.edges))
        """Of each edge; None where it held on no day."""
        self._days = [_days(one) for one in self.extents]

    def standings(self, date: Edtf) -> tuple[Standing, ...]:
        """Of each edge in its order, whether it held on a date."""
        first = -_FAR if date.earliest is None else date.earliest.ordinal()
        last = _FAR if date.latest is None else date.latest.ordinal()
        if len(date.spans) > 1:
            return tuple("no" if one is None else one.on(date) for one in self.extents)
        vague = date.approximate or date.uncertain or abs(first) == _FAR or last == _FAR
        return tuple(
            "no"
            if last < begin or first > end
            else "certain"
            if not vague and sure <= first and last <= over
            else "possible"
            for begin, end, sure, over in self._days
        )

    def at(self, date: Edtf, *, certainly: bool = False) -> AsOf:
        """The graph with what possibly held on a date, or with what certainly did."""
        kept: list[Edge] = []
        possible: set[Place] = set()
        for edge, standing in zip(self.graph.edges, self.standings(date), strict=True):
            if standing == "certain":
                kept.append(edge)
            elif standing == "possible" and not certainly:
                possible.add(edge.at)
                kept.append(edge)
        hidden = len(self.graph.edges) - len(kept)
        return AsOf(with_edges(self.graph, kept), frozenset(possible), hidden)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The days on which something begins, ends or turns its sign, the first first."""
        return changes_of(self.graph.edges, self.extents)


def standing(edge: Edge, date: Edtf) -> Standing:
    """Whether one relation held on a date."""
    extent = extent_of(edge)
    return "no" if extent is None else extent.on(date)


def as_of(graph: Graph, date: Edtf, *, certainly: bool = False) -> AsOf:
    """A graph on one date; for several, ask a `History`."""
    return History(graph).at(date, certainly=certainly)


def changes(graph: Graph) -> Sequence[Change]:
    """The days on which something begins, ends or turns its sign; or ask a `History`."""
    return History(graph).changes


def _days(extent: Extent | None) -> _Days:
    if extent is None:
        return _NEVER
    sure = extent.sure
    return _Days(
        -_FAR if extent.first is None else extent.first.ordinal(),
        _FAR if extent.last is None else extent.last.ordinal(),
        _FAR if sure is None else sure[0].ordinal(),
        -_FAR if sure is None else sure[1].ordinal(),
    )
