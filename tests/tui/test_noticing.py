"""Briefs that change, come and go while they are shown, are noticed."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.updating import update_index
from sahel_tui.tui import folder_look
from sahel_tui.tui.screens.briefs import BriefsScreen
from sahel_tui.tui.screens.contradictions import ContradictionsScreen
from sahel_tui.tui.screens.dossier import DossierScreen
from sahel_tui.tui.screens.library import LibraryScreen
from sahel_tui.tui.screens.search import SearchScreen
from tests.tui.explore import Explorer, exploring
from tests.tui.reports import come_back, write, write_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

BRIEFS = Path(__file__).parents[2] / "briefs"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three briefs."""
    return write_library(tmp_path / "briefs")


@pytest.fixture(params=["read", "indexed"])
def library(folder: Path, request: pytest.FixtureRequest) -> Path:
    """The same with an index, and without."""
    if request.param == "indexed":
        update_index(folder, folder.parent / "index")
    return folder


async def shown(explorer: Explorer, kind: type[Screen[None]], *keys: str) -> None:
    """A screen that keys lead to, once all of the library has been read."""
    await explorer.press(*keys)
    await explorer.until(lambda: isinstance(explorer.app.screen, kind))
    await explorer.until(lambda: explorer.app.shelf.progress.done)
    await explorer.until(lambda: "reading" not in explorer.text and "looking" not in explorer.text)
    await explorer.pilot.pause()


async def look(explorer: Explorer, said: Callable[[], bool]) -> None:
    """Press `r`, and wait until something is said or shown."""
    await explorer.press("r")
    await explorer.until(said)
    await explorer.until(lambda: not explorer.app._looks)
    await explorer.pilot.pause()


async def test_r_says_that_nothing_has_changed(library: Path) -> None:
    index = library.parent / "index"
    async with exploring(library, 100, 30, index=index) as explorer:
        await shown(explorer, BriefsScreen, "o")
        await look(explorer, lambda: "No brief has changed." in explorer.text)


async def test_the_list_of_briefs_follows_and_its_cursor_stays(library: Path) -> None:
    index = library.parent / "index"
    async with exploring(library, 100, 30, index=index) as explorer:
        await shown(explorer, BriefsScreen, "o", "g", "j")
        screen = explorer.app.screen
        assert isinstance(screen, BriefsScreen)
        await explorer.until(lambda: "3 of 3" in explorer.text or "2 of 3" in explorer.text)
        here = screen.rows.current
        assert here is not None
        write(library, "four", 9)
        write(library, "two", 3, Report="Paper")
        await come_back(explorer)
        await explorer.until(
            lambda: "Paper two" in explorer.text and "Report four" in explorer.text
        )
        assert screen.rows.current is not None
        assert screen.rows.current.path == here.path
        (library / "one.toml").write_text("[brief")
        await look(explorer, lambda: "1 that cannot be read" in explorer.text)
        assert "cannot be read: " in explorer.line("one.toml")
        (library / "four.toml").unlink()
        await look(explorer, lambda: "Report four" not in explorer.text)
        write(library, "one", 1)
        await look(explorer, lambda: "that cannot be read" not in explorer.text)
        assert "Report one" in explorer.text


async def test_a_brief_that_is_gone_leaves_the_cursor_where_it_was(library: Path) -> None:
    index = library.parent / "index"
    async with exploring(library, 100, 30, index=index) as explorer:
        await shown(explorer, BriefsScreen, "o", "g", "j")
        screen = explorer.app.screen
        assert isinstance(screen, BriefsScreen)
        assert screen.rows.current is not None
        Path(screen.rows.current.path).unlink()
        await look(explorer, lambda: screen.rows.count() == 2)
        assert screen.rows.cursor == 1
        assert "1 brief gone" in explorer.text


def has_more(screen: SearchScreen, count: int) -> bool:
    """Whether all has been found, and that is more."""
    return screen.is_complete and screen.results.count() > count


async def test_a_search_is_asked_again_and_stays_on_its_hit(library: Path) -> None:
    index = library.parent / "index"
    async with exploring(library, 100, 30, index=index) as explorer:
        await shown(explorer, SearchScreen, "s")
        screen = explorer.app.screen
        assert isinstance(screen, SearchScreen)
        await explorer.type("met")
        await explorer.press("enter")
        await explorer.until(lambda: screen.is_complete and screen.results.count() >= 6)
        for rows in (0, 2):
            for _ in range(rows):
                await explorer.press("j")
            key, count = screen.results.key, screen.results.count()
            more = partial(has_more, screen, count)
            write(library, f"new-{rows}", 20 + rows)
            await look(explorer, more)
            assert screen.results.key == key


async def test_a_dossier_follows_and_its_cursor_stays(library: Path) -> None:
    index = library.parent / "index"
    async with exploring(library, 100, 30, index=index) as explorer:
        await explorer.press("A")
        await shown(explorer, DossierScreen, "d")
        screen = explorer.app.screen
        assert isinstance(screen, DossierScreen)
        await explorer.until(lambda: screen.gathered is not None and screen.gathered.dossier.done)
        await explorer.until(lambda: "in 3 briefs" in explorer.text)
        while screen.rows.current is None:
            await explorer.press("j")
        row = screen.rows.current
        write(library, "four", 9)
        await look(explorer, lambda: "in 4 briefs" in explorer.text)
        assert screen.rows.current is not None
        assert screen.rows.current.key == row.key


async def test_the_library_in_the_panes_follows_and_its_cursor_stays(library: Path) -> None:
    index = library.parent / "index"
    async with exploring(library, 100, 30, index=index) as explorer:
        await shown(explorer, LibraryScreen, "L")
        screen = explorer.app.screen
        assert isinstance(screen, LibraryScreen)
        await explorer.until(lambda: screen.here.count() == 3)
        await explorer.press("G")
        row = screen.here.place(screen.here.current)
        write(library, "four", 9)
        await look(explorer, lambda: screen.here.count() == 4)
        await explorer.until(lambda: screen.here.current is not None)
        await explorer.until(lambda: screen.here.place(screen.here.current) == row)
        write(library, "two", 3, says="wrote")
        await look(explorer, lambda: "They met, wrote two." in explorer.text)


def paths_in(screen: ContradictionsScreen) -> set[str]:
    """The briefs that contradict each other."""
    sides = (side for one in screen.rows.found for side in one.sides)
    return {said.told.path for side in sides for said in side.tellings}


@pytest.mark.parametrize("indexed", [False, True])
async def test_contradictions_follow_and_the_cursor_stays(tmp_path: Path, indexed: bool) -> None:
    library, index = tmp_path / "briefs", tmp_path / "index"
    shutil.copytree(BRIEFS, library)
    if indexed:
        update_index(library, index)
    async with exploring(library, 100, 30, index=index) as explorer:
        await shown(explorer, ContradictionsScreen, "c")
        screen = explorer.app.screen
        assert isinstance(screen, ContradictionsScreen)
        await explorer.until(lambda: screen._done and screen.rows.count() > 10)
        await explorer.press("j", "j")
        here = screen.rows.current
        assert here is not None
        own = {said.told.path for side in here.sides for said in side.tellings}
        other = min(path for path in paths_in(screen) - own if path)
        Path(other).unlink()
        await look(explorer, lambda: other not in paths_in(screen))
        assert screen.rows.current is not None
        assert screen.rows.current.key == here.key


# Bounds -------------------------------------------------------------------------------------------


async def test_a_library_that_is_too_large_to_be_looked_at_is_read_again_when_asked(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_look, "MOST", 2)
    async with exploring(library, 100, 30, index=library.parent / "index") as explorer:
        await shown(explorer, BriefsScreen, "o")
        write(library, "four", 9)
        await come_back(explorer)
        await explorer.until(lambda: not explorer.app._looks)
        assert "Report four" not in explorer.text
        await look(explorer, lambda: "Report four" in explorer.text)
