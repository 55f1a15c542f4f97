"""Going back and forward through where the user has been."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.rows import row_of
from sahel_tui.queries.stops import spans_as_stops
from sahel_tui.render.words import counted
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.screens.timeline import TimelineScreen
from sahel_tui.tui.state import Trail, Visited
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from sahel_tui.queries.views import Claim
    from sahel_tui.reading import Reading
    from sahel_tui.tui.landing import Landing

PANE_OF = {"point": "points", "actor": "actors", "relation": "relations", "event": "events"}


class Left(NamedTuple):
    """What was left of another reading of the brief."""

    trail: Trail
    lists: tuple[tuple[str, str, Claim | None], ...]
    """Of each list what is filtered, what is searched, and the row under the cursor."""
    place: Visited
    graph: tuple[str, str, str]
    """Form, date and filters of the relationships."""
    marked: list[Claim]


class TravelScreen(TimelineScreen):
    """Panes that one jumps between, and comes back from."""

    def __init__(self, reading: Reading, *, briefs: int, follow_delay: float) -> None:
        super().__init__(reading, briefs=briefs, follow_delay=follow_delay)
        self.file = reading.view.path
        self._trail = Trail()
        self.marked: list[Claim] = []
        """Claims that were marked, in the order that they were."""
        self._landing: Landing | None = None

    def left(self) -> Left | None:
        """All that another reading of the brief can pick up."""
        if self._left is not None:  # nothing of it is picked up yet
            return self._left
        lists = tuple((one.filter_text, one.search_text, one.current_claim) for one in self.lists)
        return Left(self._trail, lists, self.here(), self.graph_left(), self.marked)

    def land(self, landing: Landing) -> None:
        """Once mounted, go to a place."""
        self._landing = landing

    def on_mount(self) -> None:
        """Pick up what was left: filters, searches, and the place; or go to where it leads."""
        if self._left is not None:
            self.call_after_refresh(self._pick_up, self._left)
        elif self._landing is not None:
            self.call_next(self._touch_down, self._landing)

    def _touch_down(self, landing: Landing) -> None:
        """Select a claim, and show its passage near a span; without a claim, all the spans."""
        claim, self._landing = landing.claim, None
        span = (landing.source, landing.start, landing.end)
        if claim is not None and row_of(self.view, claim) is not None:
            self._centre_on(claim)
            self.action_show_pane(PANE_OF[claim.kind])
            self.pane(PANE_OF[claim.kind]).show_claim(claim)
            self.select(claim)
            self.reader.show_stop_at(self.reader.selection.nearest(*span))
        elif landing.has_span:
            self.state = self.state._replace(claim=None)
            self.reader.select(spans_as_stops(landing.source, landing.spans or (span[1:],)))
            self.reader.show_stop_at(self.reader.selection.nearest(*span))
        if landing.leads and self.reader.selection.current is not None:
            self.focus_pane("source")
            self.reader.show_stop()
        if landing.back:
            self.say(f"{shown_key(self.app, 'trail.back')}: back to {landing.back}")

    def _pick_up(self, left: Left) -> None:
        self._left = None
        self._trail = left.trail
        for pane, (filter_text, search_text, row) in zip(self.lists, left.lists, strict=True):
            pane.filter_rows(filter_text)
            pane.search_rows(search_text, 0)
            if row is not None and pane.find_claim(row) in pane.shown:
                pane.show_claim(row)
        self.put_back_graph(left.graph)
        self.set_marked(left.marked)
        self._go(left.place)
        self.say(f"Read again: {counted(len(self.reading.diagnostics), 'finding')}.")

    def set_marked(self, claims: list[Claim]) -> None:
        """These are marked, as far as the brief has them."""

    def graph_left(self) -> tuple[str, str, str]:
        """Form, date and filters of the relationships, where they have any."""
        return "", "", ""

    def put_back_graph(self, left: tuple[str, str, str]) -> None:
        """Show them as they were left, where they have any."""

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
        """Back to the place before; from the first one, to the screen that led here."""
        place = self._trail.back(self.here())
        if place is None and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self._go(place)

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
        self._centre_on(claim)
        self.action_show_pane(PANE_OF[claim.kind])
        lifted = self.pane(PANE_OF[claim.kind]).show_claim(claim)
        self.select(claim)
        if near is not None:
            self.reader.show_stop_at(self.reader.selection.nearest(*near))
        if lifted:
            self.say("The filter hid that row: it is lifted.")

    def _centre_on(self, claim: Claim) -> None:
        """Have a relation's row among the relationships."""
        if claim.kind == "relation":
            relation = next(r for r in self.view.relations if r.id == claim.id)
            if self.state.centre not in (relation.source, relation.target):
                self.state = self.state._replace(centre=relation.source)
