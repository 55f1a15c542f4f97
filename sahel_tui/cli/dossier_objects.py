"""The JSON object of a dossier; `docs/json.md` documents every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.library import quote_object
from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.views import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.cli.objects import Object
    from sahel_tui.queries.library.dossier import Dossier, Ties
    from sahel_tui.queries.library.passages import PassageRow
    from sahel_tui.queries.library.rows import EventRow, PointRow, Quote, RelationRow

    Quotes = Callable[[str, Claim], Sequence[Quote]]


def dossier_object(found: Dossier, quotes: Quotes) -> Object:
    """A whole dossier: how many there are of each, and as many as are held."""
    actor = found.actor
    return {
        "ids": list(actor.ids),
        "name": actor.name,
        "type": actor.type,
        "country": actor.country,
        "marking": found.marking,
        "counts": {kind: count.number for kind, count in found.counts._asdict().items()},
        "names": [
            {"name": one.name, "kind": one.kind, "briefs": one.briefs, "by": list(one.by)}
            for one in actor.names
        ],
        "used": [
            {
                "name": one.name,
                "times": one.mentions,
                "briefs": one.briefs,
                "by": list(one.by),
            }
            for one in found.used
        ],
        "over_time": [
            {"day": from_ordinal(day).iso(), "times": times} for day, times in found.mentions
        ],
        "ties": [_ties_object(one, quotes) for one in found.ties],
        "events": [_event_object(one, quotes) for one in found.events],
        "points": [_point_object(one, quotes) for one in found.points],
        "passages": [_passage_object(one) for one in found.passages],
    }


def _ties_object(ties: Ties, quotes: Quotes) -> Object:
    return {
        "actor": ties.other,
        "name": ties.name,
        "positive": ties.positive,
        "neutral": ties.neutral,
        "negative": ties.negative,
        "relations": [_relation_object(row, quotes) for row in ties.relations],
    }


def _relation_object(row: RelationRow, quotes: Quotes) -> Object:
    own = {
        "source": row.source,
        "target": row.target,
        "type": row.type,
        "sign": row.sign,
        "since": row.since,
        "until": row.until,
        "status": row.status,
    }
    return _claim_object(Claim("relation", row.id), row, own, quotes)


def _event_object(row: EventRow, quotes: Quotes) -> Object:
    own = {
        "date": row.date,
        "title": row.title,
        "type": row.type,
        "place": row.place_id or row.place,
        "actors": [actor for actor, _ in row.actors],
        "fatalities": list(row.fatalities) if row.fatalities else None,
        "tense": row.tense,
    }
    return _claim_object(Claim("event", row.id), row, own, quotes)


def _point_object(row: PointRow, quotes: Quotes) -> Object:
    own = {"text": row.text, "kind": row.kind}
    return _claim_object(Claim("point", row.id), row, own, quotes)


def _claim_object(
    claim: Claim, row: RelationRow | EventRow | PointRow, own: Object, quotes: Quotes
) -> Object:
    """What is said of every claim, and what of its kind alone."""
    return {
        "brief": row.told.brief,
        "path": row.told.path,
        "id": claim.id,
        **own,
        "marking": row.marking,
        "quotes": [quote_object(one) for one in quotes(row.told.path, claim)],
    }


def _passage_object(row: PassageRow) -> Object:
    return {
        "brief": row.told.brief,
        "path": row.told.path,
        "published": row.published,
        "source": row.source,
        "start": row.start,
        "end": row.end,
        "text": row.text,
        "mentions": [
            {"source": row.source, "start": start, "end": end} for start, end in row.mentions
        ],
        "claims": [{"claim": one.kind, "id": one.id} for one in row.claims],
        "marking": row.marking,
    }
