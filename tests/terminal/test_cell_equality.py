"""The terminal shows, cell by cell and style by style, what the widgets mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile import wide_brief
from tests.terminal.attached import attached
from tests.terminal.emulator import Cell, Screen, Stream
from tests.terminal.long_run import first_difference, wide_library

if TYPE_CHECKING:
    from pathlib import Path


async def test_after_any_keys_and_sizes_the_terminal_shows_what_is_meant(tmp_path: Path) -> None:
    assert await first_difference(tmp_path, seed=3, keys=200, sizes=15) == ""


async def test_the_program_knows_what_the_terminal_shows(tmp_path: Path) -> None:
    async with attached(wide_brief(tmp_path)) as explorer:
        assert await explorer.agree()
        assert explorer.believed() == explorer.shown() == explorer.meant()
        painter = explorer.app.painter
        assert painter is not None
        assert painter.shown is not None
        painter.shown[5] = list(painter.shown[0])
        assert not await explorer.agree(turns=1)


async def test_a_screen_that_was_written_over_is_drawn_anew(tmp_path: Path) -> None:
    async with attached(wide_brief(tmp_path), columns=140, rows=45) as explorer:
        for keys in ("", "R", "S G", "?"):
            await explorer.press(*keys.split())
            assert await explorer.agree()
            explorer.driver.emulated.scribble()
            assert not await explorer.agree(turns=1)
            await explorer.press("ctrl+l")
            assert await explorer.agree(), explorer.differences()


async def test_a_prompt_that_opens_after_a_change_of_size_is_drawn(tmp_path: Path) -> None:
    async with attached(wide_library(tmp_path)) as explorer:
        await explorer.press("o")
        await explorer.resize(126, 18)
        await explorer.press("enter", "slash")

        assert await explorer.agree(), explorer.differences()
        assert explorer.lines[-2].startswith("/")


async def test_the_palette_in_a_window_that_nothing_fits_into(tmp_path: Path) -> None:
    async with attached(wide_brief(tmp_path)) as explorer:
        for columns, rows in ((4, 10), (2, 5), (10, 3), (126, 18)):
            await explorer.press(":")
            await explorer.resize(columns, rows)
            assert await explorer.agree(), explorer.differences()
        await explorer.press("escape", "slash")

        assert explorer.lines[-2].startswith("/")


def test_the_emulator_knows_what_the_program_sends() -> None:
    screen = Screen(4, 3)
    Stream(screen).feed("防ab\r\n1\x1b[2;21;35mx\x1b[0m\r\n2\x1b[1;2Hé\x1b[2;3r\x1b[S".encode())
    assert [line.rstrip() for line in screen.display] == [" éab", "2", ""]
    Stream(screen).feed(b"\x1b[T\x1b[r\x1b[3;1H\x1b[1;38;5;2;48;2;1;4;21my\x1b[22;39mz\x1b[m")
    rows = screen.cells()
    assert rows[1] == [Cell(" ")] * 4
    assert rows[2][:3] == [
        Cell("y", "00cd00", "010415", bold=True),
        Cell("z", "default", "010415"),
        Cell(" "),
    ]


def test_the_emulator_keeps_apart_what_looks_different() -> None:
    sent = "\x1b[{}mx\x1b[0m"
    looks = set()
    for style in ("0", "1", "2", "3", "4", "21", "7", "31", "41", "91", "1;2", "3;4", "4;21;24;4"):
        screen = Screen(1, 1)
        Stream(screen).feed(sent.format(style).encode())
        looks.add(screen.cells()[0][0])
    assert len(looks) == 12  # the last is the same as "4"
