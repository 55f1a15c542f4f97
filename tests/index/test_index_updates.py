"""What an update of an index reads, and what it leaves alone."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from sahel_tui.errors import UsageError
from sahel_tui.index.library import open_library
from sahel_tui.index.merging import Limits
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search.parsing import parse
from tests.index.libraries import REGISTRY, write_brief, write_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sahel_tui.index.updating import Updated

BRIEFS = 12
SMALL = Limits(5, 4)
YEAR_AGO = -365 * 86_400 * 10**9


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", BRIEFS)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "index"


def update(library: Path, home: Path, limits: Limits = SMALL) -> Updated:
    return update_index(library, home, limits=limits)


def found(library: Path, home: Path, query: str) -> list[str]:
    """The ids of the briefs that answer."""
    with open_library(library, home) as index:
        answer = index.engine.search(parse(query), 1_000)
        return sorted(index.engine.document(one).brief for one in answer.ids)


def age(library: Path) -> None:
    """Make every file old enough for its time to tell that it has not changed."""
    for path in library.rglob("*.t*"):
        status = path.stat()
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + YEAR_AGO))


def test_all_is_read_once(library: Path, home: Path) -> None:
    assert (update(library, home).briefs, update(library, home).read) == (BRIEFS, 0)
    assert len(found(library, home, "")) == BRIEFS


def test_a_new_a_changed_and_a_removed_brief(library: Path, home: Path) -> None:
    update(library, home)
    write_brief(library, 99, words="zanzibar")
    write_brief(library, 3, words="kilimanjaro")
    gone = next(library.rglob("b00005.toml"))
    gone.unlink()
    done = update(library, home)
    assert (done.briefs, done.read, done.removed, done.problems) == (BRIEFS, 2, 1, ())
    assert found(library, home, "zanzibar") == ["b00099"]
    assert found(library, home, "kilimanjaro") == ["b00003"]
    assert "b00005" not in found(library, home, "")


@pytest.mark.parametrize("rounds", [1, 9])
def test_many_updates_come_to_what_one_would(library: Path, home: Path, rounds: int) -> None:
    update(library, home)
    for number in range(rounds):
        write_brief(library, number, seed=2, words=f"change{number}")
        write_brief(library, 50 + number, words=f"fresh{number}")
        update(library, home)
        assert found(library, home, f"change{number}") == [f"b{number:05}"]
    everything = found(library, home, "")
    with open_library(library, home) as index:
        rows = (index.briefs(limit=999).rows, index.all_actors, index.events(limit=999).rows)
        counts = index.counts
    update_index(library, home, rebuild=True)
    assert found(library, home, "") == everything
    with open_library(library, home) as index:
        assert index.briefs(limit=999).rows == rows[0]
        assert index.all_actors == rows[1]
        assert index.events(limit=999).rows == rows[2]
        assert index.counts == counts


def test_of_what_was_noticed_nothing_else_is_looked_at(library: Path, home: Path) -> None:
    update_index(library, home)
    write_brief(library, 1, words="unnoticed")
    seen = [write_brief(library, number, words="kilimanjaro") for number in (2, 99)]
    gone = next(library.rglob("b00005.toml"))
    gone.unlink()
    done = update_index(library, home, noticed=[*seen, gone, library / ".hidden" / "x.txt"])
    assert (done.read, done.removed) == (3, 1), "a file that is no brief: all is looked at"
    write_brief(library, 4, words="unnoticed")
    done = update_index(library, home, noticed=[write_brief(library, 6, words="fuji"), gone])
    assert (done.briefs, done.read, done.removed) == (BRIEFS, 1, 0)
    assert found(library, home, "fuji") == ["b00006"]
    assert found(library, home, "unnoticed") == ["b00001"]
    assert update_index(library, home).read == 1


def test_more_than_a_delta_holds_can_be_noticed(library: Path, home: Path) -> None:
    update(library, home)
    paths = [write_brief(library, number, seed=4, words="fuji") for number in range(7)]
    done = update_index(library, home, limits=SMALL, noticed=paths)
    assert (done.briefs, done.read) == (BRIEFS, 7)
    assert len(found(library, home, "fuji")) == 7


def changed_source(library: Path) -> None:
    path = next(library.rglob("b00003.txt"))
    path.write_text(path.read_text("utf-8") + " kilimanjaro", encoding="utf-8")


def changed_registry(library: Path) -> None:
    registry = library / "sahel.toml"
    registry.write_text(REGISTRY.replace("Tchiani", 'Tchiani", "kilimanjaro'), "utf-8")


def nearer_registry(library: Path) -> None:
    registry = REGISTRY.replace("Tchiani", 'Tchiani", "kilimanjaro')
    (library / "2010" / "sahel.toml").write_text(registry, "utf-8")


@pytest.mark.parametrize("change", [changed_source, changed_registry, nearer_registry])
def test_what_a_brief_takes_from_elsewhere_is_looked_at(
    library: Path, home: Path, change: Callable[[Path], None]
) -> None:
    update(library, home)
    age(library)
    update(library, home)
    change(library)
    assert update(library, home).read > 0
    assert found(library, home, "kilimanjaro")
    assert update(library, home).read == 0


def test_a_file_of_the_same_size_and_another_text_is_read(library: Path, home: Path) -> None:
    update(library, home)
    path = write_brief(library, 1, words="kilimanjaro")
    update(library, home)
    path.write_text(path.read_text("utf-8").replace("kilimanjaro", "kalimanjara"), "utf-8")
    update(library, home)
    assert found(library, home, "kalimanjara") == ["b00001"]


def test_a_file_that_was_only_touched_is_not_read_again(library: Path, home: Path) -> None:
    update(library, home)
    age(library)
    assert update(library, home).read == 0
    assert update(library, home).read == 0


def test_a_brief_with_errors_is_reported_each_time_and_read_once(library: Path, home: Path) -> None:
    broken = library / "broken.toml"
    broken.write_text('format = "sahel-brief/1"\n[brief]\ntitle = 3\n', "utf-8")
    first = update(library, home)
    again = update(library, home)
    assert (first.briefs, first.unread, first.read, again.read) == (BRIEFS, 1, BRIEFS + 1, 0)
    assert first.problems == again.problems
    assert {one.file for one in again.problems} == {str(broken)}
    with open_library(library, home) as index:
        assert index.problems() == again.problems
    shutil.copy(next(library.rglob("b00001.toml")), broken)
    assert update(library, home).unread == 0


def test_a_source_that_appears_mends_its_brief(library: Path, home: Path) -> None:
    source = next(library.rglob("b00003.txt"))
    text = source.read_text("utf-8")
    source.unlink()
    assert [one.code for one in update(library, home).problems] == ["source-missing"]
    source.write_text(text, "utf-8")
    assert update(library, home).problems == ()


def test_a_name_that_is_no_utf8_is_reported(library: Path, home: Path) -> None:
    odd = os.fsencode(library) + b"/odd\xff.toml"
    with open(odd, "wb") as file:
        file.write(b"")
    done = update(library, home)
    assert [one.code for one in done.problems] == ["bad-name"]
    assert done.briefs == BRIEFS


def test_a_folder_without_briefs_is_no_library(library: Path, home: Path, tmp_path: Path) -> None:
    for folder in (tmp_path / "nowhere", next(library.rglob("*.toml"))):
        with pytest.raises(UsageError, match="no folder"):
            update(folder, home)
    update(library, home)
    before = found(library, home, "")
    for path in library.rglob("b*.toml"):
        path.unlink()
    with pytest.raises(UsageError, match="no brief"):
        update(library, home)
    assert found(library, home, "") == before


def test_nothing_of_a_library_is_written(library: Path, home: Path) -> None:
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in library.rglob("*")}
    update(library, home)
    assert {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in library.rglob("*")} == before


def test_no_file_is_left_that_nothing_names(library: Path, home: Path) -> None:
    for number in range(4):
        write_brief(library, number, seed=3 + number)
        folder = update(library, home).folder
    with open_library(library, home) as index:
        assert index.counts.briefs == BRIEFS
    kinds = sorted(path.name.partition("-")[0] for path in folder.iterdir())
    assert kinds.count("words") == kinds.count("CURRENT") == kinds.count("LOCK") == 1
    assert kinds.count("delta") <= 1
    assert set(kinds) <= {"CURRENT", "LOCK", "delta", "shard", "words"}


def test_each_library_has_an_index_of_its_own(library: Path, home: Path, tmp_path: Path) -> None:
    other = write_library(tmp_path / "other", 2)
    update(library, home)
    update(other, home)
    assert len(found(other, home, "")) == 2
    assert len(found(library, home, "")) == BRIEFS
    (tmp_path / "link").symlink_to(other)
    assert len(found(tmp_path / "link", home, "")) == 2
