"""The actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.queries.facets import actor_facets
from sahel_tui.queries.views import ActorView, Claim
from sahel_tui.render.actors import draw_actor
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.render.line import Line


class ActorList(ClaimList[ActorView]):
    """Actors with their mentions and the signs of their relations."""

    TITLE: ClassVar[str] = "Actors"
    NOUN: ClassVar[str] = "actor"

    def claim(self, row: ActorView) -> Claim:
        """The actor itself."""
        return Claim("actor", row.id)

    def texts(self, row: ActorView) -> Sequence[str]:
        """Its names and all that is said of it."""
        return actor_facets(row).fields

    def draw_row(self, row: ActorView, *, current: bool) -> Sequence[Line]:
        """One line; the aliases show on the row under the cursor."""
        return (draw_actor(row, self.body_width, current=current),)

    def remark(self) -> str:
        """What the columns count."""
        return " · × mentions, relations + − ·"

    def redraw_cursor(self, item: int) -> None:
        """The row under the cursor tells more than the others."""
        self.redraw_item(item)
        self.redraw_heading()
