"""The rows of an index brief by brief, each as the brief itself tells it, and who is named there.

What is added up over briefs (`actors.py`) is of no use where the same must be said
as by the briefs themselves.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.library.extraction import BriefRows
from sahel_tui.queries.library.listing import Place
from sahel_tui.queries.library.passages import told_by
from sahel_tui.queries.library.row_facets import item_words
from sahel_tui.queries.library.rows import ActorRow, Alias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.index.library_rows import IndexRows
    from sahel_tui.queries.library.rows import EventRow, RelationRow
    from sahel_tui.queries.search.documents import Document, Item


class NamedHere(NamedTuple):
    """An actor or a place, with the names that it has in a brief."""

    id: str
    name: str
    aliases: tuple[str, ...]


class PlacedHere(NamedTuple):
    """An event, as far as it says where it was."""

    place: str | None


class NamesHere(NamedTuple):
    """Who and where a brief names."""

    actors: tuple[NamedHere, ...]
    places: tuple[NamedHere, ...]
    """Those that are declared."""
    events: tuple[PlacedHere, ...]


def names_here(document: Document, declared: frozenset[str]) -> NamesHere:
    """Those of one brief; `declared` are the ids of the places that the library declares."""
    named = {(one.kind, one.id): one.names for one in document.names}
    events = (item for item in document.items if item.kind == "event")
    placed = (next(iter(event.places), None) for event in events)
    return NamesHere(
        tuple(_named(item.id, named["actor", item.id]) for item in _actors(document)),
        tuple(
            _named(one.id, one.names)
            for one in document.names
            if one.kind == "place" and one.id in declared
        ),
        tuple(PlacedHere(place and named["place", place][0]) for place in placed),
    )


def _named(id: str, names: tuple[str, ...]) -> NamedHere:  # noqa: A002 - the actor's own name
    return NamedHere(id, names[0], names[1:])


def _actors(document: Document) -> Iterator[Item]:
    return (item for item in document.items if item.kind == "actor")


def claim_words(rows: IndexRows, kind: str) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """What all claims of a kind say, and what is said of them."""
    for one in rows.all_documents():
        for item in one.items:
            if item.kind == kind:
                yield Place(one.brief, one.path, item.id), item_words(item)


def told_briefs(rows: IndexRows) -> Iterator[BriefRows]:
    """The relations, events and actors of each brief.

    Of its actors nobody is counted, and their countries and what kinds their aliases are of are not
    known; there are no points.
    """
    relations: dict[str, list[RelationRow]] = defaultdict(list)
    dated: dict[str, list[EventRow]] = defaultdict(list)
    for relation in rows.relations():
        relations[relation.told.path].append(relation)
    for event in rows.events():
        dated[event.told.path].append(event)
    actors = _actors_of_each(rows)
    for brief in rows.briefs():
        yield BriefRows(
            brief,
            actors[brief.path],
            tuple(dated[brief.path]),
            tuple(relations[brief.path]),
            (),
            (),
        )


def told_actors(rows: IndexRows) -> Iterator[ActorRow]:
    """The actors of all briefs, as above, those of the newest first."""
    actors = _actors_of_each(rows)
    for brief in sorted(rows.briefs(), key=lambda one: (-one.day, one.path)):
        yield from actors[brief.path]


def _actors_of_each(rows: IndexRows) -> dict[str, tuple[ActorRow, ...]]:
    return {one.path: tuple(_actor_rows(one)) for one in rows.all_documents()}


def _actor_rows(document: Document) -> Iterator[ActorRow]:
    told = told_by(document)
    named = {one.id: one.names for one in document.names if one.kind == "actor"}
    for item in _actors(document):
        name, *others = named[item.id]
        type_ = next((one[5:] for one in item.facets if one.startswith("type:")), None)
        yield ActorRow(told, item.id, name, tuple(map(Alias, others)), type_, None, 0)
