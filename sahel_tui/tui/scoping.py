"""An app whose panes show one brief, or all of its library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.comparing import ComparingApp
from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.screens.explorer import ExplorerScreen
from sahel_tui.tui.screens.travels import PANE_OF
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from sahel_tui.tui.screens.library import LibraryScreen


class ScopingApp(ComparingApp):
    """The library lies over the brief that it was asked for from, and briefs it opens over it."""

    async def action_toggle_scope(self) -> None:
        """From a brief to the library, which may lie under it; from there to the brief below."""
        screen = self.screen
        if isinstance(screen, ExplorerScreen):
            if any(_shows_library(one) for one in self.screen_stack):
                while not _shows_library(self.screen):
                    await self.pop_screen()
            else:
                await self.push_screen(self._library_over(screen))
        elif _shows_library(screen):
            pane = getattr(screen, "list_id", "")
            await self.pop_screen()
            if isinstance(self.screen, ExplorerScreen):
                self.screen.action_show_pane(pane)

    async def action_show_library(self) -> None:
        """The library as it was left over the brief that is shown."""
        screen = self.screen
        if isinstance(screen, ExplorerScreen):
            library = self._library_over(screen)
            library.begin_with(screen.library_words())
            library.begin_as(screen.library_graph(), *screen.library_place)
            await self.push_screen(library)

    def _library_over(self, brief: ExplorerScreen) -> LibraryScreen:
        """At the row that is under the brief's cursor."""
        from sahel_tui.queries.library.listing import Place
        from sahel_tui.tui.screens.library import LibraryScreen

        pane, state = brief.focused_pane, brief.state
        claim = pane.current_claim if isinstance(pane, ClaimList) else state.claim
        screen = LibraryScreen(
            self.shelf,
            brief.reading.marking_order,
            state.centre,
            list_id=state.list_id,
            delay=self._follow_delay,
        )
        if claim is not None:
            of = ("", "") if claim.kind == "actor" else (brief.view.id, brief.view.path)
            screen.begin_at(PANE_OF[claim.kind], Place(*of, claim.id))
        return screen


def _shows_library(screen: object) -> bool:
    return isinstance(screen, DialogScreen) and screen.shows_library
