"""From a view to a document: what of a brief is searched, and what is known of each item."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sahel_tui.queries.search.dating import Dating, dating_of, lasting
from sahel_tui.queries.search.documents import BLANK_LINE, Document, Item, Named, SourceName
from sahel_tui.queries.search.fields import SIGNS
from sahel_tui.queries.search.grounds import by_source, facets_of, first_place, standing
from sahel_tui.queries.search.paragraphs import paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sahel_tui.queries.search.documents import MentionSpan
    from sahel_tui.queries.search.grounds import Place
    from sahel_tui.queries.views import (
        ActorView,
        BriefView,
        EventView,
        Passage,
        PointView,
        RelationView,
        SourceView,
    )


def describe(view: BriefView) -> Document:
    """The document of a brief."""
    describer = _Describer(view)
    items = tuple(describer.items())
    return Document(
        brief=view.id,
        path=view.path,
        title=view.title,
        published=view.published.text,
        publisher=view.publisher or "",
        marking=view.marking,
        first=describer.dated.first,
        last=describer.dated.last,
        names=tuple(describer.names),
        items=items,
        tags=view.tags,
        sources=tuple(SourceName(s.id, s.title or "", s.publisher or "") for s in view.sources),
    )


class _Describer:
    """Makes the items of one brief, and collects whose names they mention."""

    def __init__(self, view: BriefView) -> None:
        self._view = view
        self.dated = dating_of(view.as_of or view.published)
        self._undated = self.dated._replace(date="")
        self.names: list[Named] = []
        self._place_of_name: dict[tuple[str, str], int] = {}
        self._known = {
            **{("actor", one.id): (one.name, *one.aliases) for one in view.actors},
            **{("place", one.id): (one.name, *one.aliases) for one in view.places},
        }
        self._actor_mentions = by_source((one.id, one.mentions) for one in view.actors)
        self._place_mentions = by_source((one.id, one.mentions) for one in view.places)

    def items(self) -> Iterator[Item]:
        yield self._brief()
        yield from map(self._point, self._view.points)
        yield from map(self._actor, self._view.actors)
        yield from map(self._relation, self._view.relations)
        yield from map(self._event, self._view.events)
        for source in self._view.sources:
            yield from self._passages(source)

    def _brief(self) -> Item:
        view = self._view
        about = (view.summary, *view.tags, view.publisher, view.series, *view.authors)
        return self._item("brief", view.id, view.title, about, own=view.marking, date=self.dated)

    def _point(self, point: PointView) -> Item:
        facets = (
            f"type:{point.kind}",
            *facets_of("likelihood", point.likelihood),
            *facets_of("confidence", point.confidence),
        )
        return self._item(
            "point",
            point.id,
            "",
            (point.text,),
            point.evidence,
            actors=point.actors,
            places=self._places_within(point.evidence),
            facets=facets,
            own=point.marking,
        )

    def _actor(self, actor: ActorView) -> Item:
        return self._item(
            "actor",
            actor.id,
            actor.name,
            (actor.note,),
            actor.evidence,
            at=first_place(actor.evidence, actor.mentions),
            actors=(actor.id,),
            facets=facets_of("type", actor.type),
            supported=True,
        )

    def _relation(self, one: RelationView) -> Item:
        title = f"{one.source_name} {one.type} {one.target_name}"
        facets = (
            f"type:{one.type}",
            f"sign:{SIGNS[one.sign]}",
            f"is:{one.status}",
            *facets_of("confidence", one.confidence),
        )
        return self._item(
            "relation",
            one.id,
            title,
            (one.note,),
            one.evidence,
            actors=tuple(dict.fromkeys((one.source, one.target))),
            facets=facets,
            own=one.marking,
            date=lasting(one.since, one.until),
        )

    def _event(self, event: EventView) -> Item:
        return self._item(
            "event",
            event.id,
            event.title,
            (event.note,),
            event.evidence,
            actors=tuple(dict.fromkeys(part.id for part in event.actors)),
            places=self._places_of(event),
            facets=(f"type:{event.type}", f"is:{event.tense}"),
            own=event.marking,
            date=dating_of(event.date),
        )

    def _places_of(self, event: EventView) -> tuple[str, ...]:
        """Its declared place, or the name that stands there."""
        if event.place_id is None and event.place is not None:
            self._known.setdefault(("place", event.place), (event.place,))
        place = event.place_id or event.place
        return (place,) if place else ()

    def _item(
        self,
        kind: str,
        id: str,  # noqa: A002 - the item's own name
        title: str,
        texts: Iterable[str | None],
        evidence: tuple[Passage, ...] = (),
        *,
        at: Place | None = None,
        actors: tuple[str, ...] = (),
        places: tuple[str, ...] = (),
        facets: tuple[str, ...] = (),
        own: str | None = None,
        date: Dating | None = None,
        supported: bool = False,
    ) -> Item:
        """`supported`: whether it needs no evidence to rest on."""
        source, start, end = at or first_place(evidence)
        for actor in actors:
            self._name("actor", actor)
        for place in places:
            self._name("place", place)
        dated = date or self._undated
        stands = () if kind == "brief" else standing(evidence, supported)
        return Item(
            kind,
            id,
            title,
            BLANK_LINE.join(filter(None, texts)),
            source,
            start,
            end,
            actors,
            places,
            (*facets, *stands),
            dated.first,
            dated.last,
            own or self._view.own_marking,
            (),
            dated.date,
            dated.stretches,
            dated.vague,
        )

    def _passages(self, source: SourceView) -> Iterator[Item]:
        named = self._actor_mentions.get(source.id, [])
        placed = self._place_mentions.get(source.id, [])
        dated = self._undated
        for number, (start, end) in enumerate(paragraph_spans(source.text), 1):
            actors, spans = self._mentioned("actor", named, start, end)
            places, more = self._mentioned("place", placed, start, end)
            yield Item(
                "passage",
                f"{source.id}:{number}",
                "",
                source.text[start:end],
                source.id,
                start,
                end,
                actors,
                places,
                (f"source:{source.id}",),
                dated.first,
                dated.last,
                source.marking or self._view.own_marking,
                tuple(sorted((*spans, *more), key=lambda one: one[1:])),
                "",
                dated.stretches,
                dated.vague,
            )

    def _mentioned(
        self, kind: str, mentions: list[tuple[int, int, str]], start: int, end: int
    ) -> tuple[tuple[str, ...], list[MentionSpan]]:
        """Who is named from `start` to `end`, and where."""
        first, last = bisect_left(mentions, (start,)), bisect_left(mentions, (end,))
        found = mentions[first:last]
        spans = [(self._name(kind, one), begin, min(stop, end)) for begin, stop, one in found]
        return tuple(dict.fromkeys(one for _, _, one in found)), spans

    def _places_within(self, evidence: Iterable[Passage]) -> tuple[str, ...]:
        """The places that the passages mention, as the actors of a point are those they name."""
        found: dict[str, None] = {}
        for one in evidence:
            if one.start is None or one.end is None or one.review == "rejected":
                continue
            mentions = self._place_mentions.get(one.source, [])
            for _, stop, place in mentions[
                bisect_left(mentions, (one.start,)) : bisect_left(mentions, (one.end,))
            ]:
                if stop <= one.end:
                    found[place] = None
        return tuple(found)

    def _name(self, kind: str, id: str) -> int:  # noqa: A002 - whose name it is
        """The place in `names` of an actor or a place."""
        key = (kind, id)
        if key not in self._place_of_name:
            self._place_of_name[key] = len(self.names)
            self.names.append(Named(kind, id, self._known.get(key, (id,))))
        return self._place_of_name[key]
