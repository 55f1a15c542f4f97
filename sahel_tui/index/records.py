"""What the index keeps of one brief, on its way from a reading or a file to another file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.errors import Diagnostic
    from sahel_tui.index.stamps import Stamps
    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.views import BriefView, EventView, PointView, RelationView
    from sahel_tui.reading import Reading

Row = tuple[Any, ...]
_FARTHEST = 2**60
NO_DAY = 0
"""The day of a brief whose date has no first day."""


class Head(NamedTuple):
    """What lists show of a brief; the columns of the table `doc`."""

    brief: str
    title: str
    sorted: str
    """What briefs are sorted by, by their titles."""
    folded: str
    """What a list is filtered by: title, publisher and id."""
    published: str
    day: int
    """What briefs are sorted by, by their days."""
    first: int | None
    last: int | None
    publisher: str
    marking: str | None
    points: int
    actors: int
    relations: int
    events: int
    passages: int
    findings: int


class Rows(NamedTuple):
    """What lists over all briefs show; the columns of the tables but for the brief's number."""

    actor: tuple[Row, ...]
    event: tuple[Row, ...]
    relation: tuple[Row, ...]
    link: tuple[Row, ...]
    point_marking: tuple[Row, ...]


class Record(NamedTuple):
    """One brief."""

    path: str
    stamps: str
    head: Head
    body: bytes
    """The document, packed."""
    terms: str
    """What it is found by."""
    rows: Rows

    @property
    def order(self) -> tuple[int, str, str]:
        """The newest first; of one day by their ids."""
        return -self.head.day, self.head.brief, self.path


class Unread(NamedTuple):
    """A brief that could not be read."""

    path: str
    stamps: Stamps
    diagnostics: tuple[Diagnostic, ...]


def head_of(reading: Reading, document: Document) -> Head:
    """What lists show of a brief."""
    from sahel_tui.queries.folding import fold

    view = reading.view
    day = next((day for day in (document.first, document.last) if day is not None), NO_DAY)
    return Head(
        view.id,
        view.title,
        view.title.casefold(),
        fold(" ".join((view.title, view.publisher or "", view.id))),
        view.published.text,
        within(day),
        document.first and within(document.first),
        document.last and within(document.last),
        view.publisher or "",
        view.marking,
        len(view.points),
        sum(bool(actor.mentions or actor.evidence) for actor in view.actors),
        len(view.relations),
        len(view.events),
        sum(len(claim.evidence) for claim in _claims(view)),
        len(reading.diagnostics),
    )


def rows_of(view: BriefView, order: Sequence[str] = ()) -> Rows:
    """The rows of a brief in lists over all briefs; `order` is its library's of markings."""
    from json import JSONEncoder

    from sahel_tui.queries.evidence import is_contested
    from sahel_tui.queries.library.extraction import marking_of

    text_of = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

    def marked(one: EventView | RelationView | PointView) -> str | None:
        """A claim that is marked is as high as what it quotes."""
        return one.marking and marking_of(view, order, one)

    return Rows(
        tuple(
            (one.id, one.name, one.type, len(one.mentions), one.positive, one.neutral, one.negative)
            for one in view.actors
        ),
        tuple(
            (
                one.id,
                *_extent(one.date, one.date),
                one.date.text,
                one.title,
                one.type,
                one.place,
                one.place_id,
                *(one.fatalities or (None, None)),
                one.tense,
                marked(one),
                len(one.evidence),
                text_of(one.actors),
            )
            for one in view.events
        ),
        tuple(
            (
                one.id,
                *_extent(one.since, one.until),
                one.since and one.since.text,
                one.until and one.until.text,
                one.source,
                one.target,
                one.type,
                one.inverse,
                one.sign,
                one.status,
                one.confidence,
                marked(one),
                len(one.evidence),
                int(is_contested(one.evidence)),
            )
            for one in view.relations
        ),
        tuple((point.id, how, to) for point in view.points for how, to in point.relates),
        tuple((point.id, marked(point)) for point in view.points if point.marking),
    )


def _claims(view: BriefView) -> Iterator[Any]:
    for claims in (view.points, view.actors, view.relations, view.events):
        yield from claims


def _extent(since: Edtf | None, until: Edtf | None) -> tuple[int, int | None, int | None]:
    """What a date is sorted by, then its first and its last day."""
    first = within(since.earliest.ordinal()) if since and since.earliest else None
    last = within(until.latest.ordinal()) if until and until.latest else None
    date = since or until
    begin = within(date.sort_key[0].ordinal()) if date else NO_DAY
    return 4 * begin + 2 * (first is None) + (last is None), first, last


def within(day: int) -> int:
    """A day that a file can hold; what lies beyond is as far off as can be."""
    return max(-_FARTHEST, min(day, _FARTHEST))
