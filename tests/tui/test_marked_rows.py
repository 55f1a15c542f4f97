"""x marks claims, X shows the marked ones: to go to one of them, or to copy all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.shipped import TREATY
from tests.tui.copying import copied
from tests.tui.explore import exploring
from tests.tui.test_relations_drawn import drawn, pane_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.explore import Explorer

SIZES = [(40, 10), (80, 24), (140, 45)]


def starred(explorer: Explorer) -> int:
    """How many lines have a mark in their margin."""
    return sum(line.startswith("*") for line in explorer.lines)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_marked_claims_are_seen_shown_and_gone_to(columns: int, rows: int) -> None:
    async with exploring(TREATY, columns, rows) as explorer:
        await explorer.press("X")
        assert "Nothing is marked" in explorer.text
        await explorer.press("B", "x", "T", "j", "x")
        event = explorer.screen.pane("events").current_claim
        await explorer.press("j")
        assert starred(explorer) >= 1
        await explorer.press("X")
        assert "2 claims marked" in explorer.text
        assert explorer.screen.dialog is not None
        while explorer.screen.dialog.cursor < 1:
            await explorer.press("j")
        await explorer.press("enter")
        assert explorer.screen.focused_pane.id == "events"
        assert explorer.screen.pane("events").current_claim == event
        await explorer.press("x", "X")
        assert "1 claim marked" in explorer.text


async def test_a_mark_is_told_in_the_status_and_taken_off(file: Path) -> None:
    async with exploring(TREATY, 140, 45, copy_file=file) as explorer:
        await explorer.press("B", "x")
        assert "marked, 1 in all (X)" in explorer.lines[-2]
        await explorer.press("j")
        assert "1 marked (X)" in explorer.lines[-2]
        assert starred(explorer) == 1
        await explorer.press("k", "x", "j")
        assert "marked" not in explorer.lines[-2]
        assert starred(explorer) == 0


async def test_a_marked_row_is_told_from_others_under_the_cursor_too() -> None:
    async with exploring(TREATY, 140, 45) as explorer:
        await explorer.press("B", "x")
        pane = explorer.screen.pane("points")
        marked, other = pane.margin_cell(0, 0), pane.margin_cell(1, 0)
        assert (marked.text, marked.style and marked.style.reverse) == ("*", True)
        assert other.text == " "
        await explorer.press("j")
        marked, other = pane.margin_cell(0, 0), pane.margin_cell(1, 0)
        assert (marked.text, marked.style and marked.style.reverse) == ("*", None)
        assert other.text == "▶"
        await explorer.press("k", "x")
        assert pane.margin_cell(0, 0).text == "▶"


async def test_marked_claims_are_copied_together(file: Path) -> None:
    async with exploring(TREATY, copy_file=file) as explorer:
        await explorer.press("B", "x", "A", "x", "X", "G")
        assert "Copy all of them" in explorer.text
        text = await copied(explorer, file, "enter")
        assert text.count("\nPoint ") == text.count("\nActor ") == 1
        assert "2 claims that somebody marked" in text


async def test_in_the_source_the_selected_claim_is_marked_and_in_a_map_the_relation() -> None:
    async with exploring(TREATY, 140, 45) as explorer:
        await explorer.press("B", "enter", "x")
        assert explorer.screen.marked == [explorer.screen.state.claim]
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        await explorer.press("x")
        assert picture.edge is not None
        assert explorer.screen.marked[1] == pane_of(explorer).current_claim


async def test_marks_last_over_reading_the_brief_again(tmp_path: Path) -> None:
    brief = tmp_path / TREATY.name
    shutil.copy(TREATY, brief)
    shutil.copy(TREATY.with_suffix(".txt"), tmp_path)
    async with exploring(brief) as explorer:
        await explorer.press("B", "x", "j", "j", "x")
        marked = list(explorer.screen.marked)
        words = brief.read_text("utf-8")
        brief.write_text(words.replace(f'id = "{marked[0].id}"', 'id = "another"'), "utf-8")
        await explorer.press("r")
        await explorer.until(lambda: "Read again" in explorer.text)
        await explorer.until(lambda: explorer.screen.marked == marked[1:])
        assert explorer.screen.pane("points").marked == frozenset(marked[1:])
