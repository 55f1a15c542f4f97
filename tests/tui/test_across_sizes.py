"""The screens across briefs in windows of every size, and with hostile text."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahel_tui.render.terminals import MODERN
from sahel_tui.tui.layouts import is_too_small
from tests.hostile import hostile_brief
from tests.tui.explore import Explorer, exploring

BRIEFS = Path(__file__).parents[2] / "briefs"
SIZES = [(1, 1), (2, 2), (3, 9), (12, 3), (24, 8), (39, 9), (60, 18), (200, 3), (9, 60), (300, 100)]
OPENED = {
    "briefs": (("o",), "10 of 10 briefs"),
    "dossier": (("d", "j", "n", "enter"), "in 6 briefs"),
    "contradictions": (("c",), "of 18 contradictions"),
    "finder": (("d",), "6 briefs"),
}


async def opened(explorer: Explorer, screen: str) -> None:
    """One of the screens, once all is there."""
    keys, words = OPENED[screen]
    await explorer.pilot.press(*keys)
    await explorer.until(lambda: words in explorer.text and explorer.app.shelf.is_whole)
    await explorer.pilot.pause()  # a screen looks again once it is told that all has been read
    await explorer.until(lambda: not list(explorer.app.workers))
    await explorer.pilot.pause()


@pytest.mark.parametrize("screen", OPENED)
async def test_no_size_stops_it_and_none_is_left_blank(screen: str) -> None:
    async with exploring(BRIEFS, 140, 45) as explorer:
        await opened(explorer, screen)
        before = explorer.lines
        for columns, rows in SIZES:
            await explorer.pilot.resize_terminal(columns, rows)
            await explorer.pilot.pause()
            assert len(explorer.lines) == rows
            assert {len(line) for line in explorer.lines} <= {columns}
            if is_too_small(columns, rows) and columns > 4:
                assert "small" in explorer.text
            if columns > 20 and rows > 2:
                assert "TLP:" in explorer.lines[0]
                assert explorer.lines[0].strip() == explorer.lines[-1].strip()
        await explorer.pilot.resize_terminal(140, 45)
        await explorer.pilot.pause()
        assert explorer.lines[:4] == before[:4]


@pytest.mark.parametrize("screen", OPENED)
async def test_in_ascii_nothing_else_is_drawn(screen: str) -> None:
    terminal = MODERN._replace(ascii=True, colours="none", encoding="ascii")
    async with exploring(BRIEFS, 80, 24, terminal) as explorer:
        await opened(explorer, screen)
        drawn = "".join(
            segment.text
            for strip in explorer.app.screen._compositor.render_strips()
            if strip is not None
            for segment in strip
        )
        assert drawn.isascii()


@pytest.mark.parametrize("screen", OPENED)
async def test_help_and_palette_name_its_keys(screen: str) -> None:
    async with exploring(BRIEFS, 80, 60) as explorer:
        await opened(explorer, screen)
        if screen == "finder":
            return  # every sign is typed there
        await explorer.press("question_mark")
        assert "Back to where I was" in explorer.text
        await explorer.press("escape", "colon")
        await explorer.until(lambda: "Next row" in explorer.text)


async def test_hostile_text_is_made_safe(tmp_path: Path) -> None:
    payload = "x\x1b[31m\u202e\x07\u200b\x9b\ny"
    path = hostile_brief(tmp_path, payload)
    async with exploring(path, 140, 45) as explorer:
        for keys, words in (
            (("o",), "1 brief"),
            (("backspace", "d"), "actors of this library"),
            (("enter",), "Dossier"),
            (("backspace", "c"), "contradiction"),
        ):
            await explorer.pilot.press(*keys)
            await explorer.until(lambda words=words: words in explorer.text)  # type: ignore[misc]
            await explorer.until(lambda: explorer.app.shelf.is_whole)
            await explorer.pilot.pause()
            await explorer.until(lambda: not list(explorer.app.workers))
            assert not set(explorer.text) & set("\x1b\u202e\x07\u200b\x9b\r")
