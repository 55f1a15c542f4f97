"""A brief as both front ends show it: resolved, named, ordered, immutable.

Named tuples: a view crosses processes and is drawn without loading the models, and their classes
are made in a tenth of the time that dataclasses take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sahel_tui.anchoring.states import Span, State
    from sahel_tui.model.dates import Edtf

ClaimKind = Literal["point", "actor", "relation", "event"]


class Claim(NamedTuple):
    """Which claim of a brief: its kind and id."""

    kind: ClaimKind
    id: str


class Passage(NamedTuple):
    """One piece of evidence, resolved."""

    source: str
    state: State
    start: int | None
    end: int | None
    text: str
    """The source's words at the span; the quote as written where there is no span."""
    quote: str
    """As the brief writes it."""
    score: float | None
    stance: str
    review: str
    credibility: str | None
    candidates: tuple[Span, ...]
    by: str | None = None
    """Who proposed it."""
    at: Edtf | None = None
    """When it was proposed."""
    method: str | None = None


class AliasView(NamedTuple):
    """Another name of an actor or a place."""

    name: str
    kind: str = "alias"
    language: str | None = None
    evidence: tuple[Passage, ...] = ()


class Mention(NamedTuple):
    """An actor's name or alias, found in a source."""

    source: str
    start: int
    end: int


class PointView(NamedTuple):
    """A bottom-line point."""

    id: str
    text: str
    kind: str
    likelihood: str | None
    confidence: str | None
    relates: tuple[tuple[str, str], ...]
    """Pairs of (contradicts | qualifies | replaces, point id or brief-id#point-id)."""
    marking: str | None
    evidence: tuple[Passage, ...]
    actors: tuple[str, ...] = ()
    """Ids of the actors that its text or one of its passages names."""


class ActorView(NamedTuple):
    """An actor, with what is counted of it in this brief."""

    id: str
    name: str
    aliases: tuple[str, ...]
    type: str | None
    country: str | None
    part_of: str | None
    """The name of the actor that this one is part of."""
    note: str | None
    mentions: tuple[Mention, ...]
    positive: int
    """How many of this brief's relations with it have sign +1."""
    neutral: int
    negative: int
    evidence: tuple[Passage, ...]
    """Its own, then that of its aliases."""
    wikidata: str | None = None
    other_names: tuple[AliasView, ...] = ()
    """Its aliases with all that is said of them."""


class RelationView(NamedTuple):
    """A relation, as it is written: from source to target."""

    id: str
    source: str
    source_name: str
    target: str
    target_name: str
    type: str
    inverse: str
    """How the type reads from the target's side; empty for a symmetric type."""
    sign: int
    since: Edtf | None
    until: Edtf | None
    status: str
    confidence: str | None
    note: str | None
    marking: str | None
    evidence: tuple[Passage, ...]


class Participation(NamedTuple):
    """An actor's part in an event."""

    id: str
    name: str
    role: str | None


class EventView(NamedTuple):
    """An event."""

    id: str
    date: Edtf
    title: str
    type: str
    place: str | None
    """The place's name."""
    place_id: str | None
    actors: tuple[Participation, ...]
    fatalities: tuple[int | None, int | None] | None
    tense: str
    note: str | None
    marking: str | None
    evidence: tuple[Passage, ...]


class PlaceView(NamedTuple):
    """A place that the brief, or its library, declares."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    kind: str | None = None
    lat: float | None = None
    """Degrees of WGS 84, as `lon`."""
    lon: float | None = None
    other_names: tuple[AliasView, ...] = ()
    """Its aliases with all that is said of them."""
    mentions: tuple[Mention, ...] = ()
    """Where the sources have its name or an alias, in text order."""


class SourceView(NamedTuple):
    """A source and its text."""

    id: str
    title: str | None
    publisher: str | None
    published: Edtf | None
    url: str | None
    kind: str | None
    reliability: str | None
    derived_from: tuple[str, ...]
    marking: str | None
    sha256: str
    text: str
    obtained: Edtf | None = None
    language: str | None = None


class BriefView(NamedTuple):
    """A whole brief. Events are in date order; everything else as it is written."""

    path: str
    id: str
    title: str
    published: Edtf
    as_of: Edtf | None
    authors: tuple[str, ...]
    publisher: str | None
    series: str | None
    url: str | None
    tags: tuple[str, ...]
    summary: str | None
    supersedes: tuple[str, ...]
    marking: str | None
    """The highest marking of all that the brief holds; None where nothing is marked."""
    sources: tuple[SourceView, ...]
    points: tuple[PointView, ...]
    actors: tuple[ActorView, ...]
    relations: tuple[RelationView, ...]
    events: tuple[EventView, ...]
    places: tuple[PlaceView, ...] = ()
    language: str | None = None
    own_marking: str | None = None
    """What the brief says of itself; `marking` is the highest of this and all that it holds."""
