"""Whatever ends a run, and whenever: readers go on, nothing is lost, the next run finishes it."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sahel_tui.index.crew import read_briefs
from sahel_tui.index.library import open_library
from sahel_tui.index.part import PART_FILE
from sahel_tui.index.updating import update_index
from tests.index.kill_run import BRIEFS, Trial, tried
from tests.index.libraries import write_brief, write_library
from tests.terminal.remote import children


@pytest.mark.parametrize("number", range(8))
def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path, number: int) -> None:
    rng = random.Random(os.urandom(8))
    tried(tmp_path, rng, update=number % 2 == 1)


class EndedError(Exception):
    """What ends a run in these tests."""


def ended_after(library: Path, home: Path, doing: str, done: int) -> None:
    """Begin a run, and end it at a moment."""

    def end(what: str, number: int, _total: int) -> None:
        if (what, number) == (doing, done):
            raise EndedError

    with pytest.raises(EndedError):
        update_index(library, home, progress=end, processes=1)


@pytest.mark.parametrize("doing", ["reading", "writing"])
def test_what_was_read_is_not_read_again(tmp_path: Path, doing: str) -> None:
    library, home = write_library(tmp_path / "library", BRIEFS), tmp_path / "index"
    ended_after(library, home, doing, 30)
    write_brief(library, 0, seed=9, words="kilimanjaro")  # and what changed meanwhile is
    begun: list[tuple[str, int]] = []
    update_index(library, home, progress=lambda what, done, _: begun.append((what, done)))
    assert begun[0] == ("reading", (29 if doing == "reading" else BRIEFS - 1))
    with open_library(library, home) as index:
        assert index.counts.briefs == BRIEFS
    assert Trial(library, home).indexed() == Trial(library, home).briefs()


def test_a_damaged_rest_of_a_run_is_thrown_away(tmp_path: Path) -> None:
    library, home = write_library(tmp_path / "library", 8), tmp_path / "index"
    ended_after(library, home, "reading", 5)
    part = next(home.rglob(PART_FILE))
    part.write_bytes(b"SQLite format 3\0" + os.urandom(20_000))
    assert update_index(library, home).briefs == 8


def test_a_rest_of_another_version_is_thrown_away(tmp_path: Path) -> None:
    library, home = write_library(tmp_path / "library", 8), tmp_path / "index"
    ended_after(library, home, "reading", 5)
    base = sqlite3.connect(next(home.rglob(PART_FILE)))
    base.execute("update made_with set program = '0'")
    base.commit()
    base.close()
    begun: list[int] = []
    update_index(library, home, progress=lambda _, done, __: begun.append(done))
    assert begun[0] == 0


def test_whatever_starts_the_program_is_not_run_by_its_processes(tmp_path: Path) -> None:
    library, script = write_library(tmp_path / "library", BRIEFS), tmp_path / "launcher"
    script.write_text(
        "import sys\nfrom sahel_tui.__main__ import main\nsys.exit(main())\n", "utf-8"
    )
    command = [sys.executable, str(script), "index", str(library), "--index", str(tmp_path / "i")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(f"{BRIEFS} briefs can be searched, {BRIEFS} read now")


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found by /proc")
def test_a_process_that_dies_takes_no_brief_with_it(tmp_path: Path) -> None:
    library = str(write_library(tmp_path / "library", BRIEFS))
    paths = [path for path in sorted(os.listdir(f"{library}/2010")) if path.endswith(".toml")]
    wanted = sorted(f"2010/{path}" for path in paths) * 3
    reading = read_briefs(library, wanted, b"", 2)
    found = [next(reading)]
    for process in children(os.getpid()):
        if b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes():
            os.kill(process, signal.SIGKILL)
    found += reading
    assert sorted(one.path for one in found) == sorted(wanted)


def test_several_processes_read_what_one_would(tmp_path: Path) -> None:
    library = str(write_library(tmp_path / "library", BRIEFS))
    paths = [
        str(path.relative_to(library)) for path in sorted((tmp_path / "library").rglob("b*.toml"))
    ]
    one, two = (
        {found.path: found[2:] for found in read_briefs(library, paths, b"", number)}
        for number in (1, 2)
    )
    assert one == two
    assert one.keys() == set(paths)
