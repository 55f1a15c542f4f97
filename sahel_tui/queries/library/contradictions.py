"""Where the briefs of a library contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.library.event_conflicts import event_conflicts
from sahel_tui.queries.library.findings import (
    KINDS,
    Contradiction,
    Kind,
    Said,
    Side,
    in_order,
    of_brief,
)
from sahel_tui.queries.library.point_conflicts import point_conflicts
from sahel_tui.queries.library.relation_conflicts import relation_conflicts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import LibraryRows

__all__ = [
    "KINDS",
    "Contradiction",
    "Kind",
    "Said",
    "Side",
    "contradictions",
    "in_order",
    "of_brief",
]


def contradictions(
    rows: LibraryRows, identities: Identities, kinds: Collection[str] = KINDS
) -> Iterator[Contradiction]:
    """All of some kinds, as they are found: events, about the newest first, relations, points.

    What only one brief says is no contradiction, nor is a vaguer date.
    """
    if "event" in kinds:
        yield from event_conflicts(rows.newest_events(), identities, newest=True)
    if "relation" in kinds or "sign" in kinds:
        for one in relation_conflicts(rows.relations, identities):
            if one.kind in kinds:
                yield one
    if "point" in kinds:
        yield from point_conflicts(rows.links(), rows.point)
