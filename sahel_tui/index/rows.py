"""What lists over a whole library show: one row of each kind."""

from __future__ import annotations

from typing import NamedTuple


class BriefRow(NamedTuple):
    """A brief, and how much is in it."""

    path: str
    """As it is found from here."""
    id: str
    title: str
    published: str
    """EDTF."""
    first: int | None
    """The first day of its `as_of`, or else of `published`, as an ordinal; None where open."""
    last: int | None
    publisher: str
    marking: str | None
    """The highest of all that it holds."""
    points: int
    actors: int
    relations: int
    events: int
    passages: int
    findings: int


class ActorRow(NamedTuple):
    """An actor, with what is counted of it in all briefs."""

    id: str
    name: str
    """The one that most briefs give it."""
    type: str | None
    briefs: int
    mentions: int
    positive: int
    """How many relations with it have sign +1."""
    neutral: int
    negative: int


class Appearance(NamedTuple):
    """An actor in one brief."""

    brief: str
    path: str
    title: str
    published: str
    day: int
    """What briefs are sorted by, as an ordinal."""
    name: str
    """What the brief calls it."""
    mentions: int
    positive: int
    neutral: int
    negative: int


class EventRow(NamedTuple):
    """An event of some brief."""

    brief: str
    path: str
    id: str
    date: str
    """EDTF."""
    first: int | None
    last: int | None
    title: str
    type: str
    place: str | None
    place_id: str | None
    least: int | None
    """How many died at least."""
    most: int | None
    tense: str
    marking: str | None
    """The highest of its own and of what it quotes; None where it has none of its own."""
    passages: int
    actors: tuple[tuple[str, str, str | None], ...]
    """Id, name and role."""


class RelationRow(NamedTuple):
    """A relation of some brief."""

    brief: str
    path: str
    id: str
    source: str
    source_name: str
    target: str
    target_name: str
    type: str
    inverse: str
    sign: int
    since: str | None
    """EDTF."""
    until: str | None
    first: int | None
    last: int | None
    status: str
    confidence: str | None
    marking: str | None
    passages: int
    contested: bool
    """Whether a passage that nobody threw out disputes it."""


class LinkRow(NamedTuple):
    """That a point contradicts, qualifies or replaces another."""

    brief: str
    path: str
    point: str
    how: str
    """contradicts, qualifies or replaces."""
    target: str
    """A point of the same brief, or `brief-id#point-id`."""


class Counts(NamedTuple):
    """How much there is in all briefs."""

    briefs: int
    points: int
    actors: int
    """Each counted once in each brief."""
    relations: int
    events: int
    passages: int
    findings: int
