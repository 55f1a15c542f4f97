"""Rows made by hand, each with what a test says and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.model.dates import parse
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.rows import (
    ActorRow,
    Alias,
    EventRow,
    Judgement,
    Judgements,
    RelationRow,
    Telling,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Pairs = tuple[tuple[str, str], ...]


def telling(brief: str) -> Telling:
    """A brief by its id; those later in the alphabet are newer."""
    return Telling(f"{brief}.toml", brief, sum(map(ord, brief)))


def judged(same: Pairs = (), different: Pairs = ()) -> Identities:
    return Identities(
        Judgements(
            tuple(Judgement(*pair) for pair in same),
            tuple(Judgement(*pair) for pair in different),
        )
    )


def event(brief: str, date: str, actors: Sequence[str] = ("x", "y"), **given: Any) -> EventRow:
    dated = parse(date)
    fields: dict[str, Any] = {
        "id": "e1",
        "title": "A raid",
        "type": "assault",
        "place": None,
        "place_id": None,
        "country": None,
        "place_kind": None,
        "fatalities": None,
        "tense": "past",
        "marking": None,
    }
    roles = tuple((one.partition("/")[0], one.partition("/")[2] or None) for one in actors)
    return EventRow(
        told=telling(brief),
        date=date,
        first=dated.earliest.ordinal() if dated.earliest else None,
        last=dated.latest.ordinal() if dated.latest else None,
        actors=roles,
        names=tuple(one for one, _ in roles),
        **{**fields, **given},
    )


def relation(brief: str, words: str, since: str = "", until: str = "", **given: Any) -> RelationRow:
    """`words` are source, type and target."""
    source, type_, target = words.split()
    begin, end = since and parse(since).earliest, until and parse(until).latest
    fields: dict[str, Any] = {"id": "r1", "sign": 1, "status": "asserted", "inverse": "by"}
    return RelationRow(
        told=telling(brief),
        source=source,
        source_name=source,
        target=target,
        target_name=target,
        type=type_,
        since=since or None,
        until=until or None,
        first=begin.ordinal() if begin else None,
        last=end.ordinal() if end else None,
        marking=None,
        **{**fields, **given},
    )


def actor(brief: str, id: str, name: str, *aliases: str, **given: Any) -> ActorRow:  # noqa: A002
    fields: dict[str, Any] = {"type": None, "country": None, "mentions": 1}
    others = tuple(Alias(one) for one in aliases)
    return ActorRow(told=telling(brief), id=id, name=name, aliases=others, **{**fields, **given})


def by_date(rows: Sequence[EventRow]) -> list[EventRow]:
    """Events as a library gives them."""
    return sorted(rows, key=lambda row: row.first if row.first is not None else row.last or 0)
