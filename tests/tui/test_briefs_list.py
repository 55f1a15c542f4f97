"""The list of briefs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sahel_tui.tui.screens.briefs import BriefsScreen
from tests.tui.explore import Explorer, exploring

BRIEFS = Path(__file__).parents[2] / "briefs"
SIZES = [(40, 10), (80, 24), (140, 45)]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The shipped briefs, and one that cannot be read."""
    shutil.copytree(BRIEFS, tmp_path / "briefs")
    (tmp_path / "briefs" / "zz.toml").write_text("[brief")
    return tmp_path / "briefs"


async def opened_list(explorer: Explorer) -> BriefsScreen:
    """The list, once all of it has been read."""
    await explorer.press("o")
    await explorer.until(lambda: isinstance(explorer.app.screen, BriefsScreen))
    screen = explorer.app.screen
    assert isinstance(screen, BriefsScreen)
    await explorer.until(lambda: explorer.app.shelf.progress.done)
    await explorer.until(lambda: screen.rows.count() > 0)
    await explorer.until(lambda: all(e.counts or e.trouble for e in screen.rows.catalogue.entries))
    return screen


def titles(screen: BriefsScreen) -> list[str]:
    """The titles in the order of the list."""
    rows = screen.rows
    return [rows.catalogue.entries[at].title for at in rows.arranged.shown]


async def test_it_tells_titles_dates_counts_and_what_is_shown(library: Path) -> None:
    async with exploring(library, 140, 45) as explorer:
        await opened_list(explorer)
        await explorer.until(lambda: "1 that cannot be read" in explorer.text)
        row = explorer.line("Mali, Burkina Faso and Niger sign a defence treaty")
        assert "2023-09-20" in row
        assert "TLP:CLEAR" in row
        for count in ("6P", "17A", "20R", "15E"):
            assert count in row
        assert "shown now" in explorer.line("Mali’s two coups: who rules, and until when  ")
        assert "cannot be read: " in explorer.line("zz.toml")
        assert "! " in explorer.line("zz.toml")
        assert explorer.lines[0].strip() == explorer.lines[-1].strip() == "TLP:AMBER+STRICT"


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("key", ["backspace", "escape", "q"])
async def test_it_opens_on_the_brief_that_is_shown_and_closes(
    library: Path, key: str, columns: int, rows: int
) -> None:
    async with exploring(library, columns, rows) as explorer:
        await explorer.press("T", "j")
        before = explorer.screen
        screen = await opened_list(explorer)
        assert screen.rows.current
        assert screen.rows.current.path == before.view.path
        assert {len(line) for line in explorer.lines} == {columns}
        assert "? help" in explorer.lines[-2]
        await explorer.press(key)
        assert explorer.app.screen is before
        assert before.focused_pane.id == "events"


async def test_a_brief_that_is_opened_leads_back_to_the_list_as_it_was(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await opened_list(explorer)
        await explorer.press("&")
        await explorer.type("jnim")
        await explorer.press("enter", "enter")
        await explorer.until(lambda: "back to the list" in explorer.text)
        assert "JNIM" in explorer.screen.view.title
        await explorer.press("backspace")
        assert explorer.app.screen is screen
        assert screen.filter_text == "jnim"
        await explorer.press("enter")
        await explorer.until(lambda: "back to the list" in explorer.text)
        await explorer.press("j", "o")
        assert explorer.app.screen is screen
        assert len(explorer.app.screen_stack) == 2


async def test_the_errors_of_a_brief_are_opened_too_and_left_again(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await opened_list(explorer)
        await explorer.press("G", "enter")
        await explorer.until(lambda: "can't be read" in explorer.text)
        await explorer.press("backspace")
        assert explorer.app.screen is screen


async def test_it_is_sorted_by_each_column_in_turn_and_the_cursor_stays(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await opened_list(explorer)
        here = screen.rows.current
        dates = [screen.rows.catalogue.entries[at].published for at in screen.rows.arranged.shown]
        assert dates[:-1] == sorted(dates[:-1], reverse=True)
        assert not dates[-1]
        seen = {screen.rows.arranged.sort: titles(screen)}
        for _ in range(4):
            await explorer.press("S")
            seen[screen.rows.arranged.sort] = titles(screen)
            assert screen.rows.current == here
        assert seen["title"][:-1] == sorted(seen["title"][:-1], key=str.casefold)
        assert seen["marking"][0].startswith("JNIM")
        assert list(seen) == ["date", "title", "publisher", "marking", "findings"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ecowas niger", "Niger: the coup that ECOWAS could not undo"),
        ("NIGER undo", "Niger: the coup that ECOWAS could not undo"),
        ("malis two", "Mali’s two coups: who rules, and until when"),
        ("2023-12-31", "The French withdrawal from the Sahel"),
        ("withdrawl", "The French withdrawal from the Sahel"),
        ("minsuma", "The end of MINUSMA: ten years in, six months out"),
    ],
)
async def test_it_is_filtered_as_one_types(library: Path, typed: str, found: str) -> None:
    async with exploring(library) as explorer:
        screen = await opened_list(explorer)
        await explorer.press("&")
        await explorer.type(typed)
        assert titles(screen) == [found]
        assert f"hides {len(screen.rows.catalogue) - 1} of" in explorer.text
        await explorer.press("escape")
        assert len(titles(screen)) == len(screen.rows.catalogue)


async def test_what_was_taken_for_a_typo_is_said(library: Path) -> None:
    async with exploring(library, 140, 45) as explorer:
        await opened_list(explorer)
        await explorer.press("/")
        await explorer.type("withdrawl")
        assert '"withdrawl" nowhere, taken for withdrawal' in explorer.text
        await explorer.type("xyz")
        assert "no brief shown" in explorer.text


async def test_only_what_is_visible_is_drawn(tmp_path: Path) -> None:
    text = '[brief]\ntitle = "One of {number}"\npublished = 2023-01-01\n'
    for number in range(1200):
        (tmp_path / f"a{number:04}.toml").write_text(text.format(number=number))
    async with exploring(tmp_path) as explorer:
        await explorer.press("o")
        await explorer.until(lambda: "of 1,200 briefs" in explorer.text)
        screen = explorer.app.screen
        assert isinstance(screen, BriefsScreen)
        await explorer.press("G")
        await explorer.press("&")
        await explorer.type("1199")
        await explorer.until(lambda: screen.rows.count() == 1)
        assert len(screen.rows._drawn) < 100
