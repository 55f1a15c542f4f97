"""A dossier as sections of rows, each of which leads somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from sahel_tui.queries.views import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.queries.library.dossier import Dossier, HeldKind, Ties
    from sahel_tui.queries.library.identities import Actor, NameUse
    from sahel_tui.queries.library.passages import PassageRow
    from sahel_tui.queries.library.rows import EventRow, PointRow, Telling
    from sahel_tui.queries.library.used_names import UsedName
    from sahel_tui.queries.search.engines import Count

RowKind = Literal["name", "tie", "relation", "event", "point", "passage", "join", "more"]


class Name(NamedTuple):
    """A name of the actor: who declares it, and how often sources use it."""

    declared: NameUse
    used: UsedName | None


class Join(NamedTuple):
    """Another actor that may be the same one."""

    other: Actor
    score: float
    reasons: tuple[str, ...]
    judged: str = ""
    """same, different or unsure: what has been said of it on this screen."""


class More(NamedTuple):
    """Rows that are not held yet."""

    section: HeldKind
    number: int

    @property
    def is_before(self) -> bool:
        """Whether they come before those that are: events do, of which the last are held."""
        return self.section == "events"


class Row(NamedTuple):
    """One row of a dossier."""

    kind: RowKind
    key: str
    """The same for the same row whenever the dossier is gathered."""
    data: Any
    """What it shows: a Name, Ties, RelationRow, EventRow, PointRow, PassageRow, Join or More."""
    told: Telling | None = None
    """The brief that says it; None for what several do."""
    claim: Claim | None = None
    actors: tuple[str, ...] = ()
    """Ids of the others that it is about."""
    outgoing: bool = True
    """Of a relation: whether it is written from this actor to the other."""


class Section(NamedTuple):
    """Rows of one kind; `total` is how many there are in the library."""

    id: str
    title: str
    total: Count | None
    rows: tuple[Row, ...]

    @property
    def held(self) -> int:
        """How many rows of the library it has."""
        return sum(1 for row in self.rows if row.kind not in ("tie", "more"))


def outline(dossier: Dossier, joins: Sequence[Join] = ()) -> tuple[Section, ...]:
    """The sections, also those that are empty; joins only where there are some."""
    counts, ids = dossier.counts, frozenset(dossier.actor.ids)
    used = {one.name: one for one in dossier.used}
    names = [
        Row("name", f"name {one.name}", Name(one, used.get(one.name)))
        for one in dossier.actor.names
    ]
    sections = [
        Section("names", "Names", None, tuple(names)),
        Section("relations", "Relations", counts.relations, tuple(_ties(dossier.ties, ids))),
        Section("events", "Events", counts.events, tuple(_events(dossier.events, ids))),
        Section("points", "Points", counts.points, tuple(_points(dossier.points))),
        Section("passages", "Passages", counts.passages, tuple(_passages(dossier.passages))),
    ]
    if joins:
        rows = [
            Row("join", f"join {one.other.key}", one, None, None, one.other.ids) for one in joins
        ]
        sections.insert(1, Section("joins", "The same actor?", None, tuple(rows)))
    return tuple(map(_with_more, sections) if dossier.done else sections)


def _with_more(section: Section) -> Section:
    """A row that says how many others there are, where they would be."""
    number = section.total.number - section.held if section.total is not None else 0
    if number <= 0:
        return section
    more = More(cast("HeldKind", section.id), number)
    row = Row("more", f"more {section.id}", more)
    return section._replace(rows=(row, *section.rows) if more.is_before else (*section.rows, row))


def _ties(ties: Iterable[Ties], ids: frozenset[str]) -> Iterator[Row]:
    for one in ties:
        yield Row("tie", f"tie {one.other}", one, None, None, (one.other,))
        for relation in one.relations:
            claim = Claim("relation", relation.id)
            key = f"relation {relation.told.path} {relation.id}"
            outgoing = relation.source in ids
            others = (one.other,)
            yield Row("relation", key, relation, relation.told, claim, others, outgoing)


def _events(events: Iterable[EventRow], ids: frozenset[str]) -> Iterator[Row]:
    for one in events:
        others = tuple(id for id, _ in one.actors if id not in ids)  # noqa: A001
        claim = Claim("event", one.id)
        yield Row("event", f"event {one.told.path} {one.id}", one, one.told, claim, others)


def _points(points: Iterable[PointRow]) -> Iterator[Row]:
    for one in points:
        claim = Claim("point", one.id)
        yield Row("point", f"point {one.told.path} {one.id}", one, one.told, claim)


def _passages(passages: Iterable[PassageRow]) -> Iterator[Row]:
    for one in passages:
        key = f"passage {one.told.path} {one.source} {one.start}"
        yield Row("passage", key, one, one.told)
