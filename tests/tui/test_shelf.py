"""The library as the screens ask for it: read as it is, or by its index."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Event

import pytest

from sahel_tui.index.lock import written_by_us
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search.parsing import parse
from sahel_tui.reading import read_brief
from sahel_tui.tui import library as shelves
from sahel_tui.tui.library import Shelf
from sahel_tui.tui.library_folders import library_of
from tests.shipped import TREATY


@pytest.fixture
def folder(library: Path) -> Path:
    """The shipped briefs with their `sahel.toml`."""
    return library


def read(shelf: Shelf) -> Shelf:
    """The shelf once all has been read."""
    shelf.open()
    assert shelf._thread is not None
    shelf._thread.join(60)
    assert shelf.progress.done
    return shelf


def test_a_small_library_is_read_as_it_is(folder: Path) -> None:
    (folder / "zz.toml").write_text("[brief")
    told = Event()
    shelf = read(Shelf([folder], told.set))
    assert told.is_set()
    assert shelf.index is None
    assert (shelf.progress.read, shelf.progress.total, shelf.progress.unread) == (10, 11, 1)
    assert shelf.progress.words == "1 brief could not be read"
    assert shelf.engine.count(parse("")).number == 10
    for number, reading in enumerate(shelf.readings):
        assert shelf.engine.document(number).path == reading.view.path


def test_what_is_shown_can_be_searched_first(folder: Path) -> None:
    known = read_brief(folder / TREATY.name)
    shelf = read(Shelf([folder], lambda: None, [known]))
    assert shelf.readings[0] is known


def test_a_brief_belongs_to_the_library_of_its_folder(folder: Path, tmp_path: Path) -> None:
    assert library_of([folder / TREATY.name]) == (folder,)
    alone = Path(shutil.copy(TREATY, tmp_path / "alone.toml"))
    assert library_of([alone]) == (alone,)


def test_a_folder_that_is_gone_is_said_and_nothing_is_raised(tmp_path: Path) -> None:
    shelf = read(Shelf([tmp_path / "gone"], lambda: None))
    assert "gone" in shelf.progress.words
    assert shelf.engine.count(parse("")).number == 0


def test_an_index_is_used_and_renewed(folder: Path, tmp_path: Path) -> None:
    update_index(folder, tmp_path / "indexes")
    (folder / "2022-07-31-malis-two-coups.toml").unlink()
    shelf = read(Shelf([folder], lambda: None, index=tmp_path / "indexes"))
    assert shelf.index is not None
    assert shelf.progress.words == ""
    assert shelf.engine.count(parse("")).number == 9
    for number in shelf.engine.search(parse(""), 20).ids:
        assert shelf.file_of(shelf.engine.document(number).path).exists()


@pytest.mark.parametrize("small", [4, 200])
def test_an_index_of_another_version_is_made_anew_while_briefs_are_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    monkeypatch.setattr(shelves, "SMALL", small)
    current = update_index(folder, tmp_path / "indexes").folder / "CURRENT"
    current.write_text('{"format": 1}')
    said: list[str] = []
    shelf = Shelf([folder], lambda: said.append(shelf.progress.words), index=tmp_path / "indexes")
    read(shelf)
    which = "the newest" if small < 10 else "all"
    assert f"index of another version: made anew · {which} are searched meanwhile" in said
    assert max(map(len, said)) < 80
    assert shelf.index is not None
    assert shelf.progress.words == ""
    assert shelf.engine.count(parse("")).number == 10


def test_where_an_index_of_another_version_cannot_be_written_all_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "SMALL", 4)
    index = update_index(folder, tmp_path / "indexes").folder
    (index / "CURRENT").write_text('{"format": 1}')
    with written_by_us(index):
        shelf = read(Shelf([folder], lambda: None, index=tmp_path / "indexes"))
    assert shelf.index is None
    assert shelf.progress.words.startswith("the index is not up to date: process ")
    assert shelf.engine.count(parse("")).number == 10


def test_a_large_library_gets_an_index(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "SMALL", 4)
    shelf = read(Shelf([folder], lambda: None, index=tmp_path / "indexes"))
    assert shelf.index is not None
    assert shelf.engine.count(parse("")).number == 10


def test_where_no_index_can_be_written_all_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "SMALL", 4)
    (tmp_path / "file").write_text("no folder")
    shelf = read(Shelf([folder], lambda: None, index=tmp_path / "file"))
    assert shelf.index is None
    assert "the index is not up to date" in shelf.progress.words
    assert shelf.engine.count(parse("")).number == 10
