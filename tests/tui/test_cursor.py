"""Where the terminal's cursor stands: on the selection of what has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from tests.tui.explore import Explorer


def at_cursor(explorer: Explorer, cells: int = 1) -> str:
    """What stands at the terminal's cursor."""
    x, y = explorer.app.cursor_position
    return explorer.lines[y][x : x + cells]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (140, 45), (40, 10)])
async def test_it_stands_on_the_row_of_every_pane(columns: int, rows: int) -> None:
    async with exploring(SHIPPED, columns, rows) as explorer:
        for keys in ("B", "A", "j", "R", "T", "ctrl+d", "S", "j", "j", "G", "g", "k"):
            await explorer.press(keys)
            assert at_cursor(explorer) == "▶", keys
            focused = explorer.screen.focused
            assert focused is not None
            assert focused.region.contains_point(explorer.app.cursor_position)


async def test_it_stands_where_the_next_letter_goes() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("slash")
        start = explorer.app.cursor_position
        assert at_cursor(explorer, 6) == "search"
        await explorer.press("a", "b")
        assert explorer.app.cursor_position - start == (2, 0)
        await explorer.press("left")
        assert explorer.app.cursor_position - start == (1, 0)
        assert at_cursor(explorer) == "b"
        await explorer.press("escape")
        assert at_cursor(explorer) == "▶"


async def test_it_stands_on_the_chosen_row_of_a_dialog_and_in_the_palette() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("question_mark", "j", "j")
        assert at_cursor(explorer, 7) == "▶g Home"
        await explorer.press("escape", "colon")
        await explorer.until(lambda: at_cursor(explorer, 6) == "Search")
        await explorer.press("t")
        x, y = explorer.app.cursor_position
        assert explorer.lines[y][x - 1 : x + 1] == "t "


async def test_a_row_higher_than_its_view_has_it_on_its_first_line_in_sight() -> None:
    async with exploring(SHIPPED, 24, 8) as explorer:
        await explorer.press("j")
        pane = explorer.screen.focused_pane
        assert pane.cursor == 0
        assert pane.top == (0, 1)
        assert explorer.app.cursor_position - pane.region.offset == (0, 1)


async def test_it_is_on_the_heading_of_an_empty_list() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("ampersand", *"qqq", "enter")
        assert explorer.screen.focused_pane.count() == 0
        assert "no point shown" in explorer.lines[explorer.app.cursor_position.y]
