"""The panes show this brief or the library: which one, and the way between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sahel_tui.tui.memory import Memory
from sahel_tui.tui.screens.library import LibraryScreen
from tests.tui.explore import exploring
from tests.tui.scoped import SIZES, settled, shown_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_the_scope_is_said_in_the_heading_and_the_status(
    library: Path, columns: int, rows: int
) -> None:
    async with exploring(library, columns, rows) as explorer:
        await explorer.press("T")
        assert "4 Timeline · this brief" in explorer.text
        assert "this brief (L)" in explorer.lines[-2]
        assert "? help" in explorer.lines[-2]
        await shown_library(explorer)
        assert "4 Timeline · library" in explorer.text
        assert "library (L: this brief)" in explorer.lines[-2]
        assert "? help" in explorer.lines[-2]
        assert {len(line) for line in explorer.lines} == {columns}
        await explorer.press("L")
        assert "4 Timeline · this brief" in explorer.text


async def test_enter_opens_the_brief_at_the_claim_and_backspace_comes_back(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await shown_library(explorer, "T")
        await explorer.press("&")
        await explorer.type("barkhane")
        await explorer.press("enter", "j", "j")
        await settled(explorer, screen)
        row: Any = screen.here.current
        cursor, count = screen.here.cursor, screen.here.count()
        await explorer.press("enter")
        await explorer.until(lambda: explorer.app.screen is not screen)
        await explorer.pilot.pause()
        assert explorer.screen.view.id == row.row.told.brief
        assert explorer.screen.state.claim == screen.here.claim(row)
        assert "this brief" in explorer.text
        await explorer.press("backspace")
        if explorer.app.screen is not screen:  # there was a passage to come back from
            await explorer.press("backspace")
        assert explorer.app.screen is screen
        assert (screen.here.cursor, screen.here.count()) == (cursor, count)
        assert "& hides" in explorer.text


async def test_an_actor_of_several_briefs_leads_to_the_one_that_is_chosen(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await shown_library(explorer, "A")
        await explorer.press("g", "enter")
        await explorer.until(lambda: screen.has_dialog)
        actor: Any = screen.here.current
        await explorer.press("j", "enter")
        await explorer.until(lambda: explorer.app.screen is not screen)
        await explorer.pilot.pause()
        claim = explorer.screen.state.claim
        assert claim is not None
        assert claim.id in actor.ids


async def test_the_cursor_begins_on_the_row_that_it_was_on(library: Path) -> None:
    async with exploring(library) as explorer:
        await explorer.press("T", "j", "j", "j")
        brief, claim = explorer.screen.view.id, explorer.screen.state.claim
        screen = await shown_library(explorer)
        await explorer.until(lambda: screen.here.cursor > 0)
        row: Any = screen.here.current
        assert claim is not None
        assert (brief, claim.id) in {(one.told.brief, one.id) for one in row.tellings}


@pytest.mark.parametrize(("columns", "rows"), SIZES[1:])
async def test_the_preview_is_of_the_pane_that_one_went_to(
    library: Path, columns: int, rows: int
) -> None:
    async with exploring(library, columns, rows) as explorer:
        screen = await shown_library(explorer, "B")
        await explorer.until(lambda: "passages in" in explorer.text)
        await explorer.press(
            "A", "g"
        )  # it stays on the first row of the briefs that were read first
        await explorer.until(lambda: " 1 of 10 briefs" in explorer.text)
        await explorer.press("B")
        await explorer.until(lambda: "passages in" in explorer.text)
        await explorer.press("A")
        await explorer.until(lambda: " 1 of 10 briefs" in explorer.text)
        await explorer.until(lambda: "2025-12-31-leaving-ecowas" in explorer.text)
        assert screen.here.id == "actors"


async def test_n_goes_to_the_next_passage_where_nothing_is_searched(library: Path) -> None:
    async with exploring(library, 80, 24) as explorer:
        await shown_library(explorer, "B")
        await explorer.until(lambda: " 1 of 4 passages in" in explorer.text)
        await explorer.press("n")
        assert " 2 of 4 passages in" in explorer.text
        await explorer.press("N")
        assert " 1 of 4 passages in" in explorer.text
        await explorer.press("z", "n")
        assert "No search here: / begins one." in explorer.text


@pytest.mark.parametrize("key", ["w", "i", "a", "e", "x", "X"])
@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_a_key_of_the_brief_says_that_it_works_there(
    library: Path, key: str, columns: int, rows: int
) -> None:
    async with exploring(library, columns, rows) as explorer:
        screen = await shown_library(explorer, "B")
        await explorer.press(key)
        words = f"{key} works in the brief: Enter opens it."
        assert words[: columns - 12] in explorer.lines[-2]
        await explorer.press("S", key)
        assert explorer.app.screen is screen
        assert words[: columns - 12] in explorer.lines[-2]


async def test_typing_and_help_know_nothing_of_the_keys_of_the_brief(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await shown_library(explorer, "B")
        await explorer.press("question_mark")
        assert "About this brief" not in explorer.text
        await explorer.press("y")
        await explorer.press("escape", "&")
        await explorer.type("yway")
        await explorer.press("enter")
        await settled(explorer, screen)
        assert screen.here.filter_text == "yway"
        assert "works in the brief" not in explorer.text


async def test_a_zoomed_library_says_so(library: Path) -> None:
    async with exploring(library, 80, 24) as explorer:
        await shown_library(explorer, "B")
        assert "zoomed" not in explorer.text
        await explorer.press("z")
        assert "zoomed (z)" in explorer.lines[-2]
        await explorer.press("z")
        assert "zoomed" not in explorer.text


async def test_a_filter_that_leaves_no_row_of_a_brief_says_so_in_the_detail(library: Path) -> None:
    async with exploring(library, 80, 24) as explorer:
        await explorer.press("T")
        before = explorer.lines[-3]
        await explorer.press("&")
        await explorer.type("qqqq")
        await explorer.press("enter")
        assert explorer.lines[-3].strip() == "no row left by the filter"
        await explorer.press("S")
        assert explorer.lines[-3] == before
        await explorer.press("T", "escape")
        assert explorer.lines[-3] == before


async def test_the_scope_is_remembered_with_what_was_filtered(
    library: Path, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    memory = Memory(state)
    async with exploring(library, memory=memory) as explorer:
        screen = await shown_library(explorer, "T")
        await explorer.press("&")
        await explorer.type("kidal")
        await explorer.press("enter")
        await settled(explorer, screen)
        left = screen.here.count()
        explorer.app.exit(0)
    assert memory.write() == ""
    async with exploring(library, memory=Memory(state)) as explorer:
        await explorer.until(lambda: isinstance(explorer.app.screen, LibraryScreen))
        again = explorer.app.screen
        assert isinstance(again, LibraryScreen)
        await explorer.until(lambda: explorer.app.shelf.progress.done)
        await settled(explorer, again)
        assert again.list_id == "events"
        assert again.here.count() == left
        assert "& hides" in explorer.text
