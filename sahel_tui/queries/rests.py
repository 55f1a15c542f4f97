"""What rests on a piece of source text: claims by their passages, and mentions of actors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sahel_tui.queries.views import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.anchoring.states import State
    from sahel_tui.queries.views import BriefView, EventView, Passage, RelationView


Row = TypeVar("Row", "EventView", "RelationView")


class Resting(NamedTuple):
    """A claim on a span of a source."""

    source: str
    start: int
    end: int
    claim: Claim
    number: int
    """Which passage (or mention) of the claim, from 1."""
    passage: Passage | None
    """None for a mention of an actor's name."""

    @property
    def state(self) -> State | None:
        """How the passage was found; `ambiguous` where this is one of several passages alike."""
        return self.passage.state if self.passage else None


_BLOCK = 64


class _Source:
    """The claims on one source in the order that they start, and how far each block reaches."""

    def __init__(self, resting: list[Resting]) -> None:
        resting.sort(key=lambda r: (r.start, r.end))
        self.resting = resting
        self.starts = [r.start for r in resting]
        self.reach = [
            max(r.end for r in resting[at : at + _BLOCK]) for at in range(0, len(resting), _BLOCK)
        ]
        self.reach_so_far = list(accumulate(self.reach, max))

    def within(self, start: int, end: int) -> Iterator[Resting]:
        limit = bisect_left(self.starts, end)
        first = bisect_right(self.reach_so_far, start)
        for block, at in enumerate(range(first * _BLOCK, limit, _BLOCK), first):
            if self.reach[block] > start:
                yield from (r for r in self.resting[at : min(at + _BLOCK, limit)] if r.end > start)


class RestsIndex:
    """Every claim of a brief by the source text that it rests on, with candidates and mentions."""

    def __init__(self, view: BriefView) -> None:
        by_source: dict[str, list[Resting]] = {}
        self._by_claim: dict[Claim, list[Resting]] = {}
        self._starts: dict[str, tuple[int, ...]] = {}
        for one in _all(view):
            by_source.setdefault(one.source, []).append(one)
            self._by_claim.setdefault(one.claim, []).append(one)
        self._sources = {source: _Source(resting) for source, resting in by_source.items()}

    def within(self, source: str, start: int, end: int) -> tuple[Resting, ...]:
        """What shares a character with a span, in text order; an empty span is its next one."""
        index = self._sources.get(source)
        return tuple(index.within(start, max(end, start + 1))) if index else ()

    def starts(self, source: str) -> tuple[int, ...]:
        """Where the passages of claims start, each place once; names of actors don't count."""
        if source not in self._starts:
            index = self._sources.get(source)
            resting = index.resting if index else ()
            self._starts[source] = tuple(sorted({one.start for one in resting if one.passage}))
        return self._starts[source]

    def of(self, claim: Claim) -> tuple[Resting, ...]:
        """Where a claim rests: its passages as written, then its mentions."""
        return tuple(self._by_claim.get(claim, ()))

    def shared(self, claim: Claim) -> tuple[Resting, ...]:
        """The other claims that share text with this one, each once, in text order."""
        others: dict[Claim, Resting] = {}
        for own in self._by_claim.get(claim, ()):
            for other in self.within(own.source, own.start, own.end):
                if other.claim != claim:
                    others.setdefault(other.claim, other)
        return tuple(sorted(others.values(), key=lambda r: (r.source, r.start, r.end)))


def relations_of_event(view: BriefView, event: str) -> tuple[RelationView, ...]:
    """Those that share text with an event, in text order."""
    return tuple(_sharing(view, Claim("event", event), "relation", view.relations))


def events_of_relation(view: BriefView, relation: str) -> tuple[EventView, ...]:
    """Those that share text with a relation, in text order."""
    return tuple(_sharing(view, Claim("relation", relation), "event", view.events))


def _sharing(view: BriefView, claim: Claim, kind: str, rows: Sequence[Row]) -> Iterator[Row]:
    by_id = {row.id: row for row in rows}
    for one in RestsIndex(view).shared(claim):
        if one.claim.kind == kind and one.claim.id in by_id:
            yield by_id[one.claim.id]


def _all(view: BriefView) -> Iterator[Resting]:
    for point in view.points:
        yield from _passages(Claim("point", point.id), point.evidence)
    for actor in view.actors:
        claim = Claim("actor", actor.id)
        yield from _passages(claim, actor.evidence)
        for number, mention in enumerate(actor.mentions, 1):
            yield Resting(mention.source, mention.start, mention.end, claim, number, None)
    for relation in view.relations:
        yield from _passages(Claim("relation", relation.id), relation.evidence)
    for event in view.events:
        yield from _passages(Claim("event", event.id), event.evidence)


def _passages(claim: Claim, evidence: tuple[Passage, ...]) -> Iterator[Resting]:
    for number, passage in enumerate(evidence, 1):
        if passage.start is not None and passage.end is not None:
            yield Resting(passage.source, passage.start, passage.end, claim, number, passage)
        for start, end in passage.candidates:
            yield Resting(passage.source, start, end, claim, number, passage)


def involving(view: BriefView, actor: str) -> tuple[Claim, ...]:
    """The claims that name an actor: its points, relations and events, in the brief's order."""
    points = (Claim("point", p.id) for p in view.points if actor in p.actors)
    relations = (Claim("relation", r.id) for r in view.relations if actor in (r.source, r.target))
    events = (
        Claim("event", e.id) for e in view.events if any(part.id == actor for part in e.actors)
    )
    return (*points, *relations, *events)
