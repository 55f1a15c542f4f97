"""The dossier of an actor, opened by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.screens.dossier import DossierScreen

if TYPE_CHECKING:
    from tests.tui.explore import Explorer


async def dossier(explorer: Explorer) -> DossierScreen:
    """The dossier that is shown, once all of it is gathered."""
    await explorer.until(lambda: isinstance(explorer.app.screen, DossierScreen))
    screen = explorer.app.screen
    assert isinstance(screen, DossierScreen)
    await explorer.until(lambda: screen.shelf.progress.done)
    await explorer.until(
        lambda: (
            screen.gathered is not None
            and screen.gathered.dossier.done
            and sum(1 for _ in screen.gathered.rows.briefs()) == screen.shelf.progress.read
        )
    )
    await explorer.pilot.pause()
    return screen


async def of(explorer: Explorer, name: str) -> DossierScreen:
    """The dossier of the first actor that has a name."""
    await explorer.press("d")
    await explorer.type(name)
    await explorer.press("enter")
    return await dossier(explorer)


async def go_to(explorer: Explorer, screen: DossierScreen, kind: str) -> None:
    """Put the cursor on the first row of a kind."""
    await explorer.press("g")
    for _ in range(screen.rows.count()):
        if screen.rows.current is not None and screen.rows.current.kind == kind:
            return
        await explorer.press("j")
    raise AssertionError(kind)
