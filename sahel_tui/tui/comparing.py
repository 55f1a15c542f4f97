"""An app that looks across briefs: at one actor in all of them, and where they contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.screens.dialog import DialogScreen
from sahel_tui.tui.screens.explorer import ExplorerScreen
from sahel_tui.tui.searching import SearchingApp

if TYPE_CHECKING:
    from sahel_tui.queries.library.actor_finding import Choice
    from sahel_tui.queries.views import Claim
    from sahel_tui.tui.screens.panes import PanesScreen


class ComparingApp(SearchingApp):
    """These screens lie on the one that they were asked for from."""

    author: str
    """Who judges; empty: the login name."""

    async def action_show_dossier(self) -> None:
        """The dossier of the actor under the cursor; of none or several, one is asked for."""
        found = self._actors_here()
        if len(found) == 1:
            await self.action_show_dossier_of(found[0])
            return
        from sahel_tui.tui.screens.finder import FinderScreen

        await self.push_screen(FinderScreen(self.shelf, found, self._choose_dossier))

    async def action_show_dossier_of(self, actor: str, name: str = "") -> None:
        """The dossier of an actor by one of its ids."""
        from sahel_tui.tui.screens.dossier import DossierScreen

        author, delay = self.author or _login(), self._follow_delay
        await self.push_screen(DossierScreen(self.shelf, actor, name or actor, author, delay=delay))

    async def action_show_contradictions(self) -> None:
        """Where briefs contradict each other; of the claim under the cursor first."""
        from sahel_tui.tui.screens.contradictions import About, ContradictionsScreen

        screen, shown = self.screen, self.brief_screen
        if isinstance(screen, ContradictionsScreen):
            return
        about = None
        if isinstance(screen, ExplorerScreen):
            about = About(screen.view.id, _claim_here(screen))
        order = shown.reading.marking_order if isinstance(shown, ExplorerScreen) else ()
        await self.push_screen(
            ContradictionsScreen(self.shelf, about, order, delay=self._follow_delay)
        )

    def _choose_dossier(self, choice: Choice) -> None:
        """In the place of the list that it was chosen from."""
        from sahel_tui.tui.screens.dossier import DossierScreen

        actor, author = choice.actor, self.author or _login()
        self.switch_screen(
            DossierScreen(self.shelf, actor.key, actor.name, author, delay=self._follow_delay)
        )

    def _actors_here(self) -> tuple[str, ...]:
        """The ids of those that the row under the cursor is about."""
        from sahel_tui.tui.screens.dossier import DossierScreen

        screen = self.screen
        if isinstance(screen, DossierScreen):
            return screen.actors_here()
        if isinstance(screen, DialogScreen) and screen.shows_library:
            from sahel_tui.tui.screens.library import LibraryScreen

            return screen.actors_here() if isinstance(screen, LibraryScreen) else ()
        return _of_row(screen) if isinstance(screen, ExplorerScreen) else ()


def _of_row(screen: PanesScreen) -> tuple[str, ...]:
    """In the panes of a brief: the actor, a relation's other actor, all of an event."""
    from sahel_tui.tui.widgets.actor_list import ActorList
    from sahel_tui.tui.widgets.event_list import EventList
    from sahel_tui.tui.widgets.relation_list import RelationList

    pane = screen.focused_pane
    if isinstance(pane, ActorList) and pane.current is not None:
        return (pane.current.id,)
    if isinstance(pane, RelationList) and pane.current is not None:
        return (pane.current.other,)
    if isinstance(pane, EventList) and pane.current is not None:
        return tuple(one.id for one in pane.current.actors)
    return ()


def _claim_here(screen: PanesScreen) -> Claim | None:
    """The claim under the cursor; in the source, the one that is selected."""
    from sahel_tui.tui.widgets.claim_list import ClaimList

    pane = screen.focused_pane
    return pane.current_claim if isinstance(pane, ClaimList) else screen.state.claim


def _login() -> str:
    """The login name, as far as the system tells it."""
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
