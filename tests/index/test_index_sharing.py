"""One writer, many readers, and folders that cannot be written."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.failures import IndexBusyError, IndexUnwritableError
from sahel_tui.index.library import open_library
from sahel_tui.index.merging import Limits
from sahel_tui.index.place import index_folder
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search.parsing import parse
from tests.index.libraries import write_brief, write_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
NOBODY = 65534
READERS = 8


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library", 10)


def test_a_second_writer_is_told_who_the_first_is(library: Path, tmp_path: Path) -> None:
    told: list[str] = []

    def another(*_: object) -> None:
        with pytest.raises(IndexBusyError) as error:
            update_index(library, tmp_path / "index")
        told.append(str(error.value))

    assert update_index(library, tmp_path / "index", progress=another).briefs == 10
    assert f"process {os.getpid()} is writing" in told[0]
    assert update_index(library, tmp_path / "index").read == 0


def test_eight_readers_follow_one_writer(library: Path, tmp_path: Path) -> None:
    home = tmp_path / "index"
    update_index(library, home, limits=Limits(6, 5))
    command = [sys.executable, "-m", "tests.index.reading_run", str(library), str(home)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    readers = [
        subprocess.Popen(command, cwd=ROOT, text=True, **pipes)  # type: ignore[call-overload]
        for _ in range(READERS)
    ]
    assert [reader.stdout.readline() for reader in readers] == ["ready\n"] * READERS
    for state in range(6):
        for number in range(0, 10, 3):
            write_brief(library, number, seed=state, words=f"state{state}")
        update_index(library, home, limits=Limits(6, 5))
    said = [reader.communicate("") for reader in readers]
    assert [(reader.returncode, err) for reader, (_, err) in zip(readers, said, strict=True)] == [
        (0, "")
    ] * READERS
    assert all(int(out) > 1 for out, _ in said)


def test_a_snapshot_stays_what_it_was(library: Path, tmp_path: Path) -> None:
    update_index(library, tmp_path / "index")
    with open_library(library, tmp_path / "index") as index:
        before = index.briefs().rows
        for number in range(10):
            write_brief(library, number, seed=5, words="kilimanjaro")
        update_index(library, tmp_path / "index", rebuild=True)
        assert index.briefs().rows == before
        assert index.engine.search(parse("kilimanjaro"), 9).ids == ()
        newer = index.newer()
        assert newer is not None
        with newer:
            assert newer.engine.count(parse("kilimanjaro")).number == 10
            assert newer.newer() is None


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody can read and root alone can write to."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def as_nobody(do: Callable[[], str]) -> str:
    """What a function answers in a process of a user who owns nothing; why it failed, if it did."""
    do()  # so that all is imported that it needs: nobody may read Python's own folder, perhaps
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.write(writing, do().encode())
        except BaseException as error:
            os.write(writing, repr(error).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return text


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to read as another user")
def test_another_user_reads_without_any_right_to_write(shared: Path) -> None:
    library, home = write_library(shared / "library", 10), shared / "index"
    update_index(library, home)
    before = {path: path.stat().st_mtime_ns for path in shared.rglob("*")}

    def ask() -> str:
        with open_library(library, home) as index:
            count = index.engine.count(parse("ambush")).number
            return f"{os.access(home, os.W_OK)} {count} {len(index.events().rows)}"

    with open_library(library, home) as index:
        count = index.engine.count(parse("ambush")).number
    assert as_nobody(ask) == f"False {count} 10"
    assert {path: path.stat().st_mtime_ns for path in shared.rglob("*")} == before


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to write as another user")
def test_who_may_not_write_is_told_so(shared: Path) -> None:
    library, home = write_library(shared / "library", 2), shared / "index"

    def write() -> str:
        try:
            return str(update_index(library, home).briefs)
        except IndexUnwritableError as error:
            return str(error)

    told = as_nobody(write)
    assert (
        told == f"the index cannot be written to {index_folder(library, home)}: permission denied"
    )


def test_a_library_that_cannot_be_written_is_indexed_elsewhere(
    library: Path, tmp_path: Path
) -> None:
    for path in (*library.rglob("*"), library):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert update_index(library, tmp_path / "index").briefs == 10
    finally:
        for path in (library, *library.rglob("*")):
            path.chmod(0o755)


def test_a_cache_is_for_its_owner_alone(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert update_index(library).folder.stat().st_mode & 0o777 == 0o700
    assert update_index(library).read == 0


def test_a_place_that_is_no_folder_is_told(library: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexUnwritableError, match="cannot be written"):
        update_index(library, tmp_path / "file")


@pytest.mark.parametrize("room", [0, 1_000, 30_000, 100_000, 200_000])
def test_a_disk_that_is_full_is_told_and_the_index_stays(
    library: Path, tmp_path: Path, room: int
) -> None:
    home = tmp_path / "index"
    update_index(library, home)
    with open_library(library, home) as index:
        before = index.briefs().rows
    for number in range(10):
        write_brief(library, number, seed=7, words="kilimanjaro")
    command = [sys.executable, "-m", "sahel_tui", "index", str(library), "--index", str(home)]
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert run.returncode == 2
    assert "cannot be written" in run.stderr
    assert "Traceback" not in run.stderr
    with open_library(library, home) as index:
        index.verify()
        assert index.briefs().rows == before
    assert not list(index_folder(library, home).glob("*.tmp"))
    assert update_index(library, home).briefs == 10
    with open_library(library, home) as index:
        assert index.engine.count(parse("kilimanjaro")).number == 10
