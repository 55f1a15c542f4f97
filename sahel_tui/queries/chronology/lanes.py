"""Events in lanes: one for each actor, place, brief or type that they have."""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar, get_args

from sahel_tui.queries.chronology.dated import coded
from sahel_tui.queries.chronology.density import density
from sahel_tui.queries.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sahel_tui.queries.chronology.dated import Coded
    from sahel_tui.queries.chronology.density import Density, Stopped
    from sahel_tui.queries.chronology.told import Told
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.queries.views import EventView

By = Literal["actor", "place", "brief", "type"]
BY: tuple[By, ...] = get_args(By)

Row = TypeVar("Row")
Keys = tuple[tuple[str, str], ...]
"""What tells lanes apart, and what they are called."""

_SLICE = 1024
_COMPARED = 32
"""Lanes that are counted at once: those of the most events, that others are compared with."""


class Lane:
    """The events that have one thing alike."""

    def __init__(self, key: str, name: str, rows: Sequence[int], dates: Coded[str]) -> None:
        """`dates`: of all events, by their EDTF."""
        self.key = key
        """Empty for the lane of those that have none."""
        self.name = name
        self.rows = rows
        """The numbers of its events, in their order."""
        self._dates = dates

    @cached_property
    def density(self) -> Density:
        """How many it has over time; counted when it is first asked for."""
        return _counted(self._dates, self.rows)


class Lanes(NamedTuple):
    """All lanes: those of the most events first, then by name."""

    by: By
    lanes: tuple[Lane, ...]
    dates: Coded[str]
    """Of all events, by their EDTF."""

    @property
    def events(self) -> int:
        """How many events there are: one with two actors is in two lanes, and counts once."""
        return len(self.dates)

    @property
    def density(self) -> Density:
        """Of all events; counted each time."""
        return _counted(self.dates, range(self.events))

    def count_largest(self, stopped: Stopped) -> None:
        """Count those that all are compared with, so that drawing them need not."""
        for lane in self.lanes[:_COMPARED]:
            if stopped() or not lane.density:
                return


class Laid(NamedTuple, Generic[Row]):
    """How lanes are told apart, for rows of one kind."""

    date: Callable[[Row], str]
    """EDTF."""
    keys: Callable[[Row], Keys]


def lanes(
    rows: Iterable[Row], by: By, laid: Laid[Row], stopped: Stopped = lambda: False
) -> Lanes | None:
    """Put events into lanes; None when it was stopped. It may run in a thread."""
    numbers: dict[tuple[str, str], array[int]] = defaultdict(lambda: array("I"))
    dates: list[str] = []
    without: Keys = (("", f"no {by}"),)
    for at, row in enumerate(rows):
        if at % _SLICE == 0 and stopped():
            return None
        dates.append(laid.date(row))
        keys = laid.keys(row) or without
        # An actor may have two parts in one event.
        for named in keys if len(keys) == 1 else dict(keys).items():
            numbers[named].append(at)
    once = coded(dates)
    found = [Lane(key, name, rows, once) for key, name, rows in _united(numbers)]
    found.sort(key=lambda lane: (-len(lane.rows), lane.name.casefold(), lane.key))
    return Lanes(by, tuple(found), once)


def _united(
    numbers: Mapping[tuple[str, str], Sequence[int]],
) -> Iterator[tuple[str, str, Sequence[int]]]:
    """What has one key has one name: what most events call it."""
    names: dict[str, list[str]] = {}
    for key, name in numbers:
        names.setdefault(key, []).append(name)
    for key, called in names.items():
        usual = min(called, key=lambda name: (-len(numbers[key, name]), name))
        rows = numbers[key, usual]
        if len(called) > 1:
            rows = array("I", sorted(at for name in called for at in numbers[key, name]))
        yield key, usual, rows


def _counted(dates: Coded[str], rows: Sequence[int]) -> Density:
    counts = density(dates.counted(rows))
    assert counts is not None  # nobody stops it
    return counts


def laid_rows(by: By, identities: Identities) -> Laid[EventRow]:
    """How events of a library are laid: an actor is one whatever its ids."""
    keys: dict[By, Callable[[EventRow], Keys]] = {
        "actor": lambda row: _actors(row, identities),
        "place": _place,
        "brief": lambda row: ((row.told.path, row.told.brief),),
        "type": lambda row: ((row.type, row.type),),
    }
    return Laid(lambda row: row.date, keys[by])


def laid_views(by: By) -> Laid[EventView]:
    """How events of one brief are laid."""
    keys: dict[By, Callable[[EventView], Keys]] = {
        "actor": lambda event: tuple((actor.id, actor.name) for actor in event.actors),
        "place": _place,
        "brief": lambda _: (),
        "type": lambda event: ((event.type, event.type),),
    }
    return Laid(lambda event: event.date.text, keys[by])


def laid_told(by: By, identities: Identities) -> Laid[Told]:
    """How events in all of their tellings are laid: in each lane that one of these is in."""
    keys = laid_rows(by, identities).keys
    return Laid(
        lambda event: event.row.date,
        lambda event: tuple(key for row in event.tellings for key in keys(row)),
    )


def _actors(row: EventRow, identities: Identities) -> Keys:
    named = zip(row.actors, row.names, strict=True)
    return tuple((identities.key(actor), name) for (actor, _), name in named)


def _place(row: EventRow | EventView) -> Keys:
    """A place that is declared by its id, any other by its name, folded."""
    if not row.place:
        return ()
    return ((f"#{row.place_id}" if row.place_id else fold(row.place, hyphen=" "), row.place),)
