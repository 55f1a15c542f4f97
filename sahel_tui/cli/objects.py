"""The JSON objects that the command line prints; `docs/json.md` documents every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.queries.evidence import passage_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.views import (
        ActorView,
        BriefView,
        EventView,
        Passage,
        PointView,
        RelationView,
        SourceView,
    )

Object = dict[str, Any]


def brief_object(view: BriefView) -> Object:
    """A whole brief."""
    return {
        "id": view.id,
        "title": view.title,
        "published": view.published.text,
        "marking": view.marking,
        "sources": [source_object(source) for source in view.sources],
        "points": [point_object(point) for point in view.points],
        "actors": [actor_object(actor) for actor in view.actors],
        "relations": [relation_object(relation) for relation in view.relations],
        "events": [event_object(event) for event in view.events],
    }


def source_object(source: SourceView) -> Object:
    """A source; its length in code points."""
    return {"id": source.id, "length": len(source.text), "sha256": source.sha256}


def point_object(point: PointView) -> Object:
    """A bottom-line point."""
    return {
        "id": point.id,
        "text": point.text,
        "kind": point.kind,
        "likelihood": point.likelihood,
        "confidence": point.confidence,
        "evidence": _evidence(point.evidence),
    }


def actor_object(actor: ActorView) -> Object:
    """An actor and where it is mentioned."""
    return {
        "id": actor.id,
        "name": actor.name,
        "aliases": list(actor.aliases),
        "type": actor.type,
        "mentions": [{"source": m.source, "start": m.start, "end": m.end} for m in actor.mentions],
    }


def relation_object(relation: RelationView) -> Object:
    """A relation, from source to target."""
    return {
        "id": relation.id,
        "source": relation.source,
        "target": relation.target,
        "type": relation.type,
        "sign": relation.sign,
        "since": _date(relation.since),
        "until": _date(relation.until),
        "status": relation.status,
        "confidence": relation.confidence,
        "note": relation.note,
        "evidence": _evidence(relation.evidence),
    }


def event_object(event: EventView) -> Object:
    """An event; its days are null where its date is open or unknown."""
    earliest, latest = event.date.earliest, event.date.latest
    return {
        "id": event.id,
        "date": event.date.text,
        "earliest": earliest.iso() if earliest else None,
        "latest": latest.iso() if latest else None,
        "label": event.date.label,
        "title": event.title,
        "type": event.type,
        "place": event.place_id or event.place,
        "actors": [part.id for part in event.actors],
        "tense": event.tense,
        "evidence": _evidence(event.evidence),
    }


def _date(date: Edtf | None) -> str | None:
    return date.text if date else None


def _evidence(evidence: Sequence[Passage]) -> list[Object]:
    return [passage_object(passage) for passage in evidence]
