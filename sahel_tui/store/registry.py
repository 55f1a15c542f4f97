"""What a brief takes from its library's registry: the actors and places that it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sahel_tui.model.actors import Actor, Alias, Aliases
from sahel_tui.model.places import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sahel_tui.model.brief import Brief
    from sahel_tui.store.library import Library

Named = TypeVar("Named", Actor, Place)


def actors_of(brief: Brief, library: Library) -> dict[str, Actor]:
    """The brief's actors, then the registry's that it refers to, and what those are part of."""
    actors = _joined(brief.actors, library.actors)
    wanted = [actor.part_of for actor in actors.values()]
    for relation in brief.relations:
        wanted += (relation.source, relation.target)
    for event in brief.events:
        wanted += (one.actor for one in event.actors)
    while wanted:
        found = library.actors.get(wanted.pop(0) or "")
        if found is not None and found.id not in actors:
            actors[found.id] = found
            wanted.append(found.part_of)
    return actors


def places_of(brief: Brief, library: Library) -> dict[str, Place]:
    """The brief's places, then the registry's that its events name."""
    places = _joined(brief.places, library.places)
    for event in brief.events:
        place = library.places.get(event.place or "")
        if place is not None:
            places.setdefault(place.id, place)
    return places


def _joined(own: tuple[Named, ...], registry: Mapping[str, Named]) -> dict[str, Named]:
    """A brief's own by id, each with what the registry adds to it."""
    return {one.id: _with(one, registry[one.id]) if one.id in registry else one for one in own}


def _with(own: Named, shared: Named) -> Named:
    """What the brief says, then the registry's other names and what the brief leaves unsaid."""
    names = {own.name, *(alias.name for alias in own.aliases)}
    unsaid = type(own).model_fields.keys() - own.model_fields_set
    added: dict[str, object] = {key: getattr(shared, key) for key in unsaid}
    known: Aliases = (Alias(name=shared.name), *shared.aliases)
    others: Aliases = tuple(alias for alias in known if alias.name not in names)
    return own.model_copy(update={**added, "aliases": (*own.aliases, *others)})
