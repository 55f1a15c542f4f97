"""What the panes show of a whole library: rows, and the fields in which they are searched."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.model.dates import parse
from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.library.listing import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import EventRow, PointRow, RelationRow, Telling

date_of = lru_cache(maxsize=1024)(parse)
"""A date as its brief writes it."""


class ActorSum(NamedTuple):
    """An actor, added up over all briefs."""

    ids: tuple[str, ...]
    """All that mean it, the one that stands for it first."""
    name: str
    """What most briefs call it."""
    type: str | None
    briefs: int
    """That declare it; one that does so under two of its ids counts twice."""
    mentions: int
    positive: int
    neutral: int
    negative: int


class TieRow(NamedTuple):
    """A relation as one brief tells it, read from the side of the actor in the centre."""

    relation: RelationRow
    direction: str
    label: str
    other: str
    """The id of the other actor."""
    other_name: str


def joined(sums: Iterable[ActorSum], identities: Identities) -> tuple[ActorSum, ...]:
    """Each actor once, whatever its ids: those of the most briefs first."""
    groups: dict[str, list[ActorSum]] = defaultdict(list)
    for one in sums:
        groups[identities.key(one.ids[0])].append(one)
    rows = [_added(groups[key], identities.members(key)) for key in groups]
    return tuple(sorted(rows, key=lambda row: (-row.briefs, -row.mentions, row.name, row.ids)))


def _added(rows: Sequence[ActorSum], ids: tuple[str, ...]) -> ActorSum:
    most = max(rows, key=lambda row: row.briefs)
    kind = most.type or next((row.type for row in rows if row.type), None)
    numbers = zip(*(row[3:] for row in rows), strict=True)
    return ActorSum(ids, most.name, kind, *map(sum, numbers))


def tie(relation: RelationRow, centre: frozenset[str]) -> TieRow:
    """A relation from the side of the actor that some ids mean."""
    outward = relation.source in centre
    symmetric = not relation.inverse
    other = relation.target if outward else relation.source
    name = relation.target_name if outward else relation.source_name
    label = relation.type if outward or symmetric else relation.inverse
    return TieRow(relation, "↔" if symmetric else "→" if outward else "←", label, other, name)


def tie_order(row: RelationRow) -> tuple[int, bool, int, str, str]:
    """Positive first, then neutral, then negative; of each the latest first, undated last."""
    date = row.since or row.until
    day = date_of(date).sort_key[0].ordinal() if date else 0
    return (-row.sign, not date, -day, row.told.path, row.id)


# Where a row is, and what it is searched by ---------------------------------------------------


def place_of(row: PointRow | EventRow | TieRow) -> Place:
    """Of a claim."""
    claim = row.relation if isinstance(row, TieRow) else row
    return Place(claim.told.brief, claim.told.path, claim.id)


def place_of_actor(row: ActorSum) -> Place:
    """Of an actor."""
    return Place("", "", row.ids[0])


def told_words(told: Telling) -> tuple[str, str]:
    """Which brief, and its day."""
    return told.brief, from_ordinal(told.day).iso()


def point_fields(row: PointRow) -> tuple[str, ...]:
    """All that is shown of a point."""
    confidence = f"{row.confidence} confidence" if row.confidence else ""
    said = (row.id, row.text, row.kind, row.likelihood or "", confidence, row.marking or "")
    return (*said, *told_words(row.told))


def actor_fields(row: ActorSum) -> tuple[str, ...]:
    """All that is shown of an actor."""
    return (row.name, row.type or "", *row.ids)


def event_fields(row: EventRow) -> tuple[str, ...]:
    """All that is shown of an event."""
    roles = (role or "" for _, role in row.actors)
    said = (row.id, date_of(row.date).label, row.date, row.title, row.type, row.tense)
    return (*said, row.place or "", row.marking or "", *row.names, *roles, *told_words(row.told))


def tie_fields(row: TieRow) -> tuple[str, ...]:
    """All that is shown of a relation."""
    one = row.relation
    dates = (word for text in (one.since, one.until) if text for word in (text, _label(text)))
    ends = (one.source_name, one.type, one.inverse, one.target_name)
    return (row.label, *ends, one.id, *dates, one.status, one.marking or "", *told_words(one.told))


def _label(text: str) -> str:
    date: Edtf = date_of(text)
    return date.label
