"""Which panes show at which size."""

from __future__ import annotations

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

LISTS = {"points", "actors", "relations", "events"}


@pytest.mark.parametrize(("columns", "rows"), [(140, 45), (200, 60), (120, 32), (300, 100)])
async def test_all_panes_show_where_there_is_room(columns: int, rows: int) -> None:
    async with exploring(SHIPPED, columns, rows) as explorer:
        assert set(explorer.shown_panes) == {*LISTS, "source"}
        assert min(explorer.shown_panes.values()) > 4


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (100, 24), (60, 18), (119, 60)])
async def test_one_list_and_the_source_show_on_a_small_screen(columns: int, rows: int) -> None:
    async with exploring(SHIPPED, columns, rows) as explorer:
        for key, pane in zip("BART", ("points", "actors", "relations", "events"), strict=True):
            await explorer.press(key)
            assert set(explorer.shown_panes) == {pane, "source"}
            assert min(explorer.shown_panes.values()) > 4


@pytest.mark.parametrize(("columns", "rows"), [(40, 24), (40, 10), (59, 60)])
async def test_one_pane_shows_on_a_narrow_screen(columns: int, rows: int) -> None:
    async with exploring(SHIPPED, columns, rows) as explorer:
        for key in "BARTS":
            await explorer.press(key)
            assert set(explorer.shown_panes) == {explorer.screen.focused_pane.id}


async def test_a_pane_alone_and_back() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        await explorer.press("T", "z")
        assert set(explorer.shown_panes) == {"events"}
        await explorer.press("tab")
        assert set(explorer.shown_panes) == {"source"}
        await explorer.press("z")
        assert set(explorer.shown_panes) == {*LISTS, "source"}


async def test_the_cursor_stays_on_its_words_when_the_size_changes() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        await explorer.press("T", "G", "enter")
        words = explorer.screen.reader.cursor_span()
        for size in ((80, 24), (40, 12), (200, 60), (1, 1), (80, 24)):
            await explorer.pilot.resize_terminal(*size)
            await explorer.pilot.pause()
        source, start, end = explorer.screen.reader.cursor_span()
        assert source == words[0]
        assert start <= words[1] < end


async def test_the_marking_is_on_the_first_and_the_last_line() -> None:
    for columns, rows in ((140, 45), (80, 24), (40, 10)):
        async with exploring(SHIPPED, columns, rows) as explorer:
            for key in "BARTS":
                await explorer.press(key)
                assert explorer.lines[0].strip() == explorer.lines[-1].strip() == "TLP:CLEAR"
