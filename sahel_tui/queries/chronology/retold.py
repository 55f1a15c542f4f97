"""The events of a library as a long list: each once, with all of its tellings.

Which tellings are of one event takes long to find, so the list begins with every telling as an
event of its own, and is given what a thread has found: numbers alone, since rows are read when they
are looked at.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from sahel_tui.queries.chronology.dated import Dated, Tellings, coded
from sahel_tui.queries.chronology.told import alone, told, told_row
from sahel_tui.queries.library.rows import EventRow
from sahel_tui.queries.library.tellings import told_events
from sahel_tui.queries.narrow import narrow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.chronology.told import Told
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.listing import Place, Streamed

    Stopped = Callable[[], bool]

_READ = 4096
"""Events that are read together."""
_SLICE = 256
"""Rows between two looks at whether anybody still waits."""


class Retold:
    """A source of events, of the tellings of another one."""

    def __init__(
        self,
        source: Streamed[EventRow],
        identities: Identities,
        tellings: Tellings | None = None,
    ) -> None:
        self.source = source
        self.identities = identities
        self.held = source.held
        self.tellings = tellings or Tellings({})

    def keys(self) -> Iterator[Sequence[int]]:
        """The numbers of all events in their order, by and by; for a thread."""
        for keys in self.source.keys():  # noqa: SIM118 - not a mapping
            yield [key for key in keys if self.tellings.head(key) == key]

    def rows(self, keys: Sequence[int]) -> Sequence[Told]:
        """The events of some numbers: a page of them while a key waits."""
        return self._told(self.source.rows, keys)

    def read(self, keys: Sequence[int]) -> Sequence[Told]:
        """The same, for a thread that goes through many."""
        return self._told(self.source.read, keys)

    def _told(
        self, read: Callable[[Sequence[int]], Sequence[EventRow]], keys: Sequence[int]
    ) -> Sequence[Told]:
        wanted = [one for key in keys for one in self.tellings.get(key, (key,))]
        rows = dict(zip(wanted, read(wanted), strict=True))
        return [
            told_row([rows[one] for one in self.tellings[key]], self.identities)
            if key in self.tellings
            else alone(rows[key])
            for key in keys
        ]

    def tellings_read(
        self, keys: Sequence[int], stopped: Stopped
    ) -> Iterator[tuple[EventRow, tuple[EventRow, ...]]]:
        """Of some events the telling that stands for each, and all of them; for a thread."""
        for at in range(0, len(keys), _READ):
            if stopped():
                return
            some = keys[at : at + _READ]
            wanted = [one for key in some for one in self.tellings.get(key, (key,))]
            rows = dict(zip(wanted, self.source.read(wanted), strict=True))
            for key in some:
                yield rows[key], tuple(rows[one] for one in self.tellings.get(key, (key,)))

    def key_of(self, place: Place) -> int | None:
        """The number of the event that a telling is of; for a thread."""
        number = self.source.key_of(place)
        return None if number is None else self.tellings.head(number)


class _Numbered(EventRow):
    """A row that knows its number."""

    number: int


def dated(source: Streamed[EventRow], stopped: Stopped) -> Dated | None:
    """Every telling as an event of its own; None when it was stopped."""
    numbers = array("q")
    dates: list[str] = []
    tenses: list[str] = []
    for key, row in source.everything():
        if len(dates) % _SLICE == 0 and stopped():
            return None
        numbers.append(key)
        dates.append(row.date)
        tenses.append(row.tense)
    return Dated(narrow(numbers), coded(dates), coded(tenses), Tellings({}), joined=False)


def joined_of(
    source: Streamed[EventRow],
    identities: Identities,
    before: Dated,
    stopped: Stopped,
    tell: Callable[[int], None] = lambda _: None,
) -> Dated | None:
    """The same with each event once; `tell` is told how many rows were compared by now."""
    tellings: dict[int, tuple[int, ...]] = {}
    rows = _Counted(source, stopped, tell)
    for nodes in told_events(rows, identities, stopped=stopped):
        found = told(nodes)
        tellings[_number(found.row)] = tuple(_number(row) for row in found.tellings)
    if rows.is_stopped or stopped():
        return None
    others = {one for head, all_ in tellings.items() for one in all_ if one != head}
    kept = [at for at, number in enumerate(before.numbers) if number not in others]
    return Dated(
        narrow(before.numbers[at] for at in kept),
        before.dates.some(kept),
        before.tenses.some(kept),
        Tellings(tellings),
        joined=True,
    )


def _number(row: EventRow) -> int:
    assert isinstance(row, _Numbered)
    return row.number


class _Counted:
    """All rows, until somebody stops it."""

    def __init__(
        self, source: Streamed[EventRow], stopped: Stopped, tell: Callable[[int], None]
    ) -> None:
        self._source, self._stopped, self._tell = source, stopped, tell
        self.is_stopped = False

    def __iter__(self) -> Iterator[EventRow]:
        for at, (key, row) in enumerate(self._source.everything()):
            if at % _SLICE == 0:
                if self._stopped():
                    self.is_stopped = True
                    return
                self._tell(at)
            numbered = _Numbered(*row)
            numbered.number = key
            yield numbered
