"""Searching and filtering the pane that has the focus."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.screens.panes import PanesScreen
from sahel_tui.tui.widgets.claim_list import ClaimList
from sahel_tui.tui.widgets.reader_view import ReaderView

if TYPE_CHECKING:
    from textual.widgets import Input

    from sahel_tui.tui.widgets.prompt_bar import PromptBar, PromptLine, Purpose


class FindingScreen(PanesScreen):
    """Panes that can be searched and filtered as one types."""

    _start = 0
    """Where the cursor was when typing began."""
    _place = (0, 0)
    """The same in the source: the paragraph and the line."""
    _before = ""
    """The search or filter that stood when typing began."""

    _prompt: PromptLine | None = None
    """Mounted a moment after the start, or when it is first needed."""

    async def _prepare(self) -> None:
        """Have the prompt ready, too."""
        await super()._prepare()
        await self._mount_prompt()

    async def _mount_prompt(self) -> PromptLine:
        if self._prompt is None:
            from sahel_tui.tui.widgets.prompt_bar import PromptLine

            self._prompt = PromptLine(id="prompt")
            self._prompt.display = False
            await self.mount(self._prompt, after="#status")
        while not self._prompt.is_mounted:  # the other of the two has only begun
            await asyncio.sleep(0)
        return self._prompt

    async def action_open_prompt(self, purpose: Purpose) -> None:
        """Type a search or a filter for this pane."""
        pane = self.focused_pane
        if purpose == "filter" and not isinstance(pane, ClaimList):
            key = shown_key(self.app, "find.search")
            self.say(f"The source has nothing to filter: {key} searches it.")
            return
        if not isinstance(pane, (ClaimList, ReaderView)):
            return
        self._start, self._place = pane.cursor, (self.reader.cursor, self.reader.cursor_line)
        self._before = self._standing(purpose)
        prompt = await self._mount_prompt()
        self._show_prompt(shown=True)
        prompt.open_for(purpose, self._before if purpose == "filter" else "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search or filter as it is typed."""
        event.stop()
        if self._prompt is not None and self.is_typing:
            self.find(self._prompt.purpose, event.value)

    def find(self, purpose: Purpose, text: str) -> None:
        """Search or filter the focused pane."""
        if text == self._standing(purpose):
            return
        pane = self.focused_pane
        if isinstance(pane, ClaimList) and purpose == "filter":
            pane.filter_rows(text)
        elif isinstance(pane, (ClaimList, ReaderView)):
            pane.search_rows(text, self._start)
        self.say_status()

    def on_prompt_bar_closed(self, event: PromptBar.Closed) -> None:
        """Typing ended: keep it, or put back what stood before."""
        pane = self.focused_pane
        if not event.kept:
            self.find(event.purpose, self._before)
            if isinstance(pane, ClaimList):
                pane.move_to(self._start)
            else:
                self.reader.go_to(self._place)
        self._show_prompt(shown=False)
        self.set_focus(pane)
        self.say_status()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types, the screen's own keys do nothing."""
        return False if self.is_typing else super().check_action(action, parameters)

    def _show_prompt(self, *, shown: bool) -> None:
        if self._prompt is not None:
            self._prompt.display = self.is_typing = shown
        self.query_one("#status").display = not shown

    def _standing(self, purpose: Purpose) -> str:
        pane = self.focused_pane
        if isinstance(pane, ClaimList):
            return pane.filter_text if purpose == "filter" else pane.search_text
        return pane.search_text if isinstance(pane, ReaderView) else ""

    def action_clear_find(self) -> None:
        """Clear one thing: the search, else the filter, else the zoom."""
        if self._standing("search"):
            self._start = self.focused_pane.cursor
            self.find("search", "")
        elif isinstance(self.focused_pane, ClaimList) and self.focused_pane.filter_text:
            self.find("filter", "")
        elif self.state.zoomed:
            self.state = self.state._replace(zoomed=False)

    def action_next_found(self, step: int) -> None:
        """Go to the next match of this pane's search, else to the selection's next passage."""
        pane = self.focused_pane
        if isinstance(pane, (ClaimList, ReaderView)) and pane.search_text:
            pane.next_match(step)
        else:
            self.catch_up()
            self.reader.next_stop(step)
            if (number := len(self.reader.selection.stops)) < 2:
                self.say("This is its only passage." if number else "No passage is selected.")
                return
        self.say_status()
