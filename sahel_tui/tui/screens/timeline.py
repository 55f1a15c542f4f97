"""What the timeline asks for in words, and what it follows and is followed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.views import Claim
from sahel_tui.tui.screens.finding import FindingScreen
from sahel_tui.tui.screens.typed import do_typed
from sahel_tui.tui.widgets.bars import DetailBar
from sahel_tui.tui.widgets.event_list import EventList
from sahel_tui.tui.widgets.timeline.timeline_list import TimelineList

if TYPE_CHECKING:
    from sahel_tui.tui.state import Explorer
    from sahel_tui.tui.widgets.prompt_bar import PromptBar, Purpose

ASKED = ("date", "days")
"""What is typed for the timeline alone."""


class TimelineScreen(FindingScreen):
    """Panes one of which is a timeline."""

    async def action_open_prompt(self, purpose: Purpose) -> None:
        """Type a search or a filter; in the timeline also a date, or a number of days."""
        if purpose not in ASKED:
            await super().action_open_prompt(purpose)
        elif isinstance(pane := self.focused_pane, TimelineList):
            prompt = await self._mount_prompt()
            self._show_prompt(shown=True)
            prompt.open_for(purpose, pane.asked_text(purpose))

    def find(self, purpose: Purpose, text: str) -> None:
        """Search or filter; say of a date or a number where it leads."""
        pane = self.focused_pane
        if purpose not in ASKED:
            super().find(purpose, text)
        elif isinstance(pane, TimelineList):
            self.query_one(DetailBar).set_text(pane.asked_words(purpose, text))

    def on_prompt_bar_closed(self, event: PromptBar.Closed) -> None:
        """Go to the date, if it is one: else it can be mended."""
        pane = self.focused_pane
        if event.purpose not in ASKED or not isinstance(pane, TimelineList):
            return
        remark = do_typed(self, event, pane.take)
        if remark is None:
            return
        self._show_prompt(shown=False)
        self.set_focus(pane)
        self.query_one(DetailBar).set_text("")
        self._told = None
        self.say(remark)

    def action_clear_find(self) -> None:
        """Clear one thing: the search, the filter, what limits the timeline, the zoom."""
        pane = self.focused_pane
        typed = isinstance(pane, TimelineList) and (pane.search_text or pane.filter_text)
        if isinstance(pane, TimelineList) and not typed and pane.lift_limit():
            self.say_status()
        else:
            super().action_clear_find()

    # Following ------------------------------------------------------------------------------------

    def follow_cursor(self) -> None:
        """The timeline goes to the event that rests on the line under the source's cursor."""
        super().follow_cursor()
        if self.state.follow and self.focused_pane is self.reader and self.reader.count():
            found = [one.claim for one in self.rests.within(*self.reader.cursor_span())]
            events = [claim for claim in found if claim.kind == "event"]
            if events and self.state.claim not in events:
                self.query_one(EventList).go_near(events[:1])

    def watch_state(self, old: Explorer, new: Explorer) -> None:
        """Another claim is selected: the timeline goes to an event of it, unless it has the focus.

        Of an actor, those that it has a part in; of a relation, those that rest on its text.
        """
        super().watch_state(old, new)
        if new.claim is None or new.claim == old.claim or not new.follow:
            return
        timeline, claim = self.query_one(EventList), new.claim
        timeline.set_own(claim.id if claim.kind == "actor" else "")
        if self.focused_pane is not timeline:
            timeline.go_near(self._events_of(claim))

    def _events_of(self, claim: Claim) -> list[Claim]:
        if claim.kind == "event":
            return [claim]
        if claim.kind == "actor":
            timeline = self.query_one(EventList)
            rows = timeline.rows_of_actor(claim.id)
            return [Claim("event", timeline.rows[row].id) for row in rows]
        if claim.kind == "relation":
            return [one.claim for one in self.rests.shared(claim) if one.claim.kind == "event"]
        return []
