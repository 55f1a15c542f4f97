"""An app that searches its library, and goes from what was found in one brief on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.ahead import Opened, open_again
from sahel_tui.tui.noticing import NoticingApp
from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.screens.explorer import ExplorerScreen

if TYPE_CHECKING:
    from sahel_tui.tui.landing import Landing
    from sahel_tui.tui.messages import BeyondMatches
    from sahel_tui.tui.screens.search import SearchScreen


class SearchingApp(NoticingApp):
    """The search screen lies on what it was asked for from, and the briefs that it opens on it."""

    async def action_search_library(self) -> None:
        """Search the library; a search that lies under what is shown is come back to."""
        from sahel_tui.tui.screens.search import SearchScreen

        if (below := self._search_below()) is not None:
            while self.screen is not below:
                await self.pop_screen()
            below.action_edit_query()
            return
        shown = self.brief_screen
        order = shown.reading.marking_order if isinstance(shown, ExplorerScreen) else ()
        state = self.memory.state if self.memory is not None else None
        await self.push_screen(SearchScreen(self.shelf, state, order, delay=self._follow_delay))

    def _search_below(self) -> SearchScreen | None:
        from sahel_tui.tui.screens.search import SearchScreen

        found = [one for one in self.screen_stack if isinstance(one, SearchScreen)]
        return found[-1] if found else None

    def on_unmount(self) -> None:
        """Nobody reads any more."""
        if self._reader is not None:
            self._reader.close()
        if self._shelf is not None:
            self._shelf.close()

    def on_beyond_matches(self, message: BeyondMatches) -> None:
        """Open the brief that a search's matches go on in, in the place of this one."""
        search, here = self._search_below(), self.screen
        if search is None or not isinstance(here, DialogScreen):
            return
        found = search.beyond(message.path, message.step)
        if found is None:
            end = "last" if message.step > 0 else "first"
            done = search.is_complete or message.step < 0
            here.say(
                f"This is the {end} match of the search."
                if done
                else "More is being found: press the key again in a moment."
            )
            return
        (path, landing), asked, reader = found, self._asked, self.reader

        def read() -> None:
            opened = open_again(path, asked, self.memory, reader.opened)
            self.call_from_thread(self.call_later, self._go_on, opened, landing, here)

        self.run_worker(read, thread=True, exclusive=True)

    async def _go_on(self, opened: Opened, landing: Landing, here: DialogScreen) -> None:
        if self.screen is not here:
            return
        if opened.complaint:
            here.say(opened.trouble)
            return
        self.note_place()
        screen = self._screen_for(opened)
        if isinstance(screen, ExplorerScreen):
            screen.land(landing)
        await self.switch_screen(screen)
