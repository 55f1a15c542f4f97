"""The panes show this brief or the library."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.made_up import write_library
from sahel_tui.index.updating import update_index
from sahel_tui.queries.library.scope import event_fields
from sahel_tui.queries.matching import Haystack
from sahel_tui.reading import read_brief
from sahel_tui.render.sparklines import sparkline
from sahel_tui.tui.memory import Memory
from sahel_tui.tui.screens.library import LibraryScreen
from sahel_tui.tui.widgets.scope_lists import ScopeActors
from tests.tui.explore import Explorer, exploring

if TYPE_CHECKING:
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.queries.views import BriefView, EventView

BRIEFS = Path(__file__).parents[2] / "briefs"
SIZES = [(40, 10), (80, 24), (140, 45)]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The shipped briefs."""
    shutil.copytree(BRIEFS, tmp_path / "briefs")
    return tmp_path / "briefs"


def views_of(library: Path) -> list[BriefView]:
    """All briefs of a library."""
    files = sorted(library.rglob("*.toml"))
    return [read_brief(file).view for file in files if file.name != "sahel.toml"]


async def shown_library(explorer: Explorer, *keys: str) -> LibraryScreen:
    """The library, once all of what shows is there."""
    await explorer.press(*keys, "L")
    await explorer.until(lambda: isinstance(explorer.app.screen, LibraryScreen))
    screen = explorer.app.screen
    assert isinstance(screen, LibraryScreen)
    await explorer.until(lambda: explorer.app.shelf.progress.done)
    await settled(explorer, screen)
    return screen


async def settled(explorer: Explorer, screen: LibraryScreen) -> None:
    """Once all rows of the list have been counted and looked at."""
    await explorer.until(lambda: screen.scope is not None and not screen._opening)
    await explorer.until(lambda: screen.here.all_looked)
    await explorer.pilot.pause()


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


async def test_the_lists_have_the_rows_of_all_briefs(library: Path) -> None:
    views = views_of(library)
    async with exploring(library, 140, 45) as explorer:
        screen = await shown_library(explorer)
        await explorer.until(lambda: all(pane.all_looked for pane in screen.lists))
        counts = {pane.id: len(pane.rows) for pane in screen.lists}
        assert counts["points"] == sum(len(view.points) for view in views)
        assert counts["events"] == sum(len(view.events) for view in views)
        ids = frozenset(screen.scope.identities.members(screen.centre)) if screen.scope else set()
        assert counts["relations"] == sum(
            relation.source in ids or relation.target in ids
            for view in views
            for relation in view.relations
        )
        highest = "TLP:AMBER+STRICT"
        assert explorer.lines[0].strip() == explorer.lines[-1].strip() == highest


async def test_an_actor_is_added_up_and_its_empty_times_are_dots(library: Path) -> None:
    views = views_of(library)
    mentions = sum(len(one.mentions) for v in views for one in v.actors if one.id == "jnim")
    async with exploring(library, 100, 30) as explorer:
        screen = await shown_library(explorer, "A")
        pane = screen.query_one(ScopeActors)
        await explorer.until(lambda: "jnim" in pane.counts)
        await explorer.press("g")
        counts = pane.counts["jnim"]
        assert sum(counts) == mentions
        assert 0 in counts
        row = explorer.line(sparkline(counts))
        assert f" {mentions}× " in row
        assert " JNIM " in row


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
        assert explorer.screen.view.id == row.told.brief
        assert explorer.screen.state.claim == screen.here.claim(row)
        assert "this brief" in explorer.text
        await explorer.press("backspace")
        if explorer.app.screen is not screen:  # there was a passage to come back from
            await explorer.press("backspace")
        assert explorer.app.screen is screen
        assert (screen.here.cursor, screen.here.count()) == (cursor, count)
        assert "& hides" in explorer.text


@pytest.mark.parametrize(("columns", "rows"), SIZES[1:])
async def test_the_preview_is_of_the_pane_that_one_went_to(
    library: Path, columns: int, rows: int
) -> None:
    async with exploring(library, columns, rows) as explorer:
        screen = await shown_library(explorer, "B")
        await explorer.until(lambda: "passages in" in explorer.text)
        await explorer.press("A")
        await explorer.until(lambda: " 1 of 10 briefs" in explorer.text)
        await explorer.press("B")
        await explorer.until(lambda: "passages in" in explorer.text)
        await explorer.press("A")
        await explorer.until(lambda: " 1 of 10 briefs" in explorer.text)
        assert "2025-12-31-leaving-ecowas" in explorer.text
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


@pytest.mark.parametrize("key", ["y", "Y", "w", "i", "a", "f"])
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
        assert (row.told.brief, screen.here.claim(row)) == (brief, claim)


async def test_filter_and_search_say_what_is_hidden_and_what_matches(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await shown_library(explorer, "T")
        pane = screen.here
        total = len(pane.rows)
        expected = Haystack(event_fields(row) for row in pane.rows).matching("wagner")
        await explorer.press("/")
        await explorer.type("wagner")
        await settled(explorer, screen)
        assert pane.count() == total
        assert list(pane.matches) == list(expected)
        assert f"1 of {len(expected)} matches" in explorer.text
        await explorer.press("enter", "n")
        assert pane.cursor == expected[1]
        await explorer.press("escape", "&")
        await explorer.type("wagner")
        await settled(explorer, screen)
        assert f"& hides {total - len(expected)} of {total}" in explorer.text
        assert list(pane.shown) == list(expected)
        await explorer.press("escape")
        assert pane.count() == total


async def test_the_other_actor_comes_to_the_centre(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await shown_library(explorer, "R")
        row: Any = screen.here.current
        other = row.other
        await explorer.press("l")
        await settled(explorer, screen)
        assert screen.centre == other
        for row in screen.here.rows:
            assert other in (row.relation.source, row.relation.target)


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


async def test_an_index_shows_the_rows_that_its_briefs_have(tmp_path: Path) -> None:
    library, index = tmp_path / "library", tmp_path / "index"
    write_library(library, 230)
    update_index(library, index)
    views = views_of(library)
    async with exploring(library, 140, 45, index=index) as explorer:
        screen = await shown_library(explorer, "T")
        assert explorer.app.shelf.index is not None
        await explorer.until(lambda: all(pane.all_looked for pane in screen.lists))
        events = screen.pane("events")
        told = [(row.told.path, row.id) for row in events.rows]
        assert sorted(told) == sorted((v.path, event.id) for v in views for event in v.events)
        days = [event.date.sort_key[0] for row in events.rows for event in _of(views, row)]
        assert days == sorted(days)
        points = [(row.told.path, row.id, row.text) for row in screen.pane("points").rows]
        assert sorted(points) == sorted((v.path, p.id, p.text) for v in views for p in v.points)
        titles = [event.title for v in views for event in v.events]
        word = max(titles, key=len).split()[-1]
        await explorer.press("&")
        await explorer.type(word)
        await settled(explorer, screen)
        expected = Haystack(event_fields(row) for row in events.rows).matching(word)
        assert list(events.shown) == list(expected)
        assert f"& hides {len(told) - len(expected):,} of {len(told):,}" in explorer.text


def _of(views: list[BriefView], row: EventRow) -> list[EventView]:
    (view,) = (view for view in views if view.path == row.told.path)
    return [event for event in view.events if event.id == row.id]
