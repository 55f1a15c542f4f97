"""The rows of an index brief by brief, each as the brief itself tells it, and who is named there.

What is added up over briefs (`actors.py`) is of no use where the same must be said
as by the briefs themselves.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.library.extraction import BriefRows
from sahel_tui.queries.library.listing import Place
from sahel_tui.queries.library.row_facets import item_words
from sahel_tui.queries.library.rows import ActorRow, Alias, Telling
from sahel_tui.queries.search.packed_items import PackedItems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sahel_tui.index.library_rows import IndexRows
    from sahel_tui.queries.library.rows import BriefRow, EventRow, RelationRow
    from sahel_tui.queries.search.documents import Document, Item


class NamedHere(NamedTuple):
    """An actor or a place, with the names that it has in a brief."""

    id: str
    name: str
    aliases: tuple[str, ...]
    type: str | None = None


class PlacedHere(NamedTuple):
    """An event, as far as it says where it was."""

    place: str | None


class NamesHere(NamedTuple):
    """Who and where a brief names."""

    actors: tuple[NamedHere, ...]
    places: tuple[NamedHere, ...]
    """Those that are declared."""
    events: tuple[PlacedHere, ...]


def names_here(rows: IndexRows) -> dict[str, NamesHere]:
    """Those of each brief, by its path."""
    declared = frozenset(rows.regions())
    return {one.path: _names_of(one, declared) for one in rows.all_documents()}


def _names_of(document: Document, declared: frozenset[str]) -> NamesHere:
    """`declared` are the ids of the places that the library declares."""
    named = {(one.kind, one.id): one.names for one in document.names}
    placed = (next(iter(event.places), None) for event in claims(document, "event"))
    return NamesHere(
        tuple(_actor(item, named["actor", item.id]) for item in claims(document, "actor")),
        tuple(
            NamedHere(one.id, one.names[0], one.names[1:])
            for one in document.names
            if one.kind == "place" and one.id in declared
        ),
        tuple(PlacedHere(place and named["place", place][0]) for place in placed),
    )


def _actor(item: Item, names: tuple[str, ...]) -> NamedHere:
    type_ = next((one[5:] for one in item.facets if one.startswith("type:")), None)
    return NamedHere(item.id, names[0], names[1:], type_)


def claims(document: Document, kind: str) -> Sequence[Item]:
    """The claims of one kind, in their order."""
    items = document.items
    if isinstance(items, PackedItems):
        return items.of_kind(kind)
    return [item for item in items if item.kind == kind]


def claim_words(rows: IndexRows, kind: str) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """What all claims of a kind say, and what is said of them."""
    for one in rows.all_documents():
        for item in claims(one, kind):
            yield Place(one.brief, one.path, item.id), item_words(item)


def told_events(rows: IndexRows) -> Iterator[BriefRows]:
    """The events of each brief, and nothing else."""
    events: dict[str, list[EventRow]] = defaultdict(list)
    for event in rows.events():
        events[event.told.path].append(event)
    for brief in rows.briefs():
        yield BriefRows(brief, (), tuple(events[brief.path]), (), (), ())


def told_relations(rows: IndexRows, names: Mapping[str, NamesHere]) -> Iterator[BriefRows]:
    """The relations and actors of each brief, and nothing else.

    Of its actors nobody is counted, and their countries and what kinds their aliases are of are not
    known.
    """
    relations: dict[str, list[RelationRow]] = defaultdict(list)
    for relation in rows.relations():
        relations[relation.told.path].append(relation)
    for brief in rows.briefs():
        actors = tuple(_actor_rows(brief, names[brief.path]))
        yield BriefRows(brief, actors, (), tuple(relations[brief.path]), (), ())


def told_actors(rows: IndexRows) -> Iterator[ActorRow]:
    """The actors of all briefs, as above, those of the newest first."""
    names = names_here(rows)
    for brief in sorted(rows.briefs(), key=lambda one: (-one.day, one.path)):
        yield from _actor_rows(brief, names[brief.path])


def _actor_rows(brief: BriefRow, names: NamesHere) -> Iterator[ActorRow]:
    told = Telling(brief.path, brief.id, brief.day)
    for one in names.actors:
        yield ActorRow(told, one.id, one.name, tuple(map(Alias, one.aliases)), one.type, None, 0)
