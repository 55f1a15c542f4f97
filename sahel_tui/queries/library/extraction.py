"""The rows of one brief, from its view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.markings import highest
from sahel_tui.queries.evidence import is_contested
from sahel_tui.queries.library.rows import (
    ActorRow,
    Alias,
    BriefRow,
    EventRow,
    LinkRow,
    PointRow,
    Quote,
    RelationRow,
    Telling,
)
from sahel_tui.queries.rows import row_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.queries.views import (
        BriefView,
        Claim,
        EventView,
        PlaceView,
        PointView,
        RelationView,
    )


class BriefRows(NamedTuple):
    """All rows of one brief."""

    brief: BriefRow
    actors: tuple[ActorRow, ...]
    events: tuple[EventRow, ...]
    relations: tuple[RelationRow, ...]
    points: tuple[PointRow, ...]
    links: tuple[LinkRow, ...]


def rows_of(view: BriefView, findings: int = 0, order: Sequence[str] = ()) -> BriefRows:
    """The rows of a brief: `findings` were found in it, `order` is its library's of markings."""
    told = Telling(view.path, view.id, day_of(view))
    places = {place.id: place for place in view.places}
    marked = partial(marking_of, view, order)
    return BriefRows(
        _brief_row(view, told, findings),
        tuple(_actor_rows(view, told)),
        tuple(
            _event_row(told, one, places.get(one.place_id or ""), marked(one))
            for one in view.events
        ),
        tuple(_relation_row(told, one, marked(one)) for one in view.relations),
        tuple(
            PointRow(told, *one[:3], marked(one), one.likelihood, one.confidence)
            for one in view.points
        ),
        tuple(_link_rows(view, told)),
    )


def day_of(view: BriefView) -> int:
    """The day that a brief is sorted by: the first of its `as_of`, or else of `published`."""
    return (view.as_of or view.published).sort_key[0].ordinal()


def marking_of(
    view: BriefView, order: Sequence[str], row: PointView | RelationView | EventView
) -> str | None:
    """The highest of a claim's own and of the sources that it quotes, else the brief's."""
    if row.marking is None:
        return view.marking
    quoted = {passage.source for passage in row.evidence}
    sources = (source.marking for source in view.sources if source.id in quoted)
    return highest((row.marking, *sources), order)


def _brief_row(view: BriefView, told: Telling, findings: int) -> BriefRow:
    return BriefRow(
        path=view.path,
        id=view.id,
        title=view.title,
        published=view.published.text,
        day=told.day,
        publisher=view.publisher or "",
        marking=view.marking,
        points=len(view.points),
        actors=sum(bool(one.mentions or one.evidence) for one in view.actors),
        relations=len(view.relations),
        events=len(view.events),
        findings=findings,
    )


def _actor_rows(view: BriefView, told: Telling) -> Iterator[ActorRow]:
    for one in view.actors:
        aliases = tuple(Alias(alias.name, alias.kind) for alias in one.other_names)
        yield ActorRow(told, one.id, one.name, aliases, one.type, one.country, len(one.mentions))


def _event_row(
    told: Telling, event: EventView, place: PlaceView | None, marking: str | None
) -> EventRow:
    first, last = event.date.earliest, event.date.latest
    return EventRow(
        told=told,
        id=event.id,
        date=event.date.text,
        first=first and first.ordinal(),
        last=last and last.ordinal(),
        title=event.title,
        type=event.type,
        place=event.place,
        place_id=event.place_id,
        country=place.country if place else None,
        place_kind=place.kind if place else None,
        actors=tuple((one.id, one.role) for one in event.actors),
        names=tuple(one.name for one in event.actors),
        fatalities=event.fatalities,
        tense=event.tense,
        marking=marking,
    )


def _relation_row(told: Telling, one: RelationView, marking: str | None) -> RelationRow:
    first = one.since.earliest if one.since else None
    last = one.until.latest if one.until else None
    return RelationRow(
        told=told,
        id=one.id,
        source=one.source,
        source_name=one.source_name,
        target=one.target,
        target_name=one.target_name,
        type=one.type,
        inverse=one.inverse,
        sign=one.sign,
        since=one.since and one.since.text,
        until=one.until and one.until.text,
        first=first and first.ordinal(),
        last=last and last.ordinal(),
        status=one.status,
        marking=marking,
        confidence=one.confidence,
        contested=is_contested(one.evidence),
    )


def _link_rows(view: BriefView, told: Telling) -> Iterator[LinkRow]:
    for point in view.points:
        for how, to in point.relates:
            brief, _, other = to.rpartition("#")
            yield LinkRow(told, point.id, how, brief or view.id, other)


def quotes_of(view: BriefView, claim: Claim) -> tuple[Quote, ...]:
    """What a claim of a brief rests on, with the grades; nothing for a claim that it hasn't."""
    row = row_of(view, claim)
    sources = {source.id: source for source in view.sources}
    return tuple(
        Quote(
            source=one.source,
            title=sources[one.source].title or "",
            publisher=sources[one.source].publisher or "",
            start=one.start,
            end=one.end,
            text=one.text,
            state=one.state.value,
            stance=one.stance,
            review=one.review,
            reliability=sources[one.source].reliability,
            credibility=one.credibility,
        )
        for one in (row.evidence if row else ())
    )
