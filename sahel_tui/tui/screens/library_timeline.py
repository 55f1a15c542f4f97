"""The timeline of the library: what is counted by threads, and what it asks for in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.errors import SahelError
from sahel_tui.tui.event_work import (
    Compared,
    Counting,
    Counts,
    Found,
    Joining,
    answer,
    is_small,
)
from sahel_tui.tui.screens.library_lists import LibraryLists
from sahel_tui.tui.screens.timeline import ASKED
from sahel_tui.tui.screens.typed import do_typed
from sahel_tui.tui.widgets.bars import DetailBar
from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widgets import Input

    from sahel_tui.queries.chronology.density import Stopped
    from sahel_tui.queries.library.listing import Listing, Source
    from sahel_tui.tui.event_work import Answer, Question
    from sahel_tui.tui.messages import TimelineAsked
    from sahel_tui.tui.widgets.prompt_bar import PromptBar
    from sahel_tui.tui.widgets.scope_list import ScopeList


class LibraryTimeline(LibraryLists):
    """Lists one of which is a timeline."""

    # What threads and processes find --------------------------------------------------------------

    def date_events(self, pane: ScopeEvents, listing: Listing[Any]) -> None:
        """In a thread: find the dates of all events, and then which of them are one."""

        def stopped() -> bool:
            return self._gone or pane.listing is not listing

        def say(found: Answer) -> None:
            self.hand(self._show_found, pane, listing, found)

        try:
            self._ask(Joining(), listing.source, say, stopped)
        except SahelError as error:
            self.hand(self._show_unjoined, pane, listing, str(error))

    def _ask(
        self,
        question: Question,
        source: Source[Any],
        say: Callable[[Answer], None],
        stopped: Stopped,
    ) -> None:
        """In a thread; a process of its own answers where there is an index. SahelError."""
        from sahel_tui.queries.chronology.retold import Retold

        assert isinstance(source, Retold)
        where = self.scope.where if self.scope is not None else None
        if where is None or is_small(question):
            answer(question, source.source, source.identities, say, stopped)
            return
        from sahel_tui.tui.event_process import EventProcess

        for one in EventProcess(where, question).answers(stopped):
            say(one)

    def _show_found(self, pane: ScopeEvents, listing: Listing[Any], found: Answer) -> None:
        if pane.listing is not listing:
            return
        if isinstance(found, Compared):
            pane.compared = found.rows
            pane.redraw_heading()
        elif isinstance(found, Found):
            pane.set_dated(*found)
            self._look(pane)
            self.looked_through(pane)
            self.tell()

    def _show_unjoined(self, pane: ScopeEvents, listing: Listing[Any], why: str) -> None:
        if pane.listing is listing:
            pane.unjoined = why
            pane.redraw_heading()
            self.tell()

    def looked_through(self, pane: ScopeList[Any]) -> None:
        """The rows that are shown have changed: count them."""
        if isinstance(pane, ScopeEvents):
            self._count_events(pane)

    def on_timeline_asked(self, message: TimelineAsked) -> None:
        """Count rows, and put them into lanes."""
        message.stop()
        self._look(message.pane)
        self._count_events(message.pane)

    def _count_events(self, pane: ScopeEvents) -> None:
        """Have it found what is not known of the rows that are shown now."""
        if pane.all_dated is None or self.scope is None or not pane.all_looked:
            return
        pane.asked_about += 1
        asked, source, survey = pane.asked_about, pane.listing.source, pane.known_survey
        question = Counting(pane.all_dated, pane.shown, survey is None, pane.by)
        if survey is not None and pane.by is None:
            pane.set_counts(asked, survey, None)
            return

        def stopped() -> bool:
            return self._gone or asked != pane.asked_about

        def show(found: Answer) -> None:
            if isinstance(found, Counts):
                pane.set_counts(asked, found.survey or survey, found.lanes)

        if source.held and is_small(question):
            self._ask(question, source, show, stopped)
            return

        def work() -> None:
            self._ask(question, source, lambda found: self.hand(show, found), stopped)

        self.run_worker(self._heeding(work), thread=True, group="timeline")

    # What is typed --------------------------------------------------------------------------------

    async def action_open_prompt(self, purpose: str = "filter") -> None:
        """Type a search or a filter; in the timeline also a date, or a number of days."""
        if purpose not in ASKED:
            await super().action_open_prompt(purpose)
        elif isinstance(pane := self.here, ScopeEvents):
            await super().action_open_prompt("filter")
            if self._prompt is not None:
                self._prompt.open_for(purpose, pane.asked_text(purpose))  # type: ignore[arg-type]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say of a date or a number where it leads."""
        pane = self.here
        purpose = self._prompt.purpose if self._prompt is not None else ""
        if purpose in ASKED and isinstance(pane, ScopeEvents):
            event.stop()
            event.prevent_default()
            self.query_one(DetailBar).set_text(pane.asked_words(purpose, event.value))

    def on_prompt_bar_closed(self, event: PromptBar.Closed) -> None:
        """Go to the date, if it is one: else it can be mended."""
        pane = self.here
        if event.purpose not in ASKED or not isinstance(pane, ScopeEvents):
            return
        remark = do_typed(self, event, pane.take)
        if remark is not None:
            self._show_prompt(shown=False)
            self.say(remark)

    def action_clear_find(self) -> None:
        """Clear one thing: the search, the filter, what limits the timeline, the zoom."""
        pane = self.here
        typed = pane.search_text or pane.filter_text
        if isinstance(pane, ScopeEvents) and not typed and pane.lift_limit():
            self.tell()
        else:
            super().action_clear_find()
