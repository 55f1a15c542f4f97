"""What there is to list: points, actors, relations and events, and how a row of each is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from sahel_tui.cli import objects, plain
from sahel_tui.queries import facets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.queries.facets import Facets
    from sahel_tui.queries.views import BriefView


@dataclass(frozen=True, slots=True)
class Listing:
    """How the rows of one kind are listed."""

    noun: str
    rows: Callable[[BriefView], Sequence[Any]]
    describe: Callable[[Any], Facets]
    label: Callable[[Any], str]
    text: Callable[[Any], str]
    object: Callable[[Any], objects.Object]
    types_known: Callable[[], Iterable[str]]
    """The types of the format."""
    sort_key: Callable[[Any], Any] | None = None
    """The order of the rows of several briefs, if it is not that of the briefs."""


def _point_kinds() -> Iterable[str]:
    from sahel_tui.model.points import PointKind

    return get_args(PointKind)


def _actor_types() -> Iterable[str]:
    from sahel_tui.model.actors import ActorType

    return get_args(ActorType)


def _relation_types() -> Iterable[str]:
    from sahel_tui.model.relations import RELATION_TYPES

    return RELATION_TYPES


def _event_types() -> Iterable[str]:
    from sahel_tui.model.events import EventType

    return get_args(EventType)


LISTINGS = {
    "points": Listing(
        "point",
        lambda view: view.points,
        facets.point_facets,
        lambda point: point.id,
        plain.point_text,
        objects.point_object,
        _point_kinds,
    ),
    "actors": Listing(
        "actor",
        lambda view: view.actors,
        facets.actor_facets,
        lambda actor: actor.id,
        plain.actor_text,
        objects.actor_object,
        _actor_types,
    ),
    "relations": Listing(
        "relation",
        lambda view: view.relations,
        facets.relation_facets,
        lambda relation: relation.id,
        plain.relation_text,
        objects.relation_object,
        _relation_types,
    ),
    "timeline": Listing(
        "event",
        lambda view: view.events,
        facets.event_facets,
        lambda event: event.date.label,
        plain.event_text,
        objects.event_object,
        _event_types,
        lambda event: event.date.sort_key,
    ),
}
