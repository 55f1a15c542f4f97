"""An index that is damaged, missing or of another version is said to be so, and can be rebuilt."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from sahel_tui.errors import SahelError
from sahel_tui.index import current as currents
from sahel_tui.index.failures import IndexDamagedError, IndexMissingError, IndexVersionError
from sahel_tui.index.library import open_library
from sahel_tui.index.merging import Limits
from sahel_tui.index.place import index_folder
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse
from tests.index.libraries import write_brief, write_library

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.index.library import LibraryIndex

BRIEFS = 20
REGIONS = 16
"""Into so many parts each file is divided."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A library and its index: two shards and a delta."""
    folder = tmp_path_factory.mktemp("damage")
    library, home = write_library(folder / "library", BRIEFS), folder / "index"
    update_index(library, home, limits=Limits(10, 5))
    for number in (1, 2):
        write_brief(library, number, seed=2)
    update_index(library, home, limits=Limits(10, 5))
    return library, home


@pytest.fixture
def index(whole: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path, Path]:
    """The library, where its indexes are kept, and a copy of the index to be damaged."""
    library, home = whole
    copy = tmp_path / "copy"
    shutil.copytree(home, copy)
    return library, copy, index_folder(library, copy)


def everything(index: LibraryIndex) -> list[object]:
    """All that can be asked of an index."""
    engine = index.engine
    found: list[object] = [index.briefs("title", "a").rows, index.all_actors, index.counts]
    found += [index.events().rows, index.relations().rows, index.links().rows, index.problems()]
    found += [index.appearances("mali").rows, engine.completions("am", 9), engine.nearest("ambsh")]
    for text in ("", "ambush", "wagner -jnim", "con* sort:title", "after:2012 army"):
        asked = parse(text)
        answer = engine.search(asked, 100)
        found.append([hits(asked, engine.document(one)) for one in answer.ids])
        found.append(engine.count(asked))
    return found


def files_in(library: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in library.rglob("*") if path.is_file()}


def of_another_format(folder: Path, number: int) -> None:
    value = json.loads((folder / "CURRENT").read_text())
    (folder / "CURRENT").write_text(json.dumps({**value, "format": number}))


def damaged(path: Path, region: int, how: str) -> None:
    data = bytearray(path.read_bytes())
    start, end = (len(data) * at // REGIONS for at in (region, region + 1))
    if how == "cut":
        del data[start:]
    elif how == "zeroed":
        data[start:end] = bytes(end - start)
    else:
        data[start:end] = os.urandom(end - start)
    path.write_bytes(data)


@pytest.mark.parametrize("how", ["cut", "zeroed", "overwritten"])
@pytest.mark.parametrize("region", range(REGIONS))
def test_damage_anywhere_is_told_and_never_a_fault(
    index: tuple[Path, Path, Path], region: int, how: str
) -> None:
    library, home, folder = index
    for name in sorted(path.name for path in folder.iterdir() if path.name != "LOCK"):
        kept = (folder / name).read_bytes()
        damaged(folder / name, region, how)
        same = (folder / name).read_bytes() == kept
        with suppress(IndexDamagedError), open_library(library, home) as opened:
            everything(opened)
            if not same:
                with pytest.raises(IndexDamagedError, match="damaged"):
                    opened.verify()
        (folder / name).write_bytes(kept)


@pytest.mark.parametrize("name", ["CURRENT", "shard", "delta", "words"])
def test_a_missing_file_is_told_and_a_rebuild_mends_it(
    index: tuple[Path, Path, Path], name: str
) -> None:
    library, home, folder = index
    with open_library(library, home) as opened:
        before = everything(opened)
    next(folder.glob(f"{name}*")).unlink()
    with pytest.raises(IndexMissingError if name == "CURRENT" else IndexDamagedError) as told:
        open_library(library, home)
    assert "sahel-tui index" in told.value.hint
    if name != "CURRENT":
        write_brief(library, 2, seed=2)  # as it is
        with pytest.raises(IndexDamagedError):
            update_index(library, home, check=True)
    update_index(library, home, rebuild=True)
    with open_library(library, home) as opened:
        assert everything(opened) == before


def test_an_update_on_top_of_damage_is_refused(index: tuple[Path, Path, Path]) -> None:
    library, home, folder = index
    damaged(next(folder.glob("shard-*")), REGIONS - 2, "overwritten")
    with pytest.raises(IndexDamagedError, match="not what was written"):
        update_index(library, home, check=True)


@pytest.mark.parametrize("number", [currents.FORMAT - 1, currents.FORMAT + 1])
def test_another_format_is_no_damage_and_is_made_anew(
    index: tuple[Path, Path, Path], number: int
) -> None:
    library, home, folder = index
    briefs = files_in(library)
    with open_library(library, home) as reader:
        before = everything(reader)
        of_another_format(folder, number)
        with pytest.raises(IndexVersionError, match="of another version") as told:
            open_library(library, home)
        assert told.value.hint == "`sahel-tui index` makes it anew"
        assert update_index(library, home, check=True, noticed=[]).read == BRIEFS
        assert everything(reader) == before
    with open_library(library, home) as opened:
        assert everything(opened) == before
    assert files_in(library) == briefs


def test_an_index_of_another_format_stays_until_the_new_one_is_there(
    index: tuple[Path, Path, Path],
) -> None:
    library, home, folder = index
    of_another_format(folder, currents.FORMAT + 1)
    old = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "LOCK"}
    found: list[bool] = []

    def look(_doing: str, _done: int, _total: int) -> None:
        found.append(all((folder / name).read_bytes() == data for name, data in old.items()))

    update_index(library, home, progress=look)
    assert set(found) == {True}
    assert (folder / "CURRENT").read_bytes() != old["CURRENT"]


@pytest.mark.parametrize(
    "tables",
    [
        "create table made_with(other); create table record(path, day, brief)",
        "create table made_with(program, words); create table record(path, day, brief);"
        "create table problem(path)",
    ],
)
def test_what_a_run_of_another_format_has_left_is_thrown_away(
    index: tuple[Path, Path, Path], tables: str
) -> None:
    library, home, folder = index
    of_another_format(folder, currents.FORMAT + 1)
    with closing(sqlite3.connect(folder / "part.db")) as part:
        part.executescript(tables)
    assert update_index(library, home).read == BRIEFS


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "\0", '{"format": "1"}', '{"format": [[]]}', "[" * 100_000]
)
def test_a_current_of_anything_is_no_fault(index: tuple[Path, Path, Path], text: str) -> None:
    library, home, folder = index
    (folder / "CURRENT").write_text(text)
    with pytest.raises(IndexDamagedError):
        open_library(library, home)


def test_an_index_of_another_version_of_the_program_is_made_anew(
    whole: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, home = whole[0], tmp_path / "index"
    update_index(library, home)
    monkeypatch.setattr("sahel_tui.index.current.__version__", "0.0.1")
    assert update_index(library, home).read == BRIEFS


def test_without_an_index_it_is_said_how_to_make_one(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", 1)
    for place in (tmp_path / "nothing", library / "sahel.toml"):
        with pytest.raises(IndexMissingError) as told:
            open_library(library, place)
        assert told.value.hint == "`sahel-tui index` builds it"
    assert issubclass(IndexMissingError, SahelError)
