"""What the status says for a while."""

from __future__ import annotations

import pytest

from sahel_tui.tui.commands import commands_here
from sahel_tui.tui.screens import dialog
from sahel_tui.tui.screens.explorer import ExplorerScreen
from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

COUPS = SHIPPED.with_name("2022-07-31-malis-two-coups.toml")


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


@pytest.mark.parametrize(
    ("keys", "remark"),
    [
        ("T n", "This is its only passage."),
        ("T l", "Only a lane opens, and an event with several tellings."),
        ("T h", "Nothing is open here."),
        ("T v w", "There is no claim under the cursor."),
        ("A & k o n é enter R enter", "There is nothing under the cursor."),
        ("A & k o n é enter R l", "There is no claim under the cursor."),
    ],
)
async def test_a_key_that_has_nothing_to_do_here_says_so(keys: str, remark: str) -> None:
    async with exploring(COUPS, 80, 24) as explorer:
        await explorer.press(*keys.replace("&", "ampersand").split())
        await explorer.until(lambda: remark in explorer.text)


@pytest.mark.parametrize(("key", "words"), [("o", "List of briefs"), ("c", "Contradictions")])
async def test_help_lists_no_key_that_leads_to_where_one_is(key: str, words: str) -> None:
    async with exploring(COUPS, 80, 24) as explorer:
        explorer_screen = explorer.app.screen
        assert any(one.words.startswith(words) for one in commands_here(explorer_screen))
        await explorer.press(key)
        await explorer.until(lambda: explorer.app.screen is not explorer_screen)
        await explorer.pilot.pause()
        assert not any(one.words.startswith(words) for one in commands_here(explorer.app.screen))
