"""The relations of one actor."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.queries.ego import Ego, Tie
from sahel_tui.queries.facets import relation_facets
from sahel_tui.queries.views import Claim
from sahel_tui.render.relations import draw_tie
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.drawing.graph_pane import DRAWING_BINDINGS
from sahel_tui.tui.widgets.drawing.searched_pane import SearchedPane

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.binding import BindingType

    from sahel_tui.render.line import Line


class RelationList(SearchedPane[Tie]):
    """The ego list: one actor in the centre, its relations as read from there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *DRAWING_BINDINGS,
        bound("relations.centre", "choose_item"),
        bound("relations.passages", "follow_row"),
    ]
    TITLE: ClassVar[str] = "Relationships"
    NOUN: ClassVar[str] = "relation"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.ego = Ego("", "", (), 0, 0, 0)
        self._through: Collection[str] | None = None
        """The ids of the relations that filters and a date let through; None for all."""
        self._possible: Collection[str] = ()
        self._signs = ""

    def set_ego(self, ego: Ego) -> None:
        """Put an actor in the centre."""
        self.ego, self.centre_id = ego, ego.id
        if self.picture is not None and not self.is_drawn:
            self.picture.go_to(ego.id)
        through = self._through
        ties = ego.ties if through is None else [t for t in ego.ties if t.relation.id in through]
        signs = Counter(tie.relation.sign for tie in ties)
        neutral = f" {signs[0]}·" if signs[0] else ""
        self._signs = f"{signs[1]}+ {signs[-1]}−{neutral}"
        self.set_rows(ties)

    def let_through(self, through: Collection[str] | None, possible: Collection[str]) -> None:
        """Show only some relations, and say of some that they held only possibly."""
        claim = self.list_claim
        self._through, self._possible = through, possible
        self.set_ego(self.ego)
        if claim is not None:
            self.put_cursor(claim)

    @property
    def other_here(self) -> str:
        """The other actor of the relation under the list's cursor."""
        row = self.current
        return "" if row is None else row.other

    async def action_follow_row(self) -> None:
        """Go to the passages of the row."""
        await self.run_action("screen.show_passages")

    def claim(self, row: Tie) -> Claim:
        """The relation itself."""
        return Claim("relation", row.relation.id)

    def texts(self, row: Tie) -> Sequence[str]:
        """Its type from both sides, both names, and all that is said of it."""
        return (row.label, *relation_facets(row.relation).fields)

    def draw_row(self, row: Tie, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        return (draw_tie(row, self.body_width, possible=row.relation.id in self._possible),)

    def summary(self) -> str:
        """The centre, its signs, and the position."""
        ego = self.ego
        if not ego.name:
            return "no actor"
        return f"● {ego.name}  {self._signs} · {super().summary()}"
