"""Views made by hand, each with what a test says and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.anchoring.states import State
from sahel_tui.model.dates import parse
from sahel_tui.model.days import Day
from sahel_tui.queries.timeline import Range
from sahel_tui.queries.views import (
    ActorView,
    AliasView,
    BriefView,
    EventView,
    Mention,
    Participation,
    Passage,
    PlaceView,
    PointView,
    RelationView,
    SourceView,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


def days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Range:
    """From one day to another."""
    return Range(Day(*first).ordinal(), Day(*last).ordinal() + 1)


def passage(
    start: int | None,
    end: int | None,
    *,
    source: str = "main",
    state: str = "exact",
    stance: str = "supports",
    candidates: Sequence[tuple[int, int]] = (),
) -> Passage:
    words = "the words"
    score = None if start is None else 1.0
    found = (source, State(state), start, end, words, words, score)
    return Passage(*found, stance, "accepted", None, tuple(candidates))


def point(id: str, text: str = "A point.", **given: Any) -> PointView:  # noqa: A002 - the view's own name
    fields = {"kind": "judgment", "likelihood": None, "confidence": None, "relates": ()}
    return PointView(**{"id": id, "text": text, **fields, "marking": None, "evidence": (), **given})


def actor(
    id: str,  # noqa: A002
    name: str | None = None,
    mentions: Sequence[tuple[int, int]] = (),
    **given: Any,
) -> ActorView:
    fields = {
        "aliases": (), "type": None, "country": None, "part_of": None, "note": None,
        "positive": 0, "neutral": 0, "negative": 0, "evidence": (),
    }  # fmt: skip
    found = tuple(Mention("main", start, end) for start, end in mentions)
    others = {"other_names": tuple(map(AliasView, given.get("aliases", ())))}
    own = {"id": id, "name": name or id, "mentions": found}
    return ActorView(**{**own, **fields, **others, **given})


def relation(
    id: str,  # noqa: A002
    source: str,
    target: str,
    *,
    since: str | None = None,
    until: str | None = None,
    **given: Any,
) -> RelationView:
    fields = {
        "source_name": source.title(), "target_name": target.title(), "type": "supports",
        "inverse": "supported by", "sign": 1, "status": "asserted", "confidence": None,
        "note": None, "marking": None, "evidence": (),
    }  # fmt: skip
    dates = {"since": parse(since) if since else None, "until": parse(until) if until else None}
    return RelationView(
        **{"id": id, "source": source, "target": target, **fields, **dates, **given}
    )


def event(
    id: str,  # noqa: A002
    *,
    date: str = "2023-08-13",
    actors: Sequence[str] = (),
    role: str | None = None,
    **given: Any,
) -> EventView:
    fields = {
        "title": "An event", "type": "other", "place": None, "place_id": None,
        "fatalities": None, "tense": "past", "note": None, "marking": None, "evidence": (),
    }  # fmt: skip
    parts = tuple(Participation(one, one, role) for one in actors)
    return EventView(**{"id": id, "date": parse(date), "actors": parts, **fields, **given})


def brief(
    *,
    text: str = "The text.",
    points: Sequence[Any] = (),
    actors: Sequence[Any] = (),
    relations: Sequence[Any] = (),
    events: Sequence[Any] = (),
    places: Sequence[tuple[str, str, tuple[str, ...]]] = (),
) -> BriefView:
    source = SourceView("main", None, None, None, None, None, None, (), None, "0" * 64, text)
    return BriefView(
        path="brief.toml",
        id="brief",
        title="A brief",
        published=parse("2023-09-20"),
        as_of=None,
        authors=(),
        publisher=None,
        series=None,
        url=None,
        tags=(),
        summary=None,
        supersedes=(),
        marking=None,
        sources=(source,),
        points=tuple(points),
        actors=tuple(actors),
        relations=tuple(relations),
        events=tuple(events),
        places=tuple(
            PlaceView(id_, name, aliases, None, other_names=tuple(map(AliasView, aliases)))
            for id_, name, aliases in places
        ),
    )
