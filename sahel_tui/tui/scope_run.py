"""What threads do for the panes of the library: count rows, look through them, find one."""

from __future__ import annotations

from array import array
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, cast

from sahel_tui.queries.library.scope import date_of
from sahel_tui.queries.matching import Haystack, read_query
from sahel_tui.queries.narrow import added
from sahel_tui.queries.timeline import Range, busy_range

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.chronology.told import Told
    from sahel_tui.queries.library.listing import Source
    from sahel_tui.queries.views import EventView

    Stopped = Callable[[], bool]

_TELL_EVERY = 0.2
"""Seconds between two words on how far it has come."""
_SLICE = 1024
"""Rows that are looked at between two looks at whether anybody still waits."""
_SAMPLE = 500
"""Events by which the busiest time is told."""
_WIDEST_DATE = 24


class Asked(NamedTuple):
    """What a pane searches and filters."""

    filter: str
    search: str
    texts: Callable[[object], Sequence[str]]
    lets: Callable[[int], bool] | None = None
    """Which rows, by their numbers in the list, may be shown at all."""


class Looked(NamedTuple):
    """How far the rows have been looked at."""

    rows: int
    shown: Sequence[int]
    """Rows that the filter lets through, since the last time."""
    matches: Sequence[int]
    """Of all rows that are let through the places of those that match, since the last time."""


def gathered(source: Source[object], stopped: Stopped) -> Iterator[tuple[Sequence[int], bool]]:
    """The numbers of all rows, more and more, and whether these were the last."""
    waiting = array("I")
    told = monotonic() if source.held else 0.0
    for numbers in source.keys():  # noqa: SIM118 - not a mapping
        if stopped():
            return
        waiting = added(waiting, numbers)
        if monotonic() - told > _TELL_EVERY:
            yield waiting, False
            waiting, told = array("I"), monotonic()
    yield waiting, True


def looked(
    source: Source[object],
    numbers: Sequence[int],
    asked: Asked,
    done: tuple[int, int],
    stop: Stopped,
) -> Iterator[Looked]:
    """Which rows a pane shows and marks; `done` rows were looked at before, and so many shown."""
    at, count = done
    shown: list[int] = []
    matches: list[int] = []
    told = 0.0
    while at < len(numbers):
        if stop():
            return
        some = numbers[at : at + _SLICE]
        through, found = _matching(source, some, asked)
        if asked.lets is not None:
            through = [row for row in through if asked.lets(at + row)]
        matches += [count + item for item, row in enumerate(through) if row in found]
        shown += [at + row for row in through]
        at, count = at + len(some), count + len(through)
        if at >= len(numbers) or monotonic() - told > _TELL_EVERY:
            yield Looked(at, shown, matches)
            shown, matches, told = [], [], monotonic()


def _matching(
    source: Source[object], numbers: Sequence[int], asked: Asked
) -> tuple[Sequence[int], Collection[int]]:
    """Which of some rows are let through by what is typed, and which match."""
    if read_query(asked.filter) is None and read_query(asked.search) is None:
        return range(len(numbers)), ()
    fields = Haystack(asked.texts(row) for row in source.read(numbers))
    found = set(fields.matching(asked.search)) if read_query(asked.search) else ()
    return fields.matching(asked.filter), found


class _Dated(NamedTuple):
    date: Edtf


def ranges(source: Source[Told], numbers: Sequence[int]) -> tuple[Range, int]:
    """The busiest time of all events, and the cells of a date: by a sample of many."""
    step = max(1, 1 if source.held else len(numbers) // _SAMPLE)
    sample = [*numbers[::step], *numbers[-1:]]
    dated = [_Dated(date_of(one.row.date)) for one in source.read(sample)]
    events = cast("Sequence[EventView]", dated)
    cells = max((len(one.date.label) for one in dated), default=0)
    return busy_range(events), min(_WIDEST_DATE, cells)
