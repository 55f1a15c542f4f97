"""What views across briefs are made of: rows of every brief, and who gives them.

Rows are light, so that a hundred thousand briefs can be gone through; quotes and their grades are
asked for where they are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.views import Claim


class Judgement(NamedTuple):
    """That two actor ids are, or are not, one actor; what `sahel.toml` says."""

    left: str
    right: str
    by: str = ""
    at: str = ""
    """EDTF; empty where it isn't said."""


class Judgements(NamedTuple):
    """All of them, in the file's order."""

    same: tuple[Judgement, ...] = ()
    different: tuple[Judgement, ...] = ()


class BriefRow(NamedTuple):
    """A brief in the list of all."""

    path: str
    """As its file is opened."""
    id: str
    title: str
    published: str
    """EDTF."""
    day: int
    """Of its `as_of`, or else of `published`, the first as an ordinal: what is newer."""
    publisher: str
    marking: str | None
    points: int
    actors: int
    """Those that it names or quotes something of."""
    relations: int
    events: int
    findings: int


class Telling(NamedTuple):
    """Which brief says something."""

    path: str
    brief: str
    """Its id."""
    day: int
    """As `BriefRow.day`."""


class Alias(NamedTuple):
    """Another name of an actor."""

    name: str
    kind: str = "alias"


class Declared(NamedTuple):
    """What a library's file says of what all its briefs may name; without one, nothing."""

    judgements: Judgements = Judgements()
    marking_order: tuple[str, ...] = ()
    """Its markings, lowest first; empty where it declares none."""
    actors: Mapping[str, tuple[tuple[Alias, ...], str | None]] = {}
    """Their other names and their countries, by their ids."""
    places: Mapping[str, tuple[str | None, str | None]] = {}
    """Their countries, and what kinds of places they are, by their ids."""


class ActorRow(NamedTuple):
    """An actor in one brief."""

    told: Telling
    id: str
    name: str
    aliases: tuple[Alias, ...]
    type: str | None
    country: str | None
    mentions: int


class EventRow(NamedTuple):
    """An event as one brief tells it."""

    told: Telling
    id: str
    date: str
    """EDTF."""
    first: int | None
    """Its first day as an ordinal; None where that is open or unknown."""
    last: int | None
    title: str
    type: str
    place: str | None
    """The place's name."""
    place_id: str | None
    country: str | None
    """The place's."""
    place_kind: str | None
    actors: tuple[tuple[str, str | None], ...]
    """Ids and roles."""
    names: tuple[str, ...]
    """Of the actors, in their order."""
    fatalities: tuple[int | None, int | None] | None
    tense: str
    marking: str | None
    """The one that holds for it: its own or a higher one of a source that it quotes, else the
    brief's."""


class RelationRow(NamedTuple):
    """A relation as one brief tells it."""

    told: Telling
    id: str
    source: str
    source_name: str
    target: str
    target_name: str
    type: str
    inverse: str
    """Empty for a symmetric type."""
    sign: int
    since: str | None
    """EDTF."""
    until: str | None
    first: int | None
    """The first day that it may have held, as an ordinal."""
    last: int | None
    status: str
    marking: str | None
    confidence: str | None = None
    contested: bool = False
    """Whether a passage that nobody threw out disputes it."""


class PointRow(NamedTuple):
    """A point as its brief words it."""

    told: Telling
    id: str
    text: str
    kind: str
    marking: str | None
    likelihood: str | None = None
    confidence: str | None = None


class LinkRow(NamedTuple):
    """That a point contradicts, qualifies or replaces another."""

    told: Telling
    point: str
    how: str
    to_brief: str
    to_point: str


class Quote(NamedTuple):
    """A passage that a claim rests on, and what it is worth."""

    source: str
    """The source's id."""
    title: str
    publisher: str
    start: int | None
    end: int | None
    text: str
    state: str
    stance: str
    review: str
    reliability: str | None
    """Admiralty code of the source, A to F."""
    credibility: str | None
    """Admiralty code of the information, 1 to 6."""

    @property
    def grade(self) -> str:
        """Both as one: `B2`; `–` for the one that nobody gave, empty where neither is given."""
        if self.reliability is None and self.credibility is None:
            return ""
        return f"{self.reliability or '–'}{self.credibility or '–'}"


class LibraryRows(Protocol):
    """Gives the rows of a library, read in pages: none of these holds all of them in memory.

    `ids` are of actors: where they are given, only what those have a part in.
    """

    def judgements(self) -> Judgements:
        """What `[[same]]` and `[[different]]` say."""

    def briefs(self) -> Iterator[BriefRow]:
        """The newest first."""

    def actors(self, ids: frozenset[str] | None = None) -> Iterator[ActorRow]:
        """Of the newest briefs first; also those of which a brief has no mention."""

    def events(self, ids: frozenset[str] | None = None) -> Iterator[EventRow]:
        """By date: by the first day, or, of an open or unknown one, by the last."""

    def newest_events(self) -> Iterator[EventRow]:
        """As `event_order.newest_first` has them."""

    def relations(self, ids: frozenset[str] | None = None) -> Iterator[RelationRow]:
        """In any order."""

    def links(self) -> Iterator[LinkRow]:
        """In any order."""

    def documents(self, ids: frozenset[str]) -> Iterator[Document]:
        """Of the briefs that name one of these actors, the newest first."""

    def point(self, brief: str, id: str) -> PointRow | None:  # noqa: A002 - the point's own name
        """A point by the ids of its brief and its own; None where there is none."""

    def quotes(self, path: str, claim: Claim) -> tuple[Quote, ...]:
        """What a claim of a brief rests on; nothing where the brief can no longer be read."""
