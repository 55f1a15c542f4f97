"""Rows that one marks, to come back to them and to copy them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.rows import row_of
from sahel_tui.render.claims import draw_claim
from sahel_tui.render.words import counted
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.messages import SendCopy
from sahel_tui.tui.screens.copying import CopyingScreen
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from sahel_tui.queries.views import Claim
    from sahel_tui.render.line import Line


class MarkedRowsScreen(CopyingScreen):
    """Panes in which claims of a brief are marked; a mark is of the claim, whatever shows it."""

    def action_mark_row(self) -> None:
        """Mark the claim under the cursor, or no longer."""
        pane = self.focused_pane
        claim = pane.current_claim if isinstance(pane, ClaimList) else self.state.claim
        if claim is None:
            self.say("There is no claim here to be marked.")
            return
        kept = [one for one in self.marked if one != claim]
        self.set_marked(kept if len(kept) < len(self.marked) else [*kept, claim])

    def set_marked(self, claims: list[Claim]) -> None:
        """These are marked, as far as the brief has them."""
        self.marked = [one for one in claims if row_of(self.view, one) is not None]
        for pane in self.lists:
            pane.marked = frozenset(self.marked)
            pane.refresh()
        self.say_status()

    def action_show_marked(self) -> None:
        """Show what is marked: one goes to a claim, or copies all."""
        marked = tuple(self.marked)
        if not marked:
            self.say(f"Nothing is marked: {shown_key(self.app, 'marks.row')} marks a row.")
            return

        def draw(item: int, cells: int) -> list[Line]:
            if item < len(marked):
                return draw_claim(self.view, marked[item], cells)
            from sahel_tui.render.line import Line

            return [Line("Copy all of them, with their passages")]

        def chosen(item: int) -> None:
            if item < len(marked):
                self.jump_to(marked[item])
            else:
                self._copy_marked(marked)

        self.ask(f"{counted(len(marked), 'claim')} marked", len(marked) + 1, draw, chosen)

    def _copy_marked(self, marked: tuple[Claim, ...]) -> None:
        from sahel_tui.tui.shown_copies import rows_copy

        view, order = self.view, self.reading.marking_order
        said = f"{counted(len(marked), 'claim')} that somebody marked"
        self.post_message(SendCopy(lambda: rows_copy(view, said, marked, order)))
