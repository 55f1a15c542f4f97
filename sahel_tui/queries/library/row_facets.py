"""Rows of a library as the filters see them: what a brief says besides may be more.

The fields hold all that a text filter can find in a row, and some that it would not find there: who
asks for words has the row of the brief itself decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.facets import Facets
from sahel_tui.queries.folding import fold
from sahel_tui.queries.library.scope import date_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.library.rows import EventRow, RelationRow
    from sahel_tui.queries.search.documents import Item

_STANCES = ("supports", "disputes", "neutral")
"""Which a passage has is not told."""


def relation_row_facets(row: RelationRow, more: tuple[str, ...] = ()) -> Facets:
    """A relation; `more` is what else is known of it in words."""
    since, until = (date_of(one) if one else None for one in (row.since, row.until))
    ends = (row.source_name, row.type, row.inverse, row.target_name)
    dates = tuple(word for one in (since, until) if one for word in (one.label, one.text))
    return Facets(
        (row.id, *ends, *dates, row.status, *more),
        row.type,
        frozenset({row.source, row.target}),
        sign=row.sign,
        since=since,
        until=until,
    )


def event_row_facets(row: EventRow, more: tuple[str, ...] = ()) -> Facets:
    """An event; `more` as above."""
    date = date_of(row.date)
    places = {f"#{row.place_id}"} if row.place_id else set()
    if row.place:
        places.add(fold(row.place, hyphen=" ").strip(" "))
    who = (*row.names, *(role for _, role in row.actors if role))
    about = (row.title, row.type, row.tense, row.place or "", date.label, date.text)
    actors = frozenset(actor for actor, _ in row.actors)
    return Facets(
        (row.id, *about, *who, *more), row.type, actors, places=frozenset(places), date=date
    )


def item_facets(item: Item, more: tuple[str, ...] = ()) -> Facets:
    """A point or an actor, from the document of its brief; `more` as above."""
    type_ = next((value for field, value in _facets(item) if field == "type"), None)
    return Facets((*item_words(item), *more), type_, frozenset(item.actors))


def item_words(item: Item) -> tuple[str, ...]:
    """What a claim says, and what is said of it and of its passages."""
    known = [value for _, value in _facets(item)]
    sure = [f"{value} confidence" for field, value in _facets(item) if field == "confidence"]
    words = (item.id, item.title, item.text, item.marking or "", *known, *sure, *_STANCES)
    return tuple(word for word in words if word)


def _facets(item: Item) -> Iterator[tuple[str, str]]:
    for one in item.facets:
        field, _, value = one.partition(":")
        yield field, value
