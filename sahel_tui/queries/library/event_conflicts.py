"""One event that several briefs tell, where they date, place or count it differently."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from sahel_tui.queries.library.datings import differ
from sahel_tui.queries.library.event_joins import places_differ
from sahel_tui.queries.library.findings import Said, contradiction, parted
from sahel_tui.queries.library.tellings import told_events
from sahel_tui.queries.views import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.queries.library.event_joins import Node
    from sahel_tui.queries.library.findings import Contradiction
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import EventRow


def event_conflicts(
    events: Iterable[EventRow], identities: Identities, *, newest: bool = False
) -> Iterator[Contradiction]:
    """Each event that is told differently, with all of its tellings.

    Events come by date, or as `newest_first` has them.
    """
    for nodes in told_events(events, identities, newest=newest):
        sides, also = parted(nodes, differences)
        if sides:
            yield _told_apart(sides, also)


def _told_apart(sides: Sequence[Sequence[Node]], also: Sequence[Node]) -> Contradiction:
    pairs = (pair for one, other in combinations(sides, 2) for pair in product(one, other))
    what = {word for left, right in pairs for word in differences(left, right)}
    oldest = min((node for side in sides for node in side), key=lambda node: node.row.told.day)
    return contradiction(
        "event",
        sorted(what, key=_ORDER.index),
        _about(oldest.row),
        [map(_said, side) for side in sides],
        map(_said, also),
        days=(day for side in sides for one in side for day in (one.row.first, one.row.last)),
    )


def _about(row: EventRow) -> str:
    """The event's title, after its place where the title doesn't name it."""
    if not row.place or row.place.casefold() in row.title.casefold():
        return row.title
    return f"{row.place}: {row.title}"


_ORDER = ("date", "place", "fatalities", "denied")


def said_by(node: Node) -> tuple[object, ...]:
    """All of a telling that another may differ from: who say the same differ in nothing."""
    row = node.row
    place = (row.place_id, row.place, row.place_kind, row.country)
    return (row.date, row.fatalities, row.tense, *place)


def differences(left: Node, right: Node) -> tuple[str, ...]:
    """In what two tellings of one event differ: what only one of them says is no difference."""
    one, other = left.row, right.row
    tenses = {one.tense, other.tense}
    if "planned" in tenses and len(tenses) > 1:
        return ()  # what was planned may have come otherwise
    found = (
        ("date", differ(left.date, right.date)),
        ("place", places_differ(left, right)),
        (
            "fatalities",
            None not in (one.fatalities, other.fatalities) and one.fatalities != other.fatalities,
        ),
        ("denied", "denied" in tenses and len(tenses) > 1),
    )
    return tuple(name for name, differs in found if differs)


def _said(node: Node) -> Said:
    row = node.row
    parts = (
        f"{row.tense}: {node.date.label}" if row.tense != "past" else node.date.label,
        row.place,
        dead_words(row.fatalities) if row.fatalities else None,
    )
    says = " · ".join(part for part in parts if part)
    return Said(row.told, Claim("event", row.id), row.title, says, row.marking)


def dead_words(fatalities: tuple[int | None, int | None]) -> str:
    """How many died, in words: `5 to 35 dead`, `at least 150 dead`."""
    low, high = fatalities
    if low is None or high is None:
        if low is high:
            return ""
        return f"at least {low:,} dead" if high is None else f"at most {high:,} dead"
    return f"{low:,} dead" if low == high else f"{low:,} to {high:,} dead"
