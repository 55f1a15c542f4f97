"""The filters of every pane and of the command line: which rows stay, and how many are hidden."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from sahel_tui.queries.folding import fold
from sahel_tui.queries.matching import Haystack, find_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Protocol

    from sahel_tui.model.dates import Day, Edtf
    from sahel_tui.queries.facets import Facets

    class _Named(Protocol):
        @property
        def id(self) -> str: ...
        @property
        def name(self) -> str: ...
        @property
        def aliases(self) -> Sequence[str]: ...

    class _Placed(Protocol):
        @property
        def place(self) -> str | None: ...

    class Names(Protocol):
        """Who and where a brief names, as its view has them."""

        @property
        def actors(self) -> Sequence[_Named]: ...
        @property
        def places(self) -> Sequence[_Named]: ...
        @property
        def events(self) -> Sequence[_Placed]: ...


__all__ = [
    "Filter",
    "Haystack",
    "Kept",
    "Names",
    "Rows",
    "find_actors",
    "find_places",
    "find_spans",
]

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Filter:
    """What a row must be to be shown; None, or nothing, asks nothing."""

    actors: frozenset[str] | None = None
    """Any of these ids has a part in it."""
    type: str | None = None
    sign: int | None = None
    places: frozenset[str] | None = None
    """Keys of `find_places`."""
    after: Day | None = None
    """Included, as `before` is."""
    before: Day | None = None
    certainly: bool = False
    """Within the two days for certain, not just possibly."""
    match: str = ""

    def lets_through(self, row: Facets) -> bool:
        """Whether a row is what the filter asks for, its text aside."""
        return (
            (self.actors is None or not self.actors.isdisjoint(row.actors))
            and (self.type is None or self.type == row.type)
            and (self.sign is None or self.sign == row.sign)
            and (self.places is None or not self.places.isdisjoint(row.places))
            and self._within(row)
        )

    def _within(self, row: Facets) -> bool:
        if self.after is None and self.before is None:
            return True
        if row.date is not None:
            within = row.date.certainly_within if self.certainly else row.date.possibly_within
            return within(self.after, self.before)
        if self.certainly:
            return self._certainly_holds(row.since, row.until)
        return self._possibly_holds(row.since, row.until)

    def _possibly_holds(self, since: Edtf | None, until: Edtf | None) -> bool:
        """A relation without a start, or an end, may have held at any time before, or after."""
        begins = since.earliest if since else None
        ends = until.latest if until else None
        return (begins is None or self.before is None or begins <= self.before) and (
            ends is None or self.after is None or ends >= self.after
        )

    def _certainly_holds(self, since: Edtf | None, until: Edtf | None) -> bool:
        begins = since is not None and since.certainly_within(self.after, None)
        ends = until is not None and until.certainly_within(None, self.before)
        return (self.after is None or begins) and (self.before is None or ends)


@dataclass(frozen=True, slots=True)
class Kept(Generic[Row]):
    """What a filter leaves of some rows."""

    rows: tuple[Row, ...]
    total: int

    @property
    def hidden(self) -> int:
        """How many rows the filter hides."""
        return self.total - len(self.rows)


class Rows(Generic[Row]):
    """Rows of one kind, described once, to be filtered again and again."""

    def __init__(self, rows: Sequence[Row], describe: Callable[[Row], Facets]) -> None:
        self._rows = rows
        self._facets = [describe(row) for row in rows]
        self._haystack = Haystack([facets.fields for facets in self._facets])

    @property
    def types(self) -> frozenset[str]:
        """The types that occur."""
        return frozenset(facets.type for facets in self._facets if facets.type is not None)

    def keep(self, wanted: Filter) -> Kept[Row]:
        """The rows that a filter lets through, in their order."""
        places = self._haystack.matching(wanted.match)
        kept = (self._rows[at] for at in places if wanted.lets_through(self._facets[at]))
        return Kept(tuple(kept), len(self._rows))


def find_actors(views: Iterable[Names], name: str) -> frozenset[str]:
    """The ids of the actors that an id, a name or an alias means; case and accents don't count."""
    wanted = _key(name)
    return frozenset(
        actor.id
        for view in views
        for actor in view.actors
        if name == actor.id or wanted in map(_key, (actor.name, *actor.aliases))
    )


def find_places(views: Iterable[Names], name: str) -> frozenset[str]:
    """The keys of the places that an id, a name or an alias means; none for an unknown place."""
    wanted = _key(name)
    keys: set[str] = set()
    for view in views:
        for place in view.places:
            names = set(map(_key, (place.name, *place.aliases)))
            if name == place.id or wanted in names:
                keys |= {f"#{place.id}"} | names
        if any(event.place is not None and _key(event.place) == wanted for event in view.events):
            keys.add(wanted)
    return frozenset(keys)


@lru_cache(maxsize=8192)
def _key(name: str) -> str:
    return fold(name, hyphen=" ").strip(" ")
