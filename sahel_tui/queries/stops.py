"""The places in the sources that a claim leads to, in the order that they are visited."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.rows import row_of
from sahel_tui.queries.views import ActorView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.anchoring.states import Span
    from sahel_tui.queries.views import BriefView, Claim, Passage


class Stop(NamedTuple):
    """One place that a claim leads to, or the lack of one."""

    source: str
    start: int | None
    """None for an orphan: there is nowhere to go."""
    end: int | None
    number: int
    """Which passage (or mention) of the claim, from 1."""
    of: int
    passage: Passage | None
    """None for a mention of an actor's name."""
    candidate: int = 0
    """Which of the passages alike of an ambiguous quote, from 1; else 0."""
    noun: str = "mention"
    """What it is where it is no passage that is cited."""


def stops(view: BriefView, claim: Claim) -> tuple[Stop, ...]:
    """A claim's passages as written, then an actor's mentions in text order."""
    found = [stop for n, p in enumerate(evidence_of(view, claim), 1) for stop in _passage(p, n)]
    total = found[-1].number if found else 0
    places = [
        Stop(s.source, s.start, s.end, s.number, total, s.passage, s.candidate) for s in found
    ]
    if claim.kind == "actor":
        actor = row_of(view, claim)
        mentions = actor.mentions if isinstance(actor, ActorView) else ()
        places += [
            Stop(m.source, m.start, m.end, number, len(mentions), None)
            for number, m in enumerate(mentions, 1)
        ]
    return tuple(places)


def spans_as_stops(source: str, spans: Sequence[Span]) -> tuple[Stop, ...]:
    """Spans of a source as places to visit, without a claim that leads to them."""
    return tuple(
        Stop(source, start, end, number, len(spans), None)
        for number, (start, end) in enumerate(spans, 1)
    )


def evidence_of(view: BriefView, claim: Claim) -> tuple[Passage, ...]:
    """The passages that a claim cites; none for a claim that is not in the brief."""
    row = row_of(view, claim)
    return row.evidence if row is not None else ()


def _passage(passage: Passage, number: int) -> list[Stop]:
    if passage.candidates:
        return [
            Stop(passage.source, start, end, number, 0, passage, candidate)
            for candidate, (start, end) in enumerate(passage.candidates, 1)
        ]
    return [Stop(passage.source, passage.start, passage.end, number, 0, passage)]


class Selection:
    """Where a claim leads, and which of the places is being shown."""

    def __init__(self, stops: Sequence[Stop] = ()) -> None:
        self.stops = stops
        self.index = 0
        """Which of the places is being shown."""
        self._spans: dict[str, list[Span]] = {}
        for stop in stops:
            if stop.start is not None and stop.end is not None:
                self._spans.setdefault(stop.source, []).append((stop.start, stop.end))
        for spans in self._spans.values():
            spans.sort()
        self._longest = max(
            (end - start for spans in self._spans.values() for start, end in spans), default=0
        )

    @property
    def mentions(self) -> int:
        """How many mentions of a name follow the passages that are cited."""
        last = self.stops[-1] if self.stops else None
        return last.of if last is not None and last.passage is None else 0

    @property
    def current(self) -> Stop | None:
        """The place that is being shown, if the claim leads anywhere."""
        return self.stops[self.index] if self.index < len(self.stops) else None

    def step(self, by: int) -> None:
        """Go to the next or previous place, around the end."""
        if self.stops:
            self.index = (self.index + by) % len(self.stops)

    def within(self, source: str, start: int, end: int) -> list[Span]:
        """The spans that share a character with `start` to `end` of a source."""
        spans = self._spans.get(source, [])
        first = bisect_left(spans, (start - self._longest, 0))
        last = bisect_left(spans, (end, 0))
        return [span for span in spans[first:last] if span[1] > start]

    def current_within(self, source: str, start: int, end: int) -> Span | None:
        """The span that is being shown, if it shares a character with `start` to `end`."""
        stop = self.current
        if stop is None or stop.source != source or stop.start is None or stop.end is None:
            return None
        return (stop.start, stop.end) if stop.start < end and start < stop.end else None

    def nearest(self, source: str, start: int, end: int) -> int:
        """The first place that shares a character with a span; the first of all where none does."""
        return next(
            (
                index
                for index, stop in enumerate(self.stops)
                if stop.source == source
                and stop.start is not None
                and stop.end is not None
                and stop.start < end
                and start < stop.end
            ),
            0,
        )
