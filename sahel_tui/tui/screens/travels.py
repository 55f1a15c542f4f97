"""Going back and forward through where the user has been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.words import counted
from sahel_tui.tui.screens.finding import FindingScreen
from sahel_tui.tui.state import Trail, Visited
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from sahel_tui.queries.views import Claim
    from sahel_tui.reading import Reading

PANE_OF = {"point": "points", "actor": "actors", "relation": "relations", "event": "events"}


class TravelScreen(FindingScreen):
    """Panes that one jumps between, and comes back from."""

    def __init__(self, reading: Reading, *, briefs: int, follow_delay: float) -> None:
        super().__init__(reading, briefs=briefs, follow_delay=follow_delay)
        self._trail = Trail()
        self._left: TravelScreen | None = None

    def resume(self, before: TravelScreen) -> None:
        """Once mounted, go to where another reading of the same brief was left."""
        self._left = before

    def on_mount(self) -> None:
        """Pick up what was left: filters, searches, and the place."""
        if self._left is not None:
            self.call_after_refresh(self._pick_up, self._left)

    def _pick_up(self, before: TravelScreen) -> None:
        self._left = None
        self._trail = before._trail
        for pane, old in zip(self.lists, before.lists, strict=True):
            pane.filter_rows(old.filter_text)
            pane.search_rows(old.search_text, 0)
            if old.current_claim is not None and pane.find_claim(old.current_claim) in pane.shown:
                pane.show_claim(old.current_claim)
        self._go(before.here())
        self.say(f"Read again: {counted(len(self.reading.diagnostics), 'finding')}.")

    def here(self) -> Visited:
        """Where the user is."""
        pane = self.focused_pane
        row = pane.current_claim if isinstance(pane, ClaimList) else None
        reader = self.reader
        place = (reader.cursor, reader.cursor_line)
        return Visited(pane.id or "", self.state, row, place, reader.selection.index)

    def leave_here(self) -> None:
        """Remember this place before a jump."""
        self._trail.leave(self.here())

    def action_go_back(self) -> None:
        """Back to the place before."""
        self._go(self._trail.back(self.here()))

    def action_go_forward(self) -> None:
        """Forward to the place that I came back from."""
        self._go(self._trail.forward(self.here()))

    def _go(self, place: Visited | None) -> None:
        if place is None:
            self.say("Nowhere to go: this is the end of the trail.")
            return
        self.state = place.state._replace(follow=self.state.follow)
        self.focus_pane(place.pane)
        if place.row is not None:
            self.pane(place.pane).show_claim(place.row)
            self.select(place.row)
        self.reader.show_stop_at(place.stop)
        if place.pane == "source":
            self.reader.go_to(place.cursor)

    def jump_to(self, claim: Claim, near: tuple[str, int, int] | None = None) -> None:
        """Go to a claim's row in its pane, and show its passage near a span of the source.

        A filter that hides the row is lifted, and said so.
        """
        self.catch_up()
        self.leave_here()
        if claim.kind == "relation":
            relation = next(r for r in self.view.relations if r.id == claim.id)
            if self.state.centre not in (relation.source, relation.target):
                self.state = self.state._replace(centre=relation.source)
        self.action_show_pane(PANE_OF[claim.kind])
        lifted = self.pane(PANE_OF[claim.kind]).show_claim(claim)
        self.select(claim)
        if near is not None:
            self.reader.show_stop_at(self.reader.selection.nearest(*near))
        if lifted:
            self.say("The filter hid that row: it is lifted.")
