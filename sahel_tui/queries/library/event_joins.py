"""Whether two briefs tell of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import fold
from sahel_tui.queries.library.datings import Dating, dating

if TYPE_CHECKING:
    from collections.abc import Iterator

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

Key = tuple[str, ...]


class Node(NamedTuple):
    """An event with what it is compared by."""

    row: EventRow
    date: Dating
    actors: frozenset[str]
    """Keys of identities, mediators left aside."""
    roles: dict[str, str | None]
    places: frozenset[str]
    """What its place is called: the id and the folded name; nothing where none is given."""
    words: frozenset[str]
    """Of the title, without those of the actors and the place."""
    length: int
    """Days of its longest stretch."""

    @property
    def is_wide(self) -> bool:
        """Whether its place is a country or a region: much happens there at one time."""
        return self.row.place_kind in _WIDE


def node_of(row: EventRow, identities: Identities) -> Node:
    """An event as it is compared."""
    mains = [(identities.key(one), role) for one, role in row.actors if role != "mediator"]
    named = _words(" ".join((*row.names, row.place or "")))
    date = dating(row.date)
    return Node(
        row,
        date,
        frozenset(key for key, _ in mains),
        dict(mains),
        frozenset(
            name
            for name in (f"#{row.place_id or ''}", fold(row.place or "", hyphen=" "))
            if name.strip("# ")
        ),
        _words(row.title) - named - _STOP,
        max(one.length for one in date.stretches),
    )


def keys_of(node: Node) -> Iterator[Key]:
    """Two events that may be one share one of these."""
    long = "long" if node.length > LONG else ""
    for place in node.places:
        yield node.row.type, long, place
    actors = sorted(node.actors)[:_MOST_ACTORS]
    for at, one in enumerate(actors):
        for other in actors[at + 1 :]:
            yield node.row.type, long, one, other


def rank(left: Node, right: Node) -> tuple[int, int, int] | None:
    """How well two events match, the best first; None where they are not one.

    The same type; the same place and an actor of both, or two actors of both; and dates that
    overlap or are a few days apart. Of two that differ in place, only those of one day and alike in
    title are one.
    """
    if left.row.told.brief == right.row.told.brief or left.row.type != right.row.type:
        return None
    if "hypothetical" in (left.row.tense, right.row.tense):
        return None
    gap = min(one.gap(other) for one in left.date.stretches for other in right.date.stretches)
    if gap > NEAR or not _alike_in_length(left, right):
        return None
    shared = len(left.actors & right.actors)
    if not (_one_place(left, right, shared) or _one_deed(left, right, shared)):
        return None
    vague = max(left.length, right.length) > _EXACT
    closeness = 0 if left.date.text == right.date.text else 1 + vague
    return closeness, gap, -shared


def _alike_in_length(left: Node, right: Node) -> bool:
    shorter, longer = sorted((left.length, right.length))
    return longer <= LONG or 2 * shorter >= longer


def _one_place(left: Node, right: Node, shared: int) -> bool:
    if left.places.isdisjoint(right.places):
        return False
    fewest = min(len(left.actors), len(right.actors))
    if fewest == 0:
        return not left.is_wide
    if shared > 1 or shared == fewest:
        return True
    # One actor of several: only on one and the same day, and on the same side.
    return shared == 1 and not left.is_wide and _on_one_day(left, right)


def _one_deed(left: Node, right: Node, shared: int) -> bool:
    """Whether two actors of both did it, neither having changed sides."""
    if shared < 2 or _swapped(left, right):
        return False
    if not places_differ(left, right):
        return True
    return _on_one_day(left, right) and _likeness(left.words, right.words) >= _ALIKE


def _on_one_day(left: Node, right: Node) -> bool:
    """Whether two dates that are no vaguer than a few days share one, nobody having swapped."""
    exact = max(left.length, right.length) <= _EXACT
    return exact and _overlap(left, right) and not _swapped(left, right)


def _swapped(left: Node, right: Node) -> bool:
    pairs = ((left.roles[one], right.roles[one]) for one in left.actors & right.actors)
    return any({one, other} == {"actor", "recipient"} for one, other in pairs)


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
        if one.is_wide and (one.row.country or other.row.country) == other.row.country:
            return False
        if one.is_wide and one.row.country is None:
            return False  # a region across borders
    one_name, other_name = _words(left.row.place or ""), _words(right.row.place or "")
    return not (one_name <= other_name or other_name <= one_name)


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left or right else 1.0


def _words(text: str) -> frozenset[str]:
    from sahel_tui.queries.search.words import tokens

    return frozenset(token.word for token in tokens(text))
