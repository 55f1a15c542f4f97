"""What the status says for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.screens import dialog
from sahel_tui.tui.screens.explorer import ExplorerScreen
from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

if TYPE_CHECKING:
    import pytest


async def test_a_remark_is_not_taken_away_with_the_one_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with exploring(SHIPPED, 80, 24) as explorer:
        monkeypatch.setattr(dialog, "_SECONDS_TO_READ", 0.05)
        explorer.screen.say("one remark")
        monkeypatch.setattr(dialog, "_SECONDS_TO_READ", 600)
        explorer.screen.say("another remark")
        later: list[bool] = []
        explorer.screen.set_timer(0.1, lambda: later.append(True))
        await explorer.until(lambda: bool(later))
        await explorer.until(lambda: "another remark" in explorer.text)


async def test_a_remark_goes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    async with exploring(SHIPPED, 80, 24) as explorer:
        monkeypatch.setattr(dialog, "_SECONDS_TO_READ", 0.5)
        explorer.screen.say("one remark")
        await explorer.until(lambda: "one remark" in explorer.text)
        await explorer.until(lambda: "one remark" not in explorer.text)


async def test_what_is_said_to_a_screen_that_is_only_coming_is_said_when_it_is_there() -> None:
    async with exploring(SHIPPED, 80, 24) as explorer:
        coming = ExplorerScreen(explorer.screen.reading, briefs=1, follow_delay=0)
        explorer.app.push_screen(coming)
        coming.say("one remark")
        await explorer.until(
            lambda: explorer.app.screen is coming and "one remark" in explorer.text
        )
