"""What the filters look at of each kind of row, and its visible fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.views import ActorView, EventView, Passage, PointView, RelationView


class Facets(NamedTuple):
    """One row, as the filters see it."""

    fields: tuple[str, ...]
    """Every field that a front end shows."""
    type: str | None
    actors: frozenset[str] = frozenset()
    sign: int | None = None
    places: frozenset[str] = frozenset()
    """`#` and the place's id, and its name folded."""
    date: Edtf | None = None
    since: Edtf | None = None
    until: Edtf | None = None


def point_facets(point: PointView) -> Facets:
    """A point: its type is its kind."""
    confidence = f"{point.confidence} confidence" if point.confidence else None
    relates = (f"{how} {other}" for how, other in point.relates)
    standing = (point.kind, point.likelihood, confidence, *relates, point.marking)
    fields = _fields(point.id, point.text, *standing, *_standing(point.evidence))
    return Facets(fields, point.kind, frozenset(point.actors))


def actor_facets(actor: ActorView) -> Facets:
    """An actor: it is its only actor."""
    about = (actor.type, actor.country, actor.wikidata, actor.part_of, actor.note)
    names = (word for one in actor.other_names for word in (one.kind, one.language))
    fields = _fields(
        actor.id, actor.name, *actor.aliases, *names, *about, *_standing(actor.evidence)
    )
    return Facets(fields, actor.type, frozenset({actor.id}))


def relation_facets(relation: RelationView) -> Facets:
    """A relation: dated by its start and end."""
    ends = (relation.source_name, relation.type, relation.inverse, relation.target_name)
    dates = (*_date_words(relation.since), *_date_words(relation.until))
    confidence = f"{relation.confidence} confidence" if relation.confidence else None
    about = (relation.status, confidence, relation.note, relation.marking)
    return Facets(
        _fields(relation.id, *ends, *dates, *about, *_standing(relation.evidence)),
        relation.type,
        frozenset({relation.source, relation.target}),
        sign=relation.sign,
        since=relation.since,
        until=relation.until,
    )


def event_facets(event: EventView) -> Facets:
    """An event."""
    who = (word for part in event.actors for word in (part.name, part.role))
    about = (event.title, event.type, event.tense, event.place, event.note, event.marking)
    fields = _fields(event.id, *_date_words(event.date), *about, *who, *_standing(event.evidence))
    places = {f"#{event.place_id}"} if event.place_id else set()
    if event.place:
        places.add(fold(event.place, hyphen=" ").strip(" "))
    actors = frozenset(part.id for part in event.actors)
    return Facets(fields, event.type, actors, places=frozenset(places), date=event.date)


def _fields(*fields: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field for field in fields if field))


def _date_words(date: Edtf | None) -> tuple[str, ...]:
    return (date.label, date.text) if date else ()


def _standing(evidence: Iterable[Passage]) -> tuple[str, ...]:
    """The states, stances and reviews of some passages, each once."""
    return tuple(
        dict.fromkeys(word for p in evidence for word in (p.state.value, p.stance, p.review))
    )
