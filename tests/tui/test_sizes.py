"""Every size of a window, from one cell to a wall of them."""

from __future__ import annotations

import pytest

from sahel_tui.render.blocks import MEASURE, clipped
from sahel_tui.render.styles import PLAIN
from sahel_tui.tui.layouts import LEAST_COLUMNS, LEAST_ROWS, is_too_small
from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

USUAL = [(40, 10), (60, 17), (60, 18), (80, 24), (100, 14), (119, 31), (120, 32), (132, 43)]
LARGE = [(200, 60), (300, 100)]


@pytest.mark.parametrize(("columns", "rows"), [*USUAL, *LARGE])
async def test_every_pane_is_reached_and_has_room(columns: int, rows: int) -> None:
    async with exploring(SHIPPED, columns, rows) as explorer:
        for key, pane in zip(
            "BARTS", ("points", "actors", "relations", "events", "source"), strict=True
        ):
            await explorer.press(key)
            assert explorer.screen.focused_pane.id == pane
            assert min(explorer.shown_panes.values()) > 3
            assert explorer.lines[0].strip() == explorer.lines[-1].strip() == "TLP:CLEAR"
            assert "? help" in explorer.lines[-2]
            assert {len(line) for line in explorer.lines} == {columns}


@pytest.mark.parametrize(("columns", "rows"), [(40, 10), (80, 24), (300, 100)])
async def test_the_palette_leaves_the_banners_in_sight(columns: int, rows: int) -> None:
    async with exploring(SHIPPED, columns, rows) as explorer:
        await explorer.press("colon")
        await explorer.until(lambda: "Next row" in explorer.text)
        assert explorer.lines[0].strip() == explorer.lines[-1].strip() == "TLP:CLEAR"


@pytest.mark.parametrize(("columns", "rows"), LARGE)
async def test_a_line_of_text_is_no_longer_than_can_be_read(columns: int, rows: int) -> None:
    async with exploring(SHIPPED, columns, rows) as explorer:
        await explorer.press("S", "z")
        reader = explorer.screen.reader
        text = [line[reader.GUTTER + reader.margin :].rstrip() for line in explorer.lines[3:-4]]
        assert MEASURE // 2 < max(map(len, text)) <= MEASURE
        await explorer.press("z", "B", "w")
        assert max(len(line.rstrip()) for line in explorer.lines[3:-4]) <= MEASURE + 1


@pytest.mark.parametrize("keys", ["", "S", "T", "?", "/a"])
async def test_no_size_stops_the_program_and_none_is_left_blank(keys: str) -> None:
    sizes = [(1, 1), (2, 2), (3, 9), (12, 3), (23, 8), (24, 7), (39, 9), (200, 3), (9, 60)]
    async with exploring(SHIPPED) as explorer:
        await explorer.press(
            *("question_mark" if k == "?" else "slash" if k == "/" else k for k in keys)
        )
        await explorer.counted()
        before = explorer.text
        for columns, rows in sizes:
            await explorer.pilot.resize_terminal(columns, rows)
            await explorer.pilot.pause()
            assert len(explorer.lines) == rows
            if is_too_small(columns, rows) and columns > 4:
                assert "small" in explorer.text
            if columns > 10 and rows > 2:
                assert explorer.lines[0].strip() == explorer.lines[-1].strip() == "TLP:CLEAR"
        await explorer.pilot.resize_terminal(80, 24)
        await explorer.pilot.pause()
        assert explorer.text == before


async def test_a_window_that_is_too_small_says_what_is_enough() -> None:
    async with exploring(SHIPPED, 60, LEAST_ROWS - 1) as explorer:
        assert f"too small: {LEAST_COLUMNS}x{LEAST_ROWS} at least" in explorer.text
    async with exploring(SHIPPED, LEAST_COLUMNS - 4, LEAST_ROWS) as explorer:
        assert f"small: needs {LEAST_COLUMNS}x{LEAST_ROWS}" in explorer.text
    async with exploring(SHIPPED, LEAST_COLUMNS, LEAST_ROWS) as explorer:
        assert "too small" not in explorer.text
        assert "▶j1.1" in explorer.text


def test_what_is_left_of_a_text_is_said_by_an_ellipsis() -> None:
    assert [line.plain for line in clipped("one two three four", 9, PLAIN, 2)] == [
        "one two",
        "three fo…",
    ]
    assert [line.plain for line in clipped("one two three", 9, PLAIN, 2)] == ["one two", "three"]
