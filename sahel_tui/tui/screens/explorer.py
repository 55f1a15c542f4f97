"""The explorer: one brief, its keys, and what Enter does in each pane."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.queries.stops import stops
from sahel_tui.tui.bindings import (
    BRIEF_BINDINGS,
    COPY_BINDINGS,
    EVIDENCE_BINDINGS,
    FIND_BINDINGS,
    PANE_BINDINGS,
    TRAIL_BINDINGS,
)
from sahel_tui.tui.screens.brief_relations import BriefRelations
from sahel_tui.tui.widgets.claim_list import ClaimList
from sahel_tui.tui.widgets.relation_list import RelationList

if TYPE_CHECKING:
    from textual.binding import BindingType

    from sahel_tui.tui.brief_files import News
    from sahel_tui.tui.messages import ItemChosen


class ExplorerScreen(BriefRelations):
    """One brief, explored by keys alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *PANE_BINDINGS,
        *EVIDENCE_BINDINGS,
        *TRAIL_BINDINGS,
        *FIND_BINDINGS,
        *COPY_BINDINGS,
        *BRIEF_BINDINGS,
    ]

    def set_news(self, news: News) -> None:
        """The status says so, until it is read again."""
        super().set_news(news)
        self.say_status()

    def on_item_chosen(self, message: ItemChosen) -> None:
        """Enter: to the passages, to the centre, or to what rests on a passage."""
        pane = message.pane
        if pane is self.dialog:
            return
        if pane is self.reader:
            self.action_show_resting()
        elif isinstance(pane, RelationList):
            if pane.current is not None:
                self.leave_here()
                self.state = self.state._replace(centre=pane.current.other)
                self.follow_cursor()
        else:
            self.action_show_passages()

    def action_show_passages(self) -> None:
        """Go to the passages of the row under the cursor."""
        pane = self.focused_pane
        if isinstance(pane, ClaimList) and pane.current_claim is not None:
            if not stops(self.view, pane.current_claim):
                self.say(f"{pane.current_claim.id} rests on no passage: there is nowhere to go.")
                return
            self.leave_here()
            self.select(pane.current_claim)
            self.focus_pane("source")
            self.reader.show_stop()
        else:
            self.say("There is no claim under the cursor.")
