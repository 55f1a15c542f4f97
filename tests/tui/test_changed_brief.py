"""The brief that is shown changes on disk, and stays as it is until it is read again."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from textual import events

from sahel_tui.tui import noticing
from sahel_tui.tui.brief_files import stamped
from tests.tui.explore import exploring
from tests.tui.reports import come_back, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

CHANGED = "changed on disk, r reads it again"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three briefs."""
    return write_library(tmp_path / "briefs")


@pytest.mark.parametrize("name", ["one.toml", "one.txt"])
async def test_a_brief_that_changed_says_so_and_stays_until_it_is_read_again(
    folder: Path, name: str
) -> None:
    async with exploring(folder / "one.toml", 100, 30) as explorer:
        before, file = explorer.screen, folder / name
        old = file.read_text()
        file.write_text(old.replace("Gao", "Kidal").replace("They met", "They really met"))
        await come_back(explorer)
        await explorer.until(lambda: CHANGED in explorer.text)
        assert explorer.screen is before
        assert "really" not in explorer.text
        assert "Gao" in explorer.text
        await explorer.press("r")
        await explorer.until(lambda: explorer.screen is not before)
        await explorer.until(lambda: "really" in explorer.text or "Kidal" in explorer.text)
        assert CHANGED not in explorer.text


async def test_a_brief_that_is_again_as_it_was_says_nothing(folder: Path) -> None:
    path = folder / "one.toml"
    async with exploring(path, 100, 30) as explorer:
        old = path.read_text()
        path.write_text(old.replace("Report", "Paper"))
        await come_back(explorer)
        await explorer.until(lambda: CHANGED in explorer.text)
        path.write_text(old)
        await come_back(explorer)
        await explorer.until(lambda: CHANGED not in explorer.text)


async def test_a_library_s_file_counts_where_the_brief_reads_otherwise_by_it(folder: Path) -> None:
    async with exploring(folder / "one.toml", 100, 30) as explorer:
        judged = '[[different]]\nleft = "alpha"\nright = "beta"\n'
        (folder / "sahel.toml").write_text(judged)
        await come_back(explorer)
        await explorer.until(lambda: not explorer.app._looks)
        assert CHANGED not in explorer.text
        (folder / "sahel.toml").write_text('[[actor]]\nid = "alpha"\nname = ""\n')
        await come_back(explorer)
        await explorer.until(lambda: CHANGED in explorer.text)


async def test_a_brief_that_is_gone_stays_also_when_it_is_read_again(folder: Path) -> None:
    path = folder / "one.toml"
    async with exploring(path, 100, 30) as explorer:
        before = explorer.screen
        path.unlink()
        await come_back(explorer)
        await explorer.until(lambda: "gone from disk" in explorer.text)
        await explorer.press("r")
        await explorer.until(lambda: not explorer.app._looks)
        assert explorer.app.screen is before
        assert "They met, says one." in explorer.text
        write(folder, "one", 1)
        await explorer.press("r")
        await explorer.until(lambda: explorer.app.screen is not before)
        await explorer.until(lambda: "They met, says one." in explorer.text)
        assert "gone from disk" not in explorer.text


async def test_a_brief_with_errors_is_told_to_have_changed(folder: Path) -> None:
    path = folder / "one.toml"
    path.write_text("[brief")
    async with exploring(path, 100, 30) as explorer:
        assert "once it is mended" in explorer.text
        write(folder, "one", 1)
        await come_back(explorer)
        await explorer.until(lambda: CHANGED in explorer.text)
        await explorer.press("r")
        await explorer.until(lambda: "They met, says one." in explorer.text)


async def test_it_is_looked_now_and_then(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "EVERY", 0.01)
    monkeypatch.setattr(noticing, "_SHARE", 0)
    async with exploring(folder / "one.toml", 100, 30) as explorer:
        write(folder, "one", 1, Report="Paper")
        await explorer.left_alone_until(lambda: CHANGED in explorer.text)


async def test_no_look_is_taken_when_the_terminal_tells_of_focus_at_the_start(folder: Path) -> None:
    async with exploring(folder / "one.toml", 100, 30) as explorer:
        write(folder, "one", 1, Report="Paper")
        explorer.app.post_message(events.AppFocus())
        await explorer.pilot.pause()
        assert not explorer.app._looks


def test_to_look_at_a_brief_loads_nothing_that_reads_one(folder: Path) -> None:
    look = """
import sys
from pathlib import Path
from sahel_tui.tui.ahead import open_one
from sahel_tui.tui.brief_files import news_of
print(repr(news_of(Path(sys.argv[1]), sys.argv[2], None, open_one)), "pydantic" in sys.modules)
"""
    path = folder / "one.toml"
    command = [sys.executable, "-c", look, str(path), stamped(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == "'' False\n"
