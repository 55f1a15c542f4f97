"""Dates as terms of an index, so that it tells by itself what is dated within some days.

A node is a century, decade, year, month or day, by the digits that it begins with: `20`, `202`,
`2023`, `202308`, `20230813`. Days within others are found by the few nodes that those consist of.
Before a node stands what of a brief it is:

    ±w  an item is certainly within it       ±t  one may be dated within it
    ±c  one may be dated at any time of it
    ±b  it holds the latest day from which an item certainly is
    ±e  it holds the earliest day up to which one certainly is
    ±l  the latest day that one may be       ±f  the earliest day that one may be
    ±r  the earliest beginning of what has no end
    ±s  the latest end of what has no beginning
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.documents import BEGIN_VAGUE, END_VAGUE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sahel_tui.queries.search.documents import Item, Stretch
    from sahel_tui.queries.search.syntax import Days

_SIGN = "±"
_FIRST, _LAST = date(1700, 1, 1).toordinal(), date(2299, 12, 31).toordinal()
"""What is earlier or later counts as these days."""
_LEVELS = (2, 3, 4, 6, 8)
"""How many digits a node has."""
_BEGINNING = "00000101"
"""The digits after those of a node on its first day."""
_KEPT = 16_384
"""Days and stretches of days that are kept: the briefs of a library have most in common."""


class _Ends(NamedTuple):
    """What of the days of a brief's items is told by one day for all of them."""

    b: list[int]
    e: list[int]
    l: list[int]  # noqa: E741 - the letter of the terms
    f: list[int]
    r: list[int]
    s: list[int]


def date_terms(items: Iterable[Item]) -> Iterable[str]:
    """The terms of all that items are dated."""
    dates = dict.fromkeys((one.first, one.last, one.vague, one.stretches) for one in items)
    ends = _Ends([], [], [], [], [], [])
    terms: dict[str, None] = {}
    for first, last, vague, stretches in dates:
        begins = None if vague & BEGIN_VAGUE else first
        stops = None if vague & END_VAGUE else last
        if begins is not None:
            ends.b.append(begins)
        if stops is not None:
            ends.e.append(stops)
        if begins is not None and stops is not None:
            terms.update(dict.fromkeys(_around("w", begins, stops)))
        for stretch in stretches or ((first, last),):
            _note_open(ends, stretch)
            terms.update(dict.fromkeys(_touched(*stretch)))
    terms.update(dict.fromkeys(_outermost(ends)))
    return [one for one in terms if not _is_told(one, terms)]


def _is_told(one: str, terms: dict[str, None]) -> bool:
    """Whether a term says no more than another one: what is within a node may be there."""
    return one[1] == "t" and f"{_SIGN}w{one[2:]}" in terms


def _note_open(ends: _Ends, stretch: Stretch) -> None:
    first, last = stretch
    ends.l.append(_LAST if last is None else last)
    ends.f.append(_FIRST if first is None else first)
    if last is None:
        ends.r.append(_FIRST if first is None else first)
    elif first is None:
        ends.s.append(last)


def _outermost(ends: _Ends) -> Iterator[str]:
    for sign, days in ends._asdict().items():
        if days:
            day = max(days) if sign in "bls" else min(days)
            yield from _around(sign, day, day)


@lru_cache(maxsize=_KEPT)
def _around(sign: str, first: int, last: int) -> tuple[str, ...]:
    """The nodes that all of some days are within."""
    begin, end = _digits(first), _digits(last)
    return tuple(f"{_SIGN}{sign}{begin[:size]}" for size in _LEVELS if begin[:size] == end[:size])


@lru_cache(maxsize=_KEPT)
def _touched(first: int | None, last: int | None) -> tuple[str, ...]:
    """The nodes that some of the days are within, and those of which all of the days are."""
    if first is None or last is None:
        return ()
    nodes = _nodes(first, last)
    parts = {node[:size]: None for node in nodes for size in _LEVELS if size <= len(node)}
    whole = (f"{_SIGN}c{node}" for node in nodes if len(node) < _LEVELS[-1])
    return (*(f"{_SIGN}t{node}" for node in parts), *whole)


def asked_terms(days: Days) -> tuple[list[str], bool]:
    """Terms of which every brief that has an item within days has one, and no other brief.

    False: others may have one too.
    """
    first, last = days.first, days.last
    exact = all(day is None or _FIRST < day < _LAST for day in (first, last))
    if first is None or last is None:
        sign = ("f" if days.possibly else "e") if first is None else "l" if days.possibly else "b"
        return _signed(sign, _nodes(first, last)), exact
    nodes = _nodes(first, last)
    if not days.possibly and len(nodes) == 1:
        return _signed("w", nodes), exact
    above = dict.fromkeys(node[:size] for node in nodes for size in _LEVELS if size < len(node))
    found = [*_signed("w", nodes), *_signed("t", nodes), *_signed("c", above)]
    if not days.possibly:
        return found, False
    return [*found, *_signed("r", _nodes(None, last)), *_signed("s", _nodes(first, None))], exact


def _signed(sign: str, nodes: Iterable[str]) -> list[str]:
    return [f"{_SIGN}{sign}{node}" for node in nodes]


# Nodes ------------------------------------------------------------------------------------------


@lru_cache(maxsize=_KEPT)
def _nodes(first: int | None, last: int | None) -> tuple[str, ...]:
    """The fewest nodes that some days consist of."""
    begin = _digits(_FIRST if first is None else first)
    if first is not None and first == last:
        return (begin,)
    after = _digits(_LAST if last is None else last, later=1)
    centuries = range(int(begin[:2]), int(after[:2]) + 1)
    return tuple(one for century in centuries for one in _within(str(century), begin, after))


def _within(node: str, begin: str, after: str) -> Iterator[str]:
    """The nodes in a node that are from one day until before another, given by their digits."""
    size = len(node)
    first = node + _BEGINNING[size:]
    if after <= first or begin[:size] > node:
        return
    if begin <= first and after[:size] > node:
        yield node
        return
    for child in _children(node):
        yield from _within(child, begin, after)


def _children(node: str) -> Iterator[str]:
    if len(node) < 4:
        yield from (f"{node}{at}" for at in range(10))
    elif len(node) == 4:
        yield from (f"{node}{month:02}" for month in range(1, 13))
    else:
        year, month = int(node[:4]), int(node[4:])
        days = date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)
        yield from (f"{node}{day:02}" for day in range(1, days.days + 1))


def _digits(day: int, later: int = 0) -> str:
    found = date.fromordinal(min(max(day, _FIRST), _LAST) + later)
    return f"{found.year:04}{found.month:02}{found.day:02}"
