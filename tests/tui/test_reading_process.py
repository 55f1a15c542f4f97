"""Briefs are read by a process of its own: what reading needs is never in that of the screens."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.beyond import ReadHere
from sahel_tui.tui.ahead import open_one
from sahel_tui.tui.reading_process import ReadingProcess
from tests.shipped import TREATY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.tui.ahead import Opened
    from tests.conftest import WriteBrief

BRIEFS = TREATY.parent


@pytest.fixture
def reader() -> Iterator[ReadingProcess]:
    """Ended with the test."""
    reader = ReadingProcess()
    yield reader
    reader.close()


def children() -> set[int]:
    """The processes that this one has begun, and that go on."""
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return set(map(int, listed.read_text().split()))


def test_it_reads_what_would_be_read_here(reader: ReadingProcess, write_brief: WriteBrief) -> None:
    written = write_brief("nonsense")
    os.utime(written, (0, 0))  # a file that was written just now is known by less
    for path in (TREATY, written, Path("nowhere.toml")):
        assert reader.opened(path) == open_one(path)
    assert reader.view(str(TREATY)) == ReadHere().view(str(TREATY))
    assert reader.view("nowhere.toml") is None
    declared = reader.declared(BRIEFS)
    assert declared == ReadHere().declared(BRIEFS)
    assert declared.actors


def test_a_shared_file_is_read_again_when_it_says_something_else(
    reader: ReadingProcess, tmp_path: Path
) -> None:
    brief, shared = tmp_path / "one.toml", tmp_path / "sahel.toml"
    brief.write_text(
        'format = "sahel-brief/1"\n[brief]\nid = "one"\ntitle = "One"\npublished = 2023-01-01\n'
        '[[source]]\ntext = "Alpha came."\n[[point]]\ntext = "Came."\nevidence = ["Alpha came."]\n'
    )
    for order in (("open", "secret"), ("secret", "open")):
        names = ", ".join(f'"{one}"' for one in order)
        shared.write_text(f"marking_order = [{names}]\n")
        found = reader.opened(brief).reading
        assert found is not None
        assert found == open_one(brief).reading
        assert found.marking_order == order


@pytest.mark.parametrize("made", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_a_shared_file_that_is_none_is_neither_waited_for_nor_read_without_end(
    reader: ReadingProcess, write_brief: WriteBrief, made: Callable[[Path], object]
) -> None:
    brief = write_brief("nonsense")
    made(brief.parent / "sahel.toml")
    shutil.copy(TREATY, brief)
    shutil.copy(TREATY.with_suffix(".txt"), brief.parent)
    for _ in range(2):
        assert "is not a regular file" in str(reader.opened(brief).problems)
    (brief.parent / "sahel.toml").unlink()
    assert reader.opened(brief).reading is not None


def test_one_process_answers_who_asks_one_after_the_other(reader: ReadingProcess) -> None:
    before = children()
    reader.make_ready()
    (process,) = children() - before
    reader.opened(TREATY)
    reader.make_ready()
    reader.opened(TREATY)
    assert children() - before == {process}


def test_who_asks_meanwhile_is_answered_too(reader: ReadingProcess) -> None:
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(reader.opened(TREATY))) for _ in range(3)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == [open_one(TREATY)] * 3


def test_another_takes_the_place_of_one_that_was_ended(reader: ReadingProcess) -> None:
    before = children()
    reader.make_ready()
    (process,) = children() - before
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert reader.opened(TREATY).reading is not None


def test_one_that_ends_as_it_is_asked_is_no_fault(reader: ReadingProcess) -> None:
    before = children()
    reader.make_ready()
    (process,) = children() - before
    os.kill(process, signal.SIGSTOP)
    found: list[Opened] = []
    asking = threading.Thread(target=lambda: found.append(reader.opened(TREATY)))
    asking.start()
    while not reader._busy:  # until it is asked
        asking.join(0.001)
    os.kill(process, signal.SIGKILL)
    asking.join()
    assert found == [open_one(TREATY)]


def test_none_outlives_who_asks(reader: ReadingProcess) -> None:
    before = children()
    reader.make_ready()
    assert children() - before
    reader.close()
    assert children() - before == set()


def test_once_closed_it_reads_nothing_more(reader: ReadingProcess) -> None:
    reader.close()
    opened = reader.opened(TREATY)
    assert opened.reading is None
    assert "fault" in opened.complaint


def test_where_no_process_can_be_begun_it_is_read_here(
    reader: ReadingProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    reader.make_ready()
    assert reader.opened(TREATY) == open_one(TREATY)
    assert reader.declared(BRIEFS) == ReadHere().declared(BRIEFS)
