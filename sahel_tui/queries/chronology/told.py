"""One event told by several briefs as one row, with what its tellings say differently."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.library.datings import dating
from sahel_tui.queries.library.event_conflicts import dead_words, differences, said_by
from sahel_tui.queries.library.event_joins import nodes_of
from sahel_tui.queries.library.scope import date_of
from sahel_tui.queries.library.steps import in_order
from sahel_tui.queries.library.tellings import told_events

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.queries.chronology.density import Stopped
    from sahel_tui.queries.library.event_joins import Node
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import EventRow

Figures = tuple[int | None, int | None]


class Dead(NamedTuple):
    """How many died, by some tellings: from the least of the least to the most of the most."""

    figures: Figures
    tellings: int
    """How many give figures."""
    said: tuple[Figures, ...]
    """What they give, each once, in the order of the tellings."""


class Told(NamedTuple):
    """An event in all of its tellings."""

    row: EventRow
    """The telling that stands for it: the one of the narrowest date, of those the newest."""
    tellings: tuple[EventRow, ...]
    """All of them, the newest first."""
    differ: tuple[str, ...]
    """In what two of them differ: `date`, `place`, `fatalities`, `denied`."""
    dead: Dead | None

    @property
    def dates(self) -> tuple[str, ...]:
        """As written, each once, the newest telling's first."""
        return tuple(dict.fromkeys(one.date for one in self.tellings))

    @property
    def places(self) -> tuple[str, ...]:
        """The names of its places, each once."""
        return tuple(dict.fromkeys(one.place for one in self.tellings if one.place))


def joined(
    events: Sequence[EventRow], identities: Identities, stopped: Stopped = lambda: False
) -> list[Told] | None:
    """Every event once, in the order of dates; None when it was stopped.

    `events` are in the order of their first days. Many in one time take long: it is for a thread.
    """
    heads: dict[int, Told | None] = {}
    for nodes in told_events(events, identities, stopped=stopped):
        found = told(nodes)
        heads.update(dict.fromkeys(id(node.row) for node in nodes))
        heads[id(found.row)] = found
    if stopped():
        return None
    rows = (heads[id(row)] if id(row) in heads else alone(row) for row in events)
    return list(in_order(filter(None, rows), lambda one: dating(one.row.date).sort_key))


def told_row(rows: Sequence[EventRow], identities: Identities) -> Told:
    """Tellings that are known to be of one event as one."""
    return told([*map(nodes_of(identities), rows)])


def told(nodes: Sequence[Node]) -> Told:
    """The same of events as they are compared."""
    # Who says the same differs in the same.
    ways: dict[tuple[object, ...], Node] = {}
    for node in nodes:
        ways.setdefault(said_by(node), node)
    pairs = combinations(ways.values(), 2)
    found = dict.fromkeys(word for left, right in pairs for word in differences(left, right))
    rows = sorted((node.row for node in nodes), key=_newest)
    first = min(nodes, key=lambda node: (node.date.loose, node.length, *_newest(node.row))).row
    return Told(first, tuple(rows), tuple(found), dead_by(rows))


def alone(row: EventRow) -> Told:
    """A telling as an event of its own."""
    return Told(row, (row,), (), dead_by((row,)))


def _newest(row: EventRow) -> tuple[int, str, str]:
    return -row.told.day, row.told.path, row.id


def dead_by(rows: Iterable[EventRow]) -> Dead | None:
    """How many died by those tellings that say so; None where none does."""
    said = [row.fatalities for row in rows if row.fatalities and row.fatalities != (None, None)]
    if not said:
        return None
    lows, highs = zip(*said, strict=True)
    low = None if None in lows else min(lows)
    high = None if None in highs else max(highs)
    return Dead((low, high), len(said), tuple(dict.fromkeys(said)))


# In words ---------------------------------------------------------------------------------------


def differing_words(row: Told) -> Iterator[str]:
    """`dates differ: 13 August 2023 / late August 2023`, and so on: what they say otherwise."""
    if "date" in row.differ:
        yield f"dates differ: {' / '.join(date_of(date).label for date in row.dates)}"
    if "place" in row.differ:
        yield f"places differ: {' / '.join(row.places)}"
    if "fatalities" in row.differ and row.dead:
        yield f"figures differ: {' / '.join(dead_words(one) for one in row.dead.said)}"
    if "denied" in row.differ:
        denied = sum(one.tense == "denied" for one in row.tellings)
        yield f"denied by {denied} of {len(row.tellings)} tellings"


def dead_of(dead: Dead | None) -> str:
    """`10 to 14 dead, by 3 tellings`; empty where nobody says it."""
    if dead is None:
        return ""
    words = dead_words(dead.figures) or " / ".join(dead_words(one) for one in dead.said)
    return words if dead.tellings == 1 else f"{words}, by {dead.tellings:,} tellings"
