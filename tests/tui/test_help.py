"""Help and the palette say what the keys do here."""

from __future__ import annotations

import pytest

from sahel_tui.tui.commands import commands_here
from sahel_tui.tui.widgets.event_list import EventList
from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_lists_the_keys_of_the_focused_pane(key: str) -> None:
    async with exploring(SHIPPED, 100, 70) as explorer:
        await explorer.press("T", key)
        assert "Zoom in" in explorer.text
        assert "What rests on this" in explorer.text
        await explorer.press("escape", "S", key)
        assert "Zoom in" not in explorer.text
        assert "Next passage in the text" in explorer.text


async def test_every_binding_has_an_id_and_a_description() -> None:
    async with exploring(SHIPPED) as explorer:
        for pane in "BARTS":
            await explorer.press(pane)
            described = {command.words for command in commands_here(explorer.app.screen)}
            ours = [
                active.binding
                for active in explorer.app.screen.active_bindings.values()
                if type(active.node).__module__.startswith("sahel_tui")
                and "copy_text" not in active.binding.action
                and "app.focus" not in active.binding.action
            ]
            assert {b.description for b in ours if b.id} <= described
            assert all(b.id for b in ours if b.description), [b for b in ours if not b.id]


async def test_help_keeps_its_order_under_keys_of_a_user() -> None:
    async with exploring(SHIPPED, 100, 40) as explorer:
        words = [command.words for command in commands_here(explorer.app.screen)]
    async with exploring(SHIPPED, 100, 40, keymap=(("list.next", "down,K"),)) as explorer:
        assert [command.words for command in commands_here(explorer.app.screen)] == words
        assert commands_here(explorer.app.screen)[0].keys == "Down K"


async def test_the_palette_has_the_commands_of_other_panes_too() -> None:
    async with exploring(SHIPPED, 100, 40) as explorer:
        zoomed = explorer.screen.query_one(EventList)
        before = zoomed.range
        await explorer.press("A", ":")
        await explorer.type("timeline zoom in")
        await explorer.until(lambda: "Timeline: Zoom in" in explorer.text)
        await explorer.press("enter")
        await explorer.until(lambda: zoomed.range != before)
        assert explorer.screen.focused_pane is zoomed


async def test_zooming_in_keeps_the_event_under_the_cursor_in_the_range() -> None:
    async with exploring(SHIPPED, 100, 40) as explorer:
        events = explorer.screen.query_one(EventList)
        for to in ("g", "G"):
            await explorer.press("T", to, *["plus"] * 8)
            assert events.current is not None
            date = events.current.date
            assert date.earliest is not None
            assert date.latest is not None
            assert date.earliest.ordinal() < events.range.end
            assert events.range.start <= date.latest.ordinal()
            await explorer.press("0")


async def test_the_palette_finds_a_command_and_runs_it() -> None:
    async with exploring(SHIPPED, 100, 40) as explorer:
        await explorer.press("T", ":")
        await explorer.type("alone, and back")
        await explorer.until(lambda: "This pane alone" in explorer.text)
        await explorer.press("enter")
        await explorer.until(lambda: explorer.screen.state.zoomed)
