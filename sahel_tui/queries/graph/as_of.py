"""The graph as it certainly, or possibly, stood on a date."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sahel_tui.queries.graph.changes import changes_of, touched_by
from sahel_tui.queries.graph.extents import extent_of
from sahel_tui.queries.graph.graph import with_edges
from sahel_tui.queries.graph.turned import Turned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.changes import Change
    from sahel_tui.queries.graph.extents import Extent, Standing
    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.library.listing import Place

One = TypeVar("One")

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


class Held(NamedTuple):
    """The relations that held on a date."""

    ids: Turned[int]
    """Their identities in memory."""
    possible: Turned[Place]
    """Those of them that only possibly did."""


class _Days(NamedTuple):
    """An extent by ordinals, which compare fast."""

    first: int
    last: int
    sure_first: int
    sure_last: int


_NEVER = _Days(_FAR, -_FAR, _FAR, -_FAR)
_NEAR = 64
"""Changes between two days from which on the second is looked at anew."""


class History:
    """A graph through time; made once, then asked for one date after the other."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.extents = tuple(map(extent_of, graph.edges))
        """Of each edge; None where it held on no day."""
        self._days = [_days(one) for one in self.extents]
        self._changes: tuple[Change, ...] | None = None
        self._last: tuple[int, Held] | None = None
        """The last day that was asked for, and what held then."""

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

    def held(self, date: Edtf) -> Held:
        """What possibly held on a date.

        After a day on which little else held, no more is looked at than what changes between them.
        """
        day, last = _day_of(date), self._last
        changes = self._between(last[0], day) if last and day is not None else None
        if last is not None and day is not None and changes is not None:
            found = self._changed(last[1], changes, date)
        else:
            found = _held(zip(self.graph.edges, self.standings(date), strict=True))
        if day is not None:
            self._last = day, found
        return found

    def was_asked_for(self, date: Edtf) -> bool:
        """Whether a date is the last that was asked for, and what changes after it is known."""
        last, day = self._last, _day_of(date)
        return self._changes is not None and last is not None and day == last[0]

    def _between(self, one: int, other: int) -> Sequence[Change] | None:
        """The changes that lie between two days; None for many, or where they are not known."""
        if self._changes is None:
            return None
        start, end = (
            bisect_right(self._changes, day, key=lambda change: change.day.ordinal())
            for day in sorted((one, other))
        )
        return self._changes[start:end] if end - start <= _NEAR else None

    def _changed(self, before: Held, changes: Sequence[Change], date: Edtf) -> Held:
        touched = {id(edge): edge for change in changes for edge in touched_by(change)}
        now = _held((edge, standing(edge, date)) for edge in touched.values())
        places = {edge.at for edge in touched.values()}
        return Held(
            before.ids.turned(_differing(touched.keys(), before.ids, now.ids)),
            before.possible.turned(_differing(places, before.possible, now.possible)),
        )

    def at(self, date: Edtf, *, certainly: bool = False) -> AsOf:
        """The graph with what possibly held on a date, or with what certainly did."""
        ids, possible = self.held(date)
        edges, only_possible = self.graph.edges, possible.plain
        kept = ids.chosen(edges, map(id, edges))
        if certainly:
            kept = [edge for edge in kept if edge.at not in only_possible]
            only_possible = frozenset()
        graph = with_edges(self.graph, kept)
        return AsOf(graph, only_possible, len(edges) - len(kept))

    @property
    def changes(self) -> tuple[Change, ...]:
        """The days on which something begins, ends or turns its sign, the first first."""
        if self._changes is None:
            self._changes = changes_of(self.graph.edges, self.extents)
        return self._changes


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


def _held(told: Iterable[tuple[Edge, Standing]]) -> Held:
    held = [(edge, standing == "possible") for edge, standing in told if standing != "no"]
    possible = Turned([edge.at for edge, is_possible in held if is_possible])
    return Held(Turned([id(edge) for edge, _ in held]), possible)


def _differing(
    some: Iterable[One], before: AbstractSet[One], after: AbstractSet[One]
) -> Iterator[One]:
    """Those of some that are in one of two sets alone."""
    return (one for one in some if (one in before) is not (one in after))


def _day_of(date: Edtf) -> int | None:
    """The one day that a date certainly is."""
    if date.approximate or date.uncertain or date.earliest is None or date.earliest != date.latest:
        return None
    return date.earliest.ordinal()


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
