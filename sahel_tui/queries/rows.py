"""The row of a claim, by its id."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sahel_tui.queries.views import (
        ActorView,
        BriefView,
        Claim,
        EventView,
        PointView,
        RelationView,
    )

    Row = PointView | ActorView | RelationView | EventView


class _Table:
    """The rows of one kind in one brief, known by identity: comparing them takes too long."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def __hash__(self) -> int:
        return id(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Table) and other.rows is self.rows


def row_of(view: BriefView, claim: Claim) -> Row | None:
    """What a brief says under a claim's id; None for a claim that is not in the brief."""
    tables: Mapping[str, Sequence[Row]] = {
        "point": view.points,
        "actor": view.actors,
        "relation": view.relations,
        "event": view.events,
    }
    return _by_id(_Table(tables[claim.kind])).get(claim.id)


@lru_cache(maxsize=8)
def _by_id(table: _Table) -> Mapping[str, Row]:
    return {row.id: row for row in table.rows}
