"""Paths, changes and structure as lists that lead to passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.screens.explorer import ExplorerScreen
from sahel_tui.tui.screens.receipts import ReceiptsScreen
from tests.shipped import FOLDER
from tests.tui.explore import exploring
from tests.tui.scoped import shown_library

if TYPE_CHECKING:
    from tests.tui.explore import Explorer

COUPS = FOLDER / "2022-07-31-malis-two-coups.toml"


async def receipts(explorer: Explorer, words: str) -> ReceiptsScreen:
    """The list, once some words are there."""
    await explorer.until(lambda: isinstance(explorer.app.screen, ReceiptsScreen))
    await explorer.until(lambda: words in explorer.text)
    screen = explorer.app.screen
    assert isinstance(screen, ReceiptsScreen)
    return screen


async def test_a_path_tells_its_hops_and_leads_to_a_passage_and_back() -> None:
    async with exploring(COUPS, 100, 40) as explorer:
        await explorer.press("R", "p")
        await explorer.until(lambda: "A path from Mali to whom?" in explorer.text)
        await explorer.type("ibk")
        await explorer.until(lambda: "1 actor" in explorer.text or "Keïta" in explorer.text)
        await explorer.press("enter")
        screen = await receipts(explorer, "Paths from Mali to Ibrahim Boubacar Keïta")
        await explorer.until(lambda: screen.rows.current is not None)
        assert "weakest hop" in explorer.text
        entry = screen.rows.current
        assert entry is not None
        assert entry.edge is not None
        assert entry.quote in "\n".join(source.text for source in explorer.screen.view.sources)
        await explorer.press("enter")
        await explorer.until(lambda: isinstance(explorer.app.screen, ExplorerScreen))
        await explorer.until(lambda: explorer.screen.state.claim is not None)
        claim = explorer.screen.state.claim
        assert claim is not None
        assert claim.id == entry.edge.at.id
        await explorer.press("backspace")
        await explorer.until(lambda: explorer.app.screen is screen)
        await explorer.press("p")
        await explorer.until(lambda: "by positive relations alone" in explorer.text)
        await explorer.press("backspace")
        assert isinstance(explorer.app.screen, ExplorerScreen)


async def test_what_changed_between_two_dates_is_listed() -> None:
    async with exploring(COUPS, 100, 40) as explorer:
        await explorer.press("R", "D")
        await explorer.type("2020")
        await explorer.press("enter")
        assert "two dates are needed" in explorer.text
        await explorer.type("..2022")
        await explorer.press("enter")
        await receipts(explorer, "Sign turned (1)")
        assert "Assimi Goïta, Bah N’Daw: neutral, then negative" in explorer.text
        assert "New (" in explorer.text
        await explorer.press("backspace", "t")
        await explorer.type("2022..2022")
        await explorer.press("enter")
        await receipts(explorer, "Nothing changed from 2022 to 2022.")


async def test_structure_opens_into_relations_and_their_passages() -> None:
    async with exploring(FOLDER, 100, 40) as explorer:
        await explorer.press("R")
        await shown_library(explorer)
        await explorer.press("u")
        screen = await receipts(explorer, "Three at odds")
        await explorer.press("g", "j")
        entry = screen.rows.current
        assert entry is not None
        assert entry.under
        await explorer.press("enter", "j")
        edge = screen.rows.current
        assert edge is not None
        assert edge == entry.under[0]
        await explorer.until(lambda: "passage" in explorer.text and "grade" in explorer.text)
        await explorer.press("slash")
        await explorer.type("algeria")
        await explorer.press("enter")
        assert "Algeria" in explorer.text
        assert "Wagner" not in explorer.text
