"""From a search's results into the briefs: where one lands, and on from the last match of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from sahel_tui.queries.search.results import place_of
from sahel_tui.queries.stops import Stop
from sahel_tui.queries.views import Claim, ClaimKind
from sahel_tui.render.words import quoted
from sahel_tui.tui.landing import Landing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sahel_tui.queries.search.matching import Hit
    from sahel_tui.queries.search.results import BriefHits


def landing_at(brief: BriefHits, hit: Hit, query: str) -> Landing:
    """At one hit of a brief, among all of its matches."""
    claim = Claim(hit.kind, hit.id) if hit.kind in get_args(ClaimKind) else None  # type: ignore[arg-type]
    landing = _landing(brief, query)._replace(claim=claim)
    place = place_of(hit, brief.places)
    if place is None:
        return Landing(claim, back=landing.back)
    return landing._replace(source=place.source, start=place.start, end=place.end)


def _landing(brief: BriefHits, query: str) -> Landing:
    number = len(brief.places)
    matches = tuple(
        Stop(place.source, place.start, place.end, at, number, None, noun="match")
        for at, place in enumerate(brief.places, 1)
    )
    words = tuple(place.words for place in brief.places)
    back = f"the search for {quoted(query, 30)}" if query else "the search"
    return Landing(back=back, matches=matches, words=words)


def neighbour(
    briefs: Sequence[BriefHits],
    file_of: Callable[[str], Path],
    path: str,
    step: int,
    query: str,
) -> tuple[Path, Landing] | None:
    """The first match of the next brief that has any, or the last one of the previous brief."""
    here = next((n for n, one in enumerate(briefs) if str(file_of(one.path)) == path), None)
    if here is None:
        return None
    others = briefs[here + 1 :] if step > 0 else briefs[:here][::-1]
    brief = next((one for one in others if one.places), None)
    if brief is None:
        return None
    place = brief.places[0 if step > 0 else -1]
    landing = _landing(brief, query)
    return file_of(brief.path), landing._replace(
        source=place.source, start=place.start, end=place.end
    )
