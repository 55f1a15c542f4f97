"""Whether two briefs tell of one event."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import fold
from sahel_tui.queries.library.datings import Dating, dating, gap_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import EventRow

NEAR = 2
"""Days between two dates of one event, at most: the 13th is not far from the 16th."""
LONG = 200
"""Days from which a date is matched only by one of about its length."""
_EXACT = 10
_MOST_ACTORS = 6
_ALIKE = 0.5
_WIDE = ("country", "region")
_STOP = frozenset((
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "near", "of", "off",
    "on", "over", "reportedly", "than", "that", "the", "their", "to", "under", "with",
))  # fmt: skip

_KEPT = 10_000
"""Places, titles and casts that are kept as they are compared: most come back."""
_SHARED = 1 << 20
"""More than any number of actors that two events share."""

Key = tuple[str | None, ...]
Cast = tuple[frozenset[str], frozenset[str], frozenset[str]]


class Node(NamedTuple):
    """An event with what it is compared by."""

    row: EventRow
    brief: str
    date: Dating
    actors: frozenset[str]
    """Keys of identities, mediators left aside."""
    givers: frozenset[str]
    """Those of them that did it, where it is said who."""
    takers: frozenset[str]
    """Those that it was done to."""
    places: frozenset[str]
    """What its place is called: the id and the folded name; nothing where none is given."""
    first: int
    """Of its first stretch the first day."""
    last: int
    """Of its last stretch the last day."""
    length: int
    """Days of its longest stretch."""
    wide: bool
    """Whether its place is a country or a region: much happens there at one time."""


def nodes_of(identities: Identities) -> Callable[[EventRow], Node]:
    """What makes of each event what it is compared by; who meets the same again and again."""
    cast = lru_cache(_KEPT)(lambda actors: _cast(actors, identities))

    def node(row: EventRow) -> Node:
        date = dating(row.date)
        first, last = date.stretches[0].first, date.stretches[-1].last
        length = last - first + 1
        if len(date.stretches) > 1:
            length = max(one.length for one in date.stretches)
        places, wide = _places(row.place_id, row.place), row.place_kind in _WIDE
        return Node(row, row.told.brief, date, *cast(row.actors), places, first, last, length, wide)

    return node


def _cast(actors: Iterable[tuple[str, str | None]], identities: Identities) -> Cast:
    roles = {identities.key(one): role for one, role in actors if role != "mediator"}
    givers = frozenset(one for one, role in roles.items() if role == "actor")
    takers = frozenset(one for one, role in roles.items() if role == "recipient")
    return frozenset(roles), givers, takers


@lru_cache(_KEPT)
def _places(id_: str | None, name: str | None) -> frozenset[str]:
    names = (f"#{id_ or ''}", fold(name or "", hyphen=" "))
    return frozenset(one for one in names if one.strip("# "))


def keys_of(node: Node) -> tuple[list[Key], list[Key]]:
    """By what others find an event, and by what it finds others: two that may be one share a key.

    Who has no actors is found by the place alone, and finds all that is there.
    """
    type_, long = node.row.type, "long" if node.length > LONG else ""
    shared: list[Key] = [
        (type_, long, place, actor) for place in node.places for actor in node.actors
    ]
    actors = sorted(node.actors)[:_MOST_ACTORS]
    shared += [(type_, long, None, *pair) for pair in combinations(actors, 2)]
    anyone: list[Key] = [(type_, long, place) for place in node.places]
    nobody: list[Key] = [(type_, long, place, None) for place in node.places]
    if actors:
        return shared + anyone, shared + nobody
    return anyone + nobody, anyone


def rank(left: Node, right: Node) -> int | None:
    """How well two events match, the best has the least; None where they are not one.

    They share a key, so are of one type. The same place and an actor of both, or two actors of
    both; and dates that overlap or are a few days apart. Of two that differ in place, only those of
    one day and alike in title are one.
    """
    later = left.first > right.first
    gap = (left.first - right.last if later else right.first - left.last) - 1
    if gap > NEAR or left.brief == right.brief:
        return None
    shared = len(left.actors & right.actors)
    if not (_one_place(left, right, shared) or _one_deed(left, right, shared)):
        return None
    if len(left.date.stretches) > 1 or len(right.date.stretches) > 1:
        gap = gap_of(left.date, right.date)
    if gap > NEAR or not _alike_in_length(left, right):
        return None
    vague = left.length > _EXACT or right.length > _EXACT
    closeness = 0 if left.date.text == right.date.text else 1 + vague
    return (closeness * (NEAR + 1) + max(0, gap)) * _SHARED - shared


def _alike_in_length(left: Node, right: Node) -> bool:
    one, other = left.length, right.length
    return (one <= LONG and other <= LONG) or (2 * one >= other and 2 * other >= one)


def _one_place(left: Node, right: Node, shared: int) -> bool:
    if left.places.isdisjoint(right.places):
        return False
    fewest = min(len(left.actors), len(right.actors))
    if fewest == 0:
        return not left.wide
    if shared > 1 or shared == fewest:
        return True
    # One actor of several: only on one and the same day, and on the same side.
    return shared == 1 and not left.wide and _on_one_day(left, right)


def _one_deed(left: Node, right: Node, shared: int) -> bool:
    """Whether two actors of both did it, neither having changed sides."""
    if shared < 2 or _swapped(left, right):
        return False
    if not places_differ(left, right):
        return True
    return _on_one_day(left, right) and _likeness(left.row, right.row) >= _ALIKE


def _on_one_day(left: Node, right: Node) -> bool:
    """Whether two dates that are no vaguer than a few days share one, nobody having swapped."""
    exact = max(left.length, right.length) <= _EXACT
    return exact and _overlap(left, right) and not _swapped(left, right)


def _swapped(left: Node, right: Node) -> bool:
    return not (left.givers.isdisjoint(right.takers) and left.takers.isdisjoint(right.givers))


def _overlap(left: Node, right: Node) -> bool:
    return any(
        one.first <= other.last and other.first <= one.last
        for one in left.date.stretches
        for other in right.date.stretches
    )


def places_differ(left: Node, right: Node) -> bool:
    """Whether both name a place, and neither can lie within the other."""
    if not left.places or not right.places or left.places & right.places:
        return False
    for one, other in ((left, right), (right, left)):
        if one.wide and (one.row.country or other.row.country) == other.row.country:
            return False
        if one.wide and one.row.country is None:
            return False  # a region across borders
    one_name, other_name = _words(left.row.place or ""), _words(right.row.place or "")
    return not (one_name <= other_name or other_name <= one_name)


def _likeness(left: EventRow, right: EventRow) -> float:
    """Of two titles, without the words of the actors and the places."""
    one = _told_words(left.title, left.names, left.place or "")
    other = _told_words(right.title, right.names, right.place or "")
    return len(one & other) / len(one | other) if one or other else 1.0


@lru_cache(_KEPT)
def _told_words(title: str, names: tuple[str, ...], place: str) -> frozenset[str]:
    return _words(title) - _words(" ".join((*names, place))) - _STOP


@lru_cache(_KEPT)
def _words(text: str) -> frozenset[str]:
    from sahel_tui.queries.search.words import tokens

    return frozenset(token.word for token in tokens(text))
