"""The screens across briefs where the library has an index."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sahel_tui.index.updating import update_index
from sahel_tui.tui.screens.briefs import BriefsScreen
from sahel_tui.tui.screens.contradictions import ContradictionsScreen
from sahel_tui.tui.screens.dossier import DossierScreen
from tests.tui.explore import exploring

BRIEFS = Path(__file__).parents[2] / "briefs"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The shipped briefs and one that cannot be read, with an index."""
    folder = tmp_path / "briefs"
    shutil.copytree(BRIEFS, folder)
    (folder / "zz.toml").write_text("[brief")
    update_index(folder, tmp_path / "index")
    return folder


async def test_the_list_of_briefs_has_all_that_is_counted(library: Path) -> None:
    async with exploring(library, 140, 45, index=library.parent / "index") as explorer:
        await explorer.press("o")
        await explorer.until(lambda: "20R 15E" in explorer.text)
        assert "11 briefs of this library, 1 that cannot be read" in explorer.text
        assert "! zz.toml" in explorer.text
        assert explorer.app.shelf.index is not None
        screen = explorer.app.screen
        assert isinstance(screen, BriefsScreen)
        assert screen.rows.current is not None
        assert screen.rows.current.path == explorer.screen.view.path


async def test_a_dossier_leads_to_a_passage_and_back(library: Path) -> None:
    async with exploring(library, 140, 45, index=library.parent / "index") as explorer:
        await explorer.pilot.press("d", "j", "n", "enter")
        await explorer.until(lambda: "in 6 briefs" in explorer.text)
        screen = explorer.app.screen
        assert isinstance(screen, DossierScreen)
        await explorer.until(lambda: "Islamic State Sahel Province" in explorer.text)
        await explorer.press("g", *["j"] * 10)
        await explorer.until(lambda: "grade " in explorer.text)
        row = screen.rows.current
        assert row is not None
        await explorer.press("enter")
        await explorer.until(lambda: explorer.app.screen is not screen)
        await explorer.until(lambda: explorer.screen.focused is not None)
        assert explorer.screen.state.claim == row.claim
        await explorer.press("backspace")
        assert explorer.app.screen is screen


async def test_contradictions_are_found(library: Path) -> None:
    async with exploring(library, 140, 45, index=library.parent / "index") as explorer:
        await explorer.press("c")
        await explorer.until(lambda: "of 18 contradictions" in explorer.text)
        await explorer.until(lambda: "side 2" in explorer.text)
        assert isinstance(explorer.app.screen, ContradictionsScreen)


@pytest.mark.parametrize("keys", ["o", "c", "d"])
@pytest.mark.parametrize("damaged", [False, True])
async def test_of_an_index_that_is_gone_or_damaged_the_reason_is_said(
    library: Path, keys: str, damaged: bool
) -> None:
    index = library.parent / "index"
    async with exploring(library, 140, 45, index=index) as explorer:
        shelf = explorer.app.shelf
        await explorer.until(lambda: shelf.progress.done and shelf.index is not None)
        for file in [one for one in index.rglob("*") if one.is_file()]:
            if damaged:
                file.write_bytes(bytes(file.stat().st_size))
            else:
                file.unlink()
        await explorer.press(keys)
        why = "the index is damaged" if damaged else "there is no index of"
        await explorer.until(lambda: why in explorer.text)
        await explorer.pilot.pause()
        assert "gathering" not in explorer.text
        assert "looking" not in explorer.text
        await explorer.press("escape")
        await explorer.until(lambda: len(explorer.app.screen_stack) == 1)
