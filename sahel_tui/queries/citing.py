"""What is cited: a claim with its passages, one passage, or a stretch of a source; its marking."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.markings import highest
from sahel_tui.queries.stops import Stop, evidence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.views import (
        BriefView,
        Claim,
        EventView,
        PointView,
        RelationView,
        SourceView,
    )


class Citation(NamedTuple):
    """Stretches of a brief's sources, and the claim that cites them."""

    view: BriefView
    claim: Claim | None
    """None for a stretch that is cited for its own sake."""
    stops: tuple[Stop, ...]
    marking: str | None
    """The highest of the brief, the sources and the claim; None where nothing is marked."""

    def text(self, stop: Stop) -> str:
        """The source's words at a stop, to the code point; the quote where they were not found."""
        if stop.start is not None and stop.end is not None:
            return self.source(stop).text[stop.start : stop.end]
        return stop.passage.quote if stop.passage else ""

    def source(self, stop: Stop) -> SourceView:
        """The source that a stop is of."""
        return next(source for source in self.view.sources if source.id == stop.source)

    @property
    def sources(self) -> tuple[SourceView, ...]:
        """The sources that are cited, in the brief's order."""
        cited = {stop.source for stop in self.stops}
        return tuple(source for source in self.view.sources if source.id in cited)


def cite_claim(view: BriefView, claim: Claim, order: Sequence[str] = ()) -> Citation:
    """A claim with all of its passages; `order` is its library's order of markings."""
    evidence = evidence_of(view, claim)
    stops = tuple(
        Stop(one.source, one.start, one.end, number, len(evidence), one)
        for number, one in enumerate(evidence, 1)
    )
    return cite_stops(view, claim, stops, order)


def cite_stops(
    view: BriefView, claim: Claim | None, stops: tuple[Stop, ...], order: Sequence[str] = ()
) -> Citation:
    """Some of the places that a claim leads to, or stretches that no claim is named for."""
    cited = {stop.source for stop in stops}
    said = [view.own_marking, _claim_marking(view, claim) if claim else None]
    said += [source.marking for source in view.sources if source.id in cited]
    # what nobody marked is as high as anything beside it
    return Citation(view, claim, stops, highest(said, order) or view.marking)


def _claim_marking(view: BriefView, claim: Claim) -> str | None:
    """A claim's own marking; actors have none."""
    rows: dict[str, Sequence[PointView | RelationView | EventView]] = {
        "point": view.points,
        "relation": view.relations,
        "event": view.events,
    }
    return next((row.marking for row in rows.get(claim.kind, ()) if row.id == claim.id), None)
