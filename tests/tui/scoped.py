"""Panes that show the whole library, driven by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.screens.library import LibraryScreen
from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents

if TYPE_CHECKING:
    from tests.tui.explore import Explorer

SIZES = [(40, 10), (80, 24), (140, 45)]


async def shown_library(explorer: Explorer, *keys: str) -> LibraryScreen:
    """The library, once all of what shows is there."""
    await explorer.press(*keys, "L")
    await explorer.until(lambda: isinstance(explorer.app.screen, LibraryScreen))
    screen = explorer.app.screen
    assert isinstance(screen, LibraryScreen)
    await explorer.until(lambda: explorer.app.shelf.progress.done)
    await settled(explorer, screen)
    return screen


async def settled(explorer: Explorer, screen: LibraryScreen) -> None:
    """Once all rows of the list have been counted and looked at."""
    await explorer.until(lambda: screen.scope is not None and not screen._opening)
    await explorer.until(lambda: screen.here.all_looked)
    if isinstance(events := screen.here, ScopeEvents):
        await explorer.until(lambda: is_told(events))
    await explorer.pilot.pause()


def is_told(events: ScopeEvents) -> bool:
    """Whether all is known of the events that are shown: which are one, when, in which lanes."""
    joined = events.all_dated is not None and events.all_dated.joined
    laid = events.by is None or events.laid is not None
    return joined and events.all_looked and events.survey is not None and laid
