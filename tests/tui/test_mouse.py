"""Clicks and the wheel, for those who ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from tests.tui.explore import Explorer


async def click(explorer: Explorer, words: str, row: int = 0) -> None:
    """Click on the first line that holds some words, or so many rows under it."""
    y = next(y for y, line in enumerate(explorer.lines) if words in line)
    await explorer.pilot.click(offset=(explorer.lines[y].index(words), y + row))
    await explorer.pilot.pause()


async def test_a_click_puts_the_cursor_on_a_row() -> None:
    async with exploring(SHIPPED) as explorer:
        await click(explorer, "What state forces")
        assert explorer.line("▶j").startswith("▶j1.2 What state")
        assert explorer.screen.focused_pane.cursor == 1


async def test_a_click_on_a_line_of_the_source_puts_the_cursor_there() -> None:
    async with exploring(SHIPPED) as explorer:
        await click(explorer, "5 Source  ¶", row=3)
        reader = explorer.screen.reader
        assert explorer.screen.focused_pane is reader
        assert (reader.cursor, reader.cursor_line) == reader.frame[2]


async def test_a_click_on_a_panes_name_goes_there() -> None:
    async with exploring(SHIPPED) as explorer:
        for name, pane in (
            ("4 Timeline", "events"),
            ("2 Actors", "actors"),
            ("5 Source", "source"),
        ):
            await click(explorer, name)
            assert explorer.screen.focused_pane.id == pane


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("T")
        pane = explorer.screen.focused_pane
        await explorer.pilot._post_mouse_events([_down()], pane, offset=(3, 3), button=0)
        await explorer.pilot.pause()
        assert pane.top == (3, 0)
        assert pane.cursor == 0
        await explorer.press("j")
        assert pane.cursor == 1
        assert (1, 0) in pane.frame


async def test_a_click_changes_nothing_while_one_types() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("slash", "x")
        await click(explorer, "5 Source  ¶", row=3)
        await click(explorer, "4 Timeline")
        assert explorer.screen.is_typing
        await explorer.press("y", "enter")
        assert explorer.screen.pane("points").search_text == "xy"


async def test_what_is_dragged_over_is_not_copied() -> None:
    """Whatever leaves goes by `y`: with its marking, and not above the ceiling."""
    async with exploring(SHIPPED, ceiling="TLP:CLEAR") as explorer:
        for y in (0, 1, 4, 21, 22):
            await explorer.pilot.mouse_down(offset=(1, y))
            await explorer.pilot.hover(offset=(70, y + 1))
            await explorer.pilot.mouse_up(offset=(70, y + 1))
            await explorer.press("super+c")
            assert not explorer.app.screen.get_selected_text()
        assert explorer.app.clipboard == ""


async def test_a_dialog_keeps_the_mouse_to_itself() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("question_mark")
        await click(explorer, "4 Timeline")
        assert explorer.screen.has_dialog
        await click(explorer, "First row")
        dialog = explorer.screen.dialog
        assert dialog is not None
        assert dialog.cursor == 2


def _down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


@pytest.mark.parametrize("typing", [(), ("/",), ("&",), ("R", "F"), ("d",), ("s",), ("w",)])
async def test_a_place_outside_of_the_screen_takes_no_focus(typing: tuple[str, ...]) -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press(*typing)
        focused = explorer.app.focused
        assert focused is not None
        for event in (events.MouseScrollDown, events.MouseDown, events.MouseUp):
            explorer.app.post_message(event(None, 900, 900, 0, 0, 1, False, False, False))
        await explorer.pilot.pause()
        assert explorer.app.focused is focused
