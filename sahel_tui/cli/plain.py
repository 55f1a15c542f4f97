"""Rows in words, for stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.words import also_words, counted, evidence_words, span_words

if TYPE_CHECKING:
    from sahel_tui.queries.views import (
        ActorView,
        EventView,
        PlaceView,
        PointView,
        RelationView,
    )

_SIGNS = {1: "+", 0: "·", -1: "−"}


def point_text(point: PointView) -> str:
    """What a point says, and how it stands."""
    return _joined(
        point.text,
        point.kind,
        point.likelihood and point.likelihood.replace("-", " "),
        point.confidence and f"{point.confidence} confidence",
        evidence_words(point.evidence),
        *(f"{how} {other}" for how, other in point.relates),
        point.marking,
    )


def actor_text(actor: ActorView) -> str:
    """An actor's name, and what is known and counted of it."""
    signs = ((actor.positive, "+"), (actor.neutral, "·"), (actor.negative, "−"))
    relations = " ".join(f"{number}{sign}" for number, sign in signs if number)
    return _joined(
        actor.name,
        actor.type,
        counted(len(actor.mentions), "mention"),
        f"relations {relations}" if relations else "no relation",
        also_words(actor.other_names),
        actor.country,
        actor.wikidata,
        f"part of {actor.part_of}" if actor.part_of else None,
        evidence_words(actor.evidence) if actor.evidence else None,
        actor.note,
    )


def place_text(place: PlaceView) -> str:
    """A place's name, and where it is."""
    where = None
    if place.lat is not None or place.lon is not None:
        latitude, longitude = ("?" if one is None else str(one) for one in (place.lat, place.lon))
        where = f"latitude {latitude}, longitude {longitude}"
    times = f"{len(place.mentions)} mention{'' if len(place.mentions) == 1 else 's'}"
    return _joined(
        place.name, place.kind, also_words(place.other_names), place.country, where, times
    )


def relation_text(relation: RelationView) -> str:
    """Who, what, whom, and since when."""
    arrow = "→" if relation.inverse else "↔"
    sides = f"{relation.source_name} {relation.type} {arrow} {relation.target_name}"
    return _joined(
        f"{_SIGNS[relation.sign]} {sides}",
        span_words(relation.since, relation.until),
        relation.status if relation.status != "asserted" else None,
        relation.confidence and f"{relation.confidence} confidence",
        evidence_words(relation.evidence),
        relation.note,
        relation.marking,
    )


def event_text(event: EventView) -> str:
    """What happened, where, and who had a part in it."""
    who = ", ".join(f"{a.name} ({a.role})" if a.role else a.name for a in event.actors)
    return _joined(
        event.title if event.tense == "past" else f"{event.tense}: {event.title}",
        event.type,
        event.place,
        who,
        _deaths(event.fatalities),
        evidence_words(event.evidence),
        event.note,
        event.marking,
    )


def _deaths(fatalities: tuple[int | None, int | None] | None) -> str | None:
    if fatalities is None:
        return None
    low, high = fatalities
    if low == high and low is not None:
        return f"{low} dead"
    return f"{'?' if low is None else low} to {'?' if high is None else high} dead"


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
