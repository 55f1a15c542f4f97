"""A brief as it is shown: every quote resolved, every name found, everything counted."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from sahel_tui.anchoring.resolve import Anchorer
from sahel_tui.anchoring.states import Quote
from sahel_tui.anchoring.words import Words
from sahel_tui.model.markings import highest
from sahel_tui.queries.naming import Naming, place_mentions
from sahel_tui.queries.views import (
    ActorView,
    AliasView,
    BriefView,
    EventView,
    Participation,
    Passage,
    PlaceView,
    PointView,
    RelationView,
    SourceView,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sahel_tui.model.actors import Actor, Alias
    from sahel_tui.model.brief import Brief
    from sahel_tui.model.events import Event
    from sahel_tui.model.evidence import Evidence
    from sahel_tui.model.places import Place
    from sahel_tui.model.points import Point
    from sahel_tui.model.relations import Relation, RelationType
    from sahel_tui.model.sources import SourceText


def build_view(
    brief: Brief,
    texts: Sequence[SourceText],
    *,
    path: str,
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
    relation_types: Mapping[str, RelationType],
    marking_order: Sequence[str] = (),
) -> BriefView:
    """The view of a valid brief; `actors` and `places` hold its library's as well as its own."""
    builder = _Builder(brief, texts, actors, places, relation_types)
    head = brief.brief
    events = sorted(map(builder.event, brief.events), key=lambda event: event.date.sort_key)
    return BriefView(
        path=path,
        id=head.id,
        title=head.title,
        published=head.published,
        as_of=head.as_of,
        authors=head.authors,
        publisher=head.publisher,
        series=head.series,
        url=head.url,
        tags=head.tags,
        summary=head.summary,
        supersedes=head.supersedes,
        marking=highest(_markings(brief), marking_order),
        sources=tuple(builder.sources()),
        points=tuple(map(builder.point, brief.points)),
        actors=tuple(map(builder.actor, actors.values())),
        relations=tuple(map(builder.relation, brief.relations)),
        events=tuple(events),
        places=tuple(map(builder.place, places.values())),
        language=head.language,
        own_marking=head.marking,
    )


def _markings(brief: Brief) -> Iterator[str | None]:
    yield brief.brief.marking
    for table in (brief.sources, brief.points, brief.relations, brief.events):
        yield from (row.marking for row in table)


class _Builder:
    """Makes the rows of one brief."""

    def __init__(
        self,
        brief: Brief,
        texts: Sequence[SourceText],
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
        relation_types: Mapping[str, RelationType],
    ) -> None:
        self._brief = brief
        self._actors = actors
        self._places = places
        self._types = relation_types
        self._texts = {text.id: text for text in texts}
        self._anchorers = {text.id: Anchorer(text.text) for text in texts}
        evidence = {actor.id: self._passages(actor_evidence(actor)) for actor in actors.values()}
        self._evidence_of = evidence
        words = {text.id: Words(text.text) for text in texts}
        self._naming = Naming(actors, texts, words, evidence)
        self._place_mentions = place_mentions(places, texts, words)
        self._signs = Counter(
            (actor, self._sign(relation))
            for relation in brief.relations
            for actor in {relation.source, relation.target}
        )

    def sources(self) -> Iterator[SourceView]:
        for source in self._brief.sources:
            text = self._texts[source.id]
            yield SourceView(
                id=source.id,
                title=source.title,
                publisher=source.publisher,
                published=source.published,
                url=source.url,
                kind=source.kind,
                reliability=source.reliability,
                derived_from=source.derived_from,
                marking=source.marking,
                sha256=text.sha256,
                text=text.text,
                obtained=source.obtained,
                language=source.language,
            )

    def point(self, point: Point) -> PointView:
        evidence = self._passages(point.evidence)
        return PointView(
            id=point.id,
            text=point.text,
            kind=point.kind,
            likelihood=point.likelihood,
            confidence=point.confidence,
            relates=tuple((one.as_, one.to) for one in point.relates),
            marking=point.marking,
            evidence=evidence,
            actors=self._naming.actors_of(point.text, evidence),
        )

    def actor(self, actor: Actor) -> ActorView:
        whole = self._actors.get(actor.part_of or "")
        return ActorView(
            id=actor.id,
            name=actor.name,
            aliases=tuple(alias.name for alias in actor.aliases),
            type=actor.type,
            country=actor.country,
            part_of=whole.name if whole else actor.part_of,
            note=actor.note,
            mentions=self._naming.mentions_of(actor.id),
            positive=self._signs[actor.id, 1],
            neutral=self._signs[actor.id, 0],
            negative=self._signs[actor.id, -1],
            evidence=self._evidence_of[actor.id],
            wikidata=actor.wikidata,
            other_names=_other_names(
                actor.aliases, self._evidence_of[actor.id][len(actor.evidence) :]
            ),
        )

    def place(self, place: Place) -> PlaceView:
        evidence = self._passages(item for alias in place.aliases for item in alias.evidence)
        return PlaceView(
            id=place.id,
            name=place.name,
            aliases=tuple(alias.name for alias in place.aliases),
            country=place.country,
            kind=place.kind,
            lat=place.lat,
            lon=place.lon,
            other_names=_other_names(place.aliases, evidence),
            mentions=self._place_mentions.get(place.id, ()),
        )

    def relation(self, relation: Relation) -> RelationView:
        return RelationView(
            id=relation.id,
            source=relation.source,
            source_name=self._name(relation.source),
            target=relation.target,
            target_name=self._name(relation.target),
            type=relation.type,
            inverse=self._inverse(relation.type),
            sign=self._sign(relation),
            since=relation.since,
            until=relation.until,
            status=relation.status,
            confidence=relation.confidence,
            note=relation.note,
            marking=relation.marking,
            evidence=self._passages(relation.evidence),
        )

    def event(self, event: Event) -> EventView:
        place = self._places.get(event.place or "")
        dead = event.fatalities
        return EventView(
            id=event.id,
            date=event.date,
            title=event.title,
            type=event.type,
            place=place.name if place else event.place,
            place_id=place.id if place else None,
            actors=tuple(
                Participation(one.actor, self._name(one.actor), one.role) for one in event.actors
            ),
            fatalities=(dead.min, dead.max) if dead else None,
            tense=event.tense,
            note=event.note,
            marking=event.marking,
            evidence=self._passages(event.evidence),
        )

    def _name(self, actor: str) -> str:
        return self._actors[actor].name if actor in self._actors else actor

    def _inverse(self, name: str) -> str:
        """How a type reads from the target's side: without a word of its own, as it does anyway."""
        one = self._types[name]
        return "" if one.symmetric else one.inverse or name

    def _sign(self, relation: Relation) -> int:
        return self._types[relation.type].sign if relation.sign is None else relation.sign

    def _passages(self, evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
        return tuple(map(self._passage, evidence))

    def _passage(self, evidence: Evidence) -> Passage:
        source = evidence.source or self._brief.sources[0].id
        found = self._anchorers[source].resolve(
            Quote(
                exact=evidence.exact or "",
                first=evidence.from_ or "",
                last=evidence.to or "",
                prefix=evidence.prefix,
                suffix=evidence.suffix,
                start=evidence.start,
                end=evidence.end,
            )
        )
        start, end = found.span or (None, None)
        return Passage(
            source=source,
            state=found.state,
            start=start,
            end=end,
            text=self._texts[source].text[start:end] if found.span else evidence.quote,
            quote=evidence.quote,
            score=found.score,
            stance=evidence.stance,
            review=evidence.review,
            credibility=evidence.credibility,
            candidates=found.candidates,
            by=evidence.by,
            at=evidence.at,
            method=evidence.method,
        )


def _other_names(aliases: Iterable[Alias], evidence: Iterable[Passage]) -> tuple[AliasView, ...]:
    """Aliases, each with its own of all their passages in order."""
    left = iter(evidence)
    return tuple(
        AliasView(one.name, one.kind, one.language, tuple(islice(left, len(one.evidence))))
        for one in aliases
    )


def actor_evidence(actor: Actor) -> tuple[Evidence, ...]:
    """An actor's own evidence, then that of its aliases, in the order that its view has it."""
    return (*actor.evidence, *(item for alias in actor.aliases for item in alias.evidence))
