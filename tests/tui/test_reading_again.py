"""A brief is read again: nothing that one has done is lost, whatever becomes of the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.tui.ahead import open_one
from sahel_tui.tui.landing import OpenBrief
from sahel_tui.tui.screens.explorer import ExplorerScreen
from sahel_tui.tui.screens.problems import ProblemsScreen
from tests.tui.explore import exploring
from tests.tui.reports import write, write_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three briefs."""
    return write_library(tmp_path / "briefs")


async def test_marks_and_filters_outlive_a_time_with_errors(folder: Path) -> None:
    path = folder / "one.toml"
    async with exploring(path, 100, 30) as explorer:
        await explorer.press("B", "x", "A", "j", "x")
        marked = explorer.screen.marked
        assert len(marked) == 2
        path.write_text("[brief")
        await explorer.press("r")
        await explorer.until(lambda: isinstance(explorer.app.screen, ProblemsScreen))
        errors = explorer.app.screen
        await explorer.press("r")
        await explorer.until(lambda: explorer.app.screen is not errors)
        write(folder, "one", 1)
        await explorer.press("r")
        await explorer.until(lambda: isinstance(explorer.app.screen, ExplorerScreen))
        await explorer.until(lambda: explorer.screen.marked == marked)
        assert explorer.screen.focused_pane.id == "actors"


async def test_a_reading_that_stops_leaves_the_brief_as_it_is(folder: Path) -> None:
    async with exploring(folder / "one.toml", 100, 30) as explorer:
        before = explorer.screen
        explorer.app.reader.close()  # as if its process had been ended, and no other began
        await explorer.press("r")
        await explorer.until(lambda: "reading stopped" in explorer.text)
        assert explorer.app.screen is before
        assert "They met, says one." in explorer.text


async def test_of_what_cannot_be_opened_the_reason_is_said_over_errors(folder: Path) -> None:
    path = folder / "one.toml"
    path.write_text("[brief")
    async with exploring(path, 100, 30) as explorer:
        explorer.app.reader.close()
        await explorer.press("r")
        await explorer.until(lambda: "reading stopped" in explorer.text)


async def test_a_brief_that_was_opened_meanwhile_stays(folder: Path) -> None:
    async with exploring(folder / "one.toml", 100, 30) as explorer:
        first = explorer.screen
        explorer.app.post_message(OpenBrief(folder / "two.toml"))
        await explorer.until(lambda: explorer.screen.view.id == "two")
        second = explorer.screen
        await explorer.app._show_again(open_one(folder / "one.toml"), first)
        assert explorer.app.screen is second
