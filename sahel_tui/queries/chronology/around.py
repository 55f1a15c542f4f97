"""What is near an event in time, by the least and the most days that may lie between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.chronology.reach import reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sahel_tui.queries.chronology.reach import Reach


class Distance(NamedTuple):
    """Days from one event to the other: 0 where they share a day, 1 from one day to the next."""

    least: int
    most: int | None
    """None where nothing says how far at most: an end that counts is open, or a date is vague."""


class Near(NamedTuple):
    """An event near another one."""

    at: int
    """Its number among those that were looked at."""
    distance: Distance
    certainly: bool
    """Whether it is as near as asked for whatever its days are; else possibly."""


def distance(one: str, other: str) -> Distance:
    """Between two dates by their EDTF.

    Of two that lasted it is that from the end of the one to the beginning of the other. The least
    is told by the days as written, also where one of them is approximate.
    """
    left, right = reach(one), reach(other)
    least = max(0, _after(left, right), _after(right, left))
    if left.vague or right.vague:
        return Distance(least, None)
    ways = (_most(left, right), _most(right, left))
    if None in ways:
        return Distance(least, None)
    return Distance(least, max(0, *(way for way in ways if way is not None)))


def _after(left: Reach, right: Reach) -> int:
    """How many days the second begins after the end of the first, at least."""
    if left.last is None or right.first is None:
        return 0
    # A set may have a day of its own on either side, and none between.
    nearest = (
        max(0, late.first - early.last, early.first - late.last)
        for early in left.known
        for late in right.known
    )
    closed = left.first is not None and right.last is not None
    return min(nearest) if closed else right.first - left.last


def _most(left: Reach, right: Reach) -> int | None:
    """How many days the second begins after the end of the first, at most."""
    if left.ended is None or right.begun is None:
        return None
    return right.begun - left.ended


def around(dates: Iterable[str], date: str, days: int) -> Iterator[Near]:
    """Of dates by their EDTF those that are certainly or possibly within some days of one."""
    for at, one in enumerate(dates):
        apart = distance(one, date)
        if apart.least <= days:
            yield Near(at, apart, apart.most is not None and apart.most <= days)
