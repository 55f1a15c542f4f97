"""Lines are drawn once and kept: what is shown is what would be drawn anew."""

from __future__ import annotations

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import Explorer, exploring

TOUR = (
    *("j", "j", "n", "k", "pagedown", "G", "pageup", "tab", "z", "l", "enter", "backspace", "z"),
    *("R", "j", "[", "T", "+", "j", "f", "j", "f", "tab", "n", "N"),
)


def styled(explorer: Explorer) -> list[list[tuple[str, str]]]:
    strips = explorer.app.screen._compositor.render_strips()
    return [[(part.text, str(part.style or "none")) for part in strip] for strip in strips]


async def drawn_anew(explorer: Explorer) -> list[list[tuple[str, str]]]:
    for pane in (*explorer.screen.lists, explorer.screen.reader):
        pane.redraw()
    await explorer.pilot.pause()
    return styled(explorer)


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_after_every_key_of_a_tour(size: tuple[int, int]) -> None:
    async with exploring(SHIPPED, *size) as explorer:
        await explorer.counted()
        for key in TOUR:
            await explorer.press({"[": "left_square_bracket", "+": "plus"}.get(key, key))
            shown = styled(explorer)
            assert shown == await drawn_anew(explorer), f"after {key}"


async def test_after_a_search_and_a_filter() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        await explorer.counted()
        for pane in "BATS":
            await explorer.press(pane, "/")
            await explorer.type("mali")
            await explorer.press("enter", "n")
            shown = styled(explorer)
            assert shown == await drawn_anew(explorer), f"searched {pane}"
            await explorer.press("escape")
            shown = styled(explorer)
            assert shown == await drawn_anew(explorer), f"cleared {pane}"


async def test_the_source_keeps_its_left_edge_and_loses_it_alone() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        edge = explorer.screen.reader.region.x
        assert {line[edge] for line in explorer.lines[2:-4]} == {"▏"}
        await explorer.press("S", "z")
        assert "▏" not in explorer.text


@pytest.mark.parametrize("keys", [("A", "tab"), ("T", "S"), ("B", "R")])
async def test_going_to_another_pane_draws_the_screen_once(
    keys: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        await explorer.counted()
        await explorer.press(keys[0])
        drawn: list[str] = []
        monkeypatch.setattr(explorer.app, "post_display_hook", lambda: drawn.append("once"))
        pane = explorer.screen.focused_pane
        explorer.app.simulate_key(keys[1])
        await explorer.left_alone_until(lambda: bool(drawn))
        await explorer.press()
        assert explorer.screen.focused_pane is not pane
        assert drawn == ["once"]
