"""The timeline of the library: what is counted by threads, and what it asks for in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.model.date_grammar import EdtfError
from sahel_tui.tui.screens.library_lists import LibraryLists
from sahel_tui.tui.screens.timeline import ASKED
from sahel_tui.tui.widgets.bars import DetailBar
from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widgets import Input

    from sahel_tui.queries.chronology.lanes import Lanes
    from sahel_tui.queries.chronology.retold import Dated
    from sahel_tui.queries.chronology.survey import Survey
    from sahel_tui.queries.library.listing import Listing
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.tui.messages import TimelineAsked
    from sahel_tui.tui.widgets.prompt_bar import PromptBar
    from sahel_tui.tui.widgets.scope_list import ScopeList

    Tellings = tuple[EventRow, tuple[EventRow, ...]]
    """The telling that stands for an event, and all of them."""

_AT_ONCE = 1000
"""Events up to which counting them takes no longer than a key may."""


class LibraryTimeline(LibraryLists):
    """Lists one of which is a timeline."""

    # What threads find ----------------------------------------------------------------------------

    def date_events(self, pane: ScopeEvents, listing: Listing[Any]) -> None:
        """In a thread: find the dates of all events, and then which of them are one."""
        from sahel_tui.queries.chronology.retold import Retold, dated, joined_of

        def stopped() -> bool:
            return self._gone or pane.listing is not listing

        source = listing.source
        assert isinstance(source, Retold)
        found = dated(source.source, stopped)
        if found is None or len(found.numbers) != len(listing.numbers):
            return
        self.hand(self._show_dated, pane, listing, found)
        joined = joined_of(
            source.source,
            source.identities,
            found,
            stopped,
            lambda rows: self._tell_compared(pane, rows),
        )
        if joined is not None:
            self.hand(self._show_dated, pane, listing, joined)

    def _tell_compared(self, pane: ScopeEvents, rows: int) -> None:
        if pane.all_dated and rows - pane.compared > len(pane.all_dated.numbers) // 20:
            pane.compared = rows
            self.hand(pane.redraw_heading)

    def _show_dated(self, pane: ScopeEvents, listing: Listing[Any], found: Dated) -> None:
        if pane.listing is listing:
            pane.set_dated(found)
            self._look(pane)
            self.looked_through(pane)
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
        if pane.all_dated is None or self.scope is None or not pane.all_looked:
            return
        pane.asked_about += 1
        asked = pane.asked_about
        job = self._job(pane, asked)
        if pane.listing.source.held and len(pane.shown) <= _AT_ONCE:
            found = job()
            if found is not None:
                pane.set_counts(asked, *found)
            return

        def work() -> None:
            if (found := job()) is not None:
                self.hand(pane.set_counts, asked, *found)

        self.run_worker(self._heeding(work), thread=True, group="timeline")

    def _job(
        self, pane: ScopeEvents, asked: int
    ) -> Callable[[], tuple[Survey, Lanes | None] | None]:
        """What is to be found of the rows that are shown now; it may run in a thread."""
        from sahel_tui.queries.chronology.lanes import Laid, laid_rows, lanes
        from sahel_tui.queries.chronology.retold import Retold
        from sahel_tui.queries.chronology.survey import survey

        def stopped() -> bool:
            return self._gone or asked != pane.asked_about

        assert self.scope is not None
        identities, by, before = self.scope.identities, pane.by, pane.survey
        source, shown, dates = pane.listing.source, pane.shown, pane.dates
        numbers = pane.listing.numbers

        def find() -> tuple[Survey, Lanes | None] | None:
            found = before or survey([dates[row] for row in shown], stopped)
            if found is None or by is None:
                return None if found is None else (found, None)
            assert isinstance(source, Retold)
            rows = source.tellings_read([numbers[row] for row in shown], stopped)
            keys = laid_rows(by, identities).keys
            laid: Laid[Tellings] = Laid(
                lambda one: one[0].date,
                lambda one: tuple(key for row in one[1] for key in keys(row)),
            )
            found_lanes = lanes(rows, by, laid, stopped)
            return None if found_lanes is None or stopped() else (found, found_lanes)

        return find

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
        event.stop()
        event.prevent_default()
        remark = ""
        if event.kept and self._prompt is not None:
            try:
                remark = pane.take(event.purpose, self._prompt.text)
            except EdtfError as error:
                self.query_one(DetailBar).set_text(str(error))
                return
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
