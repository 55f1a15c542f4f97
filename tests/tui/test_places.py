"""Nothing of where one was is lost: by jumps, filters, prompts, dialogs, sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.queries.views import Claim
from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring
from tests.tui.test_explorer import FINDINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


BARE = (
    FINDINGS
    + """
[[point]]
id = "bare"
text = "A claim on nothing."
"""
)


@pytest.mark.parametrize("key", ["tab", "shift+tab", "enter"])
async def test_a_prompt_is_left_for_its_pane_with_what_was_typed(key: str) -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("T", "&")
        await explorer.type("wagner")
        await explorer.press(key)
        assert explorer.screen.focused_pane.id == "events"
        assert not explorer.screen.is_typing
        assert explorer.screen.pane("events").filter_text == "wagner"
        assert "? help" in explorer.lines[-2]


@pytest.mark.parametrize("key", ["f1", "ctrl+p", "ctrl+d"])
async def test_no_key_of_the_screen_acts_while_one_types(key: str) -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("T", "/")
        await explorer.press(key)
        assert explorer.screen.is_typing
        assert not explorer.screen.has_dialog
        assert len(explorer.app.screen_stack) == 1


async def test_the_cursor_comes_back_from_a_filter_that_let_nothing_through() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("T", "G")
        row = explorer.screen.pane("events").current_claim
        await explorer.press("&")
        await explorer.type("qqq")
        await explorer.press("enter", "escape")
        assert explorer.screen.pane("events").current_claim == row


async def test_escape_from_a_search_of_the_source_goes_back() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("S", "g")
        before = explorer.screen.reader.cursor_span()
        await explorer.press("/")
        await explorer.type("ISSP")
        assert explorer.screen.reader.cursor_span() != before
        await explorer.press("escape")
        assert explorer.screen.reader.cursor_span() == before


async def test_a_claim_without_a_passage_says_so_and_keeps_the_place(
    write_brief: Callable[..., Path],
) -> None:
    async with exploring(write_brief(BARE), 100, 30) as explorer:
        await explorer.press("G")
        assert "bare rests on no passage" in explorer.text
        await explorer.press("enter")
        assert explorer.screen.focused_pane.id == "points"
        assert "nowhere to go" in explorer.text


async def test_back_returns_to_the_passage_that_was_left() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        await explorer.press("B", "enter", "n")
        assert "passage 2 of 3" in explorer.text
        await explorer.press("w", "enter", "backspace")
        assert "passage 2 of 3" in explorer.text
        assert explorer.screen.focused_pane is explorer.screen.reader


async def test_a_jump_from_a_passage_stays_on_that_passage() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        reader = explorer.screen.reader
        await explorer.press("B", "enter", "n")
        span = reader.passage_span()
        await explorer.press("w", "enter")
        stop = reader.selection.current
        assert stop is not None
        assert (stop.source, stop.start, stop.end) == span


@pytest.mark.parametrize("keys", [("T", "G"), ("S", "G"), ("A", "G"), ("S", "G", "z")])
async def test_a_view_that_grows_is_filled(keys: tuple[str, ...]) -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press(*keys)
        await explorer.pilot.resize_terminal(80, 70)
        await explorer.pilot.pause()
        pane = explorer.screen.focused_pane
        shown = len(pane.frame)
        assert shown == pane.page_height or pane.top == (0, 0)


async def test_the_selection_passage_keeps_the_cursor_at_every_width() -> None:
    async with exploring(SHIPPED, 80, 24) as explorer:
        await explorer.press("T", "j", "j", "j", "enter")
        reader = explorer.screen.reader
        for columns in (40, 100, 61, 80):
            await explorer.pilot.resize_terminal(columns, 24)
            await explorer.pilot.pause()
            assert reader.selection.current_within(*reader.cursor_span())


async def test_tabs_say_what_a_hidden_pane_filters() -> None:
    async with exploring(SHIPPED) as explorer:
        total = len(explorer.screen.pane("actors").rows)
        await explorer.press("A", "&")
        await explorer.type("jnim")
        await explorer.press("enter", "T")
        kept = explorer.screen.pane("actors").count()
        assert f"2 Actors {kept}/{total}" in explorer.lines[1]


async def test_a_dialog_is_read_to_its_end_and_keeps_other_keys_out() -> None:
    async with exploring(SHIPPED, 60, 18) as explorer:
        await explorer.press("a")
        assert "About this brief" in explorer.text
        await explorer.press("o", "T", "z", "G")
        assert "place ouagadougou" in explorer.text  # the last of the brief
        await explorer.press("escape")
        assert explorer.screen.focused_pane.id == "points"
        assert not explorer.screen.state.zoomed


async def test_the_other_claims_of_a_line_are_told_beside_those_of_the_passage() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        screen = explorer.screen
        await explorer.press("A", "j", "enter")
        source, start, end = screen.reader.cursor_span()
        on_line = {r.claim for r in screen.rests.within(source, start, end)}
        assert len(on_line) > 1
        await explorer.press("w")
        for claim in on_line:
            assert f" {claim.id} " in explorer.text
        assert "more on its line" in explorer.text


async def test_a_line_that_says_what_a_source_is_carries_nothing() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("S", "g", "w")
        assert not explorer.screen.has_dialog
        assert "Nothing can rest on this line" in explorer.text


async def test_reading_again_stays_in_the_pane(write_brief: Callable[..., Path]) -> None:
    path = write_brief(BARE)
    async with exploring(path, 100, 30) as explorer:
        before = explorer.screen
        await explorer.press("j", "enter", "n")
        await explorer.press("r")
        await explorer.until(lambda: explorer.screen is not before)
        await explorer.until(lambda: "Read again" in explorer.text)
        assert explorer.screen.focused_pane is explorer.screen.reader
        assert explorer.screen.state.claim == Claim("point", "double")
        assert "candidate 2" in explorer.text
