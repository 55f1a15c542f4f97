"""On which days a graph changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.days import Day, from_ordinal
from sahel_tui.queries.graph.signs import Pair, Polarity, pair_of, polarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.extents import Extent
    from sahel_tui.queries.graph.graph import Edge


class Turn(NamedTuple):
    """That two actors stand otherwise to each other from a day on."""

    pair: Pair
    before: Polarity
    after: Polarity


class Change(NamedTuple):
    """A day from which on the graph is another one than on the day before."""

    day: Day
    begins: tuple[Edge, ...]
    """What may have held from this day on."""
    ends: tuple[Edge, ...]
    """What no longer did from this day on: the day before was the last."""
    settles: tuple[Edge, ...]
    """What certainly held from this day on, and not on the day before."""
    unsettles: tuple[Edge, ...]
    """What certainly held up to the day before, and not on this day."""
    turns: tuple[Turn, ...]


def touched_by(change: Change) -> Iterator[Edge]:
    """The relations that stand otherwise from its day on; some more than once."""
    return chain(change.begins, change.ends, change.settles, change.unsettles)


def next_change(changes: Sequence[Change], date: Edtf | None) -> Change | None:
    """The first after a date, none where its end is open; without a date the first of all."""
    if date is None:
        return changes[0] if changes else None
    if date.latest is None:
        return None
    at = bisect_right(changes, date.latest, key=lambda change: change.day)
    return changes[at] if at < len(changes) else None


def previous_change(changes: Sequence[Change], date: Edtf | None) -> Change | None:
    """The last before a date; without a date the last of all."""
    if date is None:
        return changes[-1] if changes else None
    if date.earliest is None:
        return None
    at = bisect_left(changes, date.earliest, key=lambda change: change.day)
    return changes[at - 1] if at else None


def changes_of(edges: Sequence[Edge], extents: Sequence[Extent | None]) -> tuple[Change, ...]:
    """The days on which some relations begin or end, the first first."""
    on: dict[int, tuple[list[Edge], list[Edge], list[Edge], list[Edge]]] = {}
    signs: dict[Pair, Counter[int]] = {}
    for edge, extent in zip(edges, extents, strict=True):
        if extent is None:
            continue
        if extent.first is None:
            signs.setdefault(pair_of(edge), Counter())[edge.sign] += 1
        for number, day in enumerate(_turning_days(extent)):
            if day is not None:
                on.setdefault(day, ([], [], [], []))[number].append(edge)
    return tuple(_change(day, on[day], signs) for day in sorted(on))


def _turning_days(extent: Extent) -> Iterator[int | None]:
    """When it begins and ends, and when it begins and ends to be certain; None for never."""
    for first, last in ((extent.first, extent.last), extent.sure or (None, None)):
        yield None if first is None else first.ordinal()
        yield None if last is None else last.ordinal() + 1


def _change(
    day: int,
    lists: tuple[list[Edge], list[Edge], list[Edge], list[Edge]],
    signs: dict[Pair, Counter[int]],
) -> Change:
    begins, ends, settles, unsettles = map(tuple, lists)
    pairs = dict.fromkeys(map(pair_of, (*begins, *ends)))
    before = {pair: _stand(signs.get(pair)) for pair in pairs}
    for edge in begins:
        signs.setdefault(pair_of(edge), Counter())[edge.sign] += 1
    for edge in ends:
        signs[pair_of(edge)][edge.sign] -= 1
    turns = []
    for pair, was in before.items():
        now = _stand(signs[pair])
        if was and now and was != now:
            turns.append(Turn(pair, was, now))
    return Change(from_ordinal(day), begins, ends, settles, unsettles, tuple(turns))


def _stand(signs: Counter[int] | None) -> Polarity | None:
    held = [sign for sign, number in (signs or {}).items() if number]
    return polarity(held) if held else None
