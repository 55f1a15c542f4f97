"""A library that is looked at, and read again where its files have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahel_tui.index.lock import written_by_us
from sahel_tui.index.updating import update_index
from sahel_tui.tui import folder_look, renewing
from sahel_tui.tui.live_library import LiveShelf
from sahel_tui.tui.renewing import Renewed
from tests.tui.reports import write, write_library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three briefs."""
    return write_library(tmp_path / "briefs")


def opened(folder: Path, *, indexed: bool = False) -> LiveShelf:
    """A shelf once all has been read."""
    index = folder.parent / "index"
    if indexed:
        update_index(folder, index)
    shelf = LiveShelf([folder], lambda: None, index=index)
    shelf.open()
    assert shelf._thread is not None
    shelf._thread.join(60)
    assert shelf.progress.done
    return shelf


def test_hidden_files_and_links_to_folders_are_not_looked_at(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("main")
    (folder / ".one.toml.swp").write_text("being typed")
    (folder / "again").symlink_to(folder)
    (folder / "deep").mkdir()
    write(folder / "deep", "four", 4)
    (folder / "gone.toml").symlink_to("nowhere")
    before = folder_look.look([folder])
    assert before is not None
    assert {Path(one).name for one in before} == {
        *("one.toml", "one.txt", "two.toml", "two.txt", "three.toml", "three.txt"),
        *("four.toml", "four.txt", "sahel.toml"),
    }
    write(folder / "deep", "four", 5, Report="Paper")
    (folder / "two.toml").unlink()
    after = folder_look.look([folder])
    assert after is not None
    changed = folder_look.changed_between(before, after)
    assert str(folder / "deep" / "four.toml") in changed
    assert str(folder / "two.toml") in changed
    assert str(folder / "one.toml") not in changed


def test_so_many_files_are_looked_at_and_no_more(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = folder_look.look([folder])
    assert seen is not None
    monkeypatch.setattr(folder_look, "MOST", len(seen) + 1)  # the shared one is met twice
    assert folder_look.look([folder]) == seen
    monkeypatch.setattr(folder_look, "MOST", len(seen) - 1)
    assert folder_look.look([folder]) is None


def test_a_folder_that_is_gone_is_said_and_what_was_read_stays(folder: Path) -> None:
    shelf = opened(folder)
    folder.rename(folder.parent / "elsewhere")
    found = shelf.renew((), asked=True)
    assert "briefs" in found.words
    assert found.words == shelf.progress.words
    assert len(shelf.readings) == 3
    (folder.parent / "elsewhere").rename(folder)
    assert shelf.renew((), asked=True).trouble == ""
    assert shelf.progress.words == ""
    assert len(shelf.readings) == 3


def test_what_an_index_could_not_be_renewed_with_is_made_up_for(folder: Path) -> None:
    shelf = opened(folder, indexed=True)
    assert shelf.index is not None
    with written_by_us(shelf.index.folder):
        write(folder, "four", 9)
        assert "not up to date" in shelf.renew((), asked=False).words
        assert "not up to date" in shelf.progress.words
    assert shelf.renew((), asked=False) == Renewed()
    assert shelf.renew((), asked=True) == Renewed(read=1)
    assert shelf.progress.words == ""


def test_all_of_a_large_library_is_read_again_only_when_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "_MANY", 2)
    shelf = opened(folder, indexed=True)
    (folder / "sahel.toml").write_text('title = "Others"\n')
    assert "sahel.toml has changed" in shelf.renew((), asked=False).words
    assert shelf.renew((), asked=True) == Renewed(read=3)
