"""The relations of one actor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.queries.ego import Ego, Tie
from sahel_tui.queries.facets import relation_facets
from sahel_tui.queries.views import Claim
from sahel_tui.render.relations import draw_tie
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from sahel_tui.render.line import Line


class RelationList(ClaimList[Tie]):
    """The ego list: one actor in the centre, its relations as read from there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("relations.centre", "choose_item"),
        bound("relations.passages", "screen.show_passages"),
    ]
    TITLE: ClassVar[str] = "Relationships"
    NOUN: ClassVar[str] = "relation"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.ego = Ego("", "", (), 0, 0, 0)

    def set_ego(self, ego: Ego) -> None:
        """Put an actor in the centre."""
        self.ego = ego
        self.set_rows(ego.ties)

    def claim(self, row: Tie) -> Claim:
        """The relation itself."""
        return Claim("relation", row.relation.id)

    def texts(self, row: Tie) -> Sequence[str]:
        """Its type from both sides, both names, and all that is said of it."""
        return (row.label, *relation_facets(row.relation).fields)

    def draw_row(self, row: Tie, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        return (draw_tie(row, self.body_width),)

    def summary(self) -> str:
        """The centre, its signs, and the position."""
        ego = self.ego
        if not ego.name:
            return "no actor"
        signs = f"{ego.positive}+ {ego.negative}−" + (f" {ego.neutral}·" if ego.neutral else "")
        return f"● {ego.name}  {signs} · {super().summary()}"
