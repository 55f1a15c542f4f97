"""Files of the state: whole or not there, set aside when damaged, and nobody's part is lost."""

from __future__ import annotations

import fcntl
import json
import os
import stat
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.state.files import FORMAT, LOCK, MOST_BYTES, StateError, read_state, update_state

if TYPE_CHECKING:
    from pathlib import Path


def add(path: Path, name: str) -> None:
    update_state(path, lambda value: {**value, name: True})


def add_many(path: Path, writer: int) -> None:
    for number in range(10):
        while f"{writer}-{number}" not in read_state(path).value:
            with suppress(StateError):  # on a busy machine the others may take longer than that
                add(path, f"{writer}-{number}")


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "state" / "a.json"
    assert read_state(path).value == {}
    add(path, "é\x1b")
    assert read_state(path) == ({"é\x1b": True}, "")
    assert path.read_bytes().isascii()
    assert names(path.parent) == {"a.json", LOCK}


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        add(tmp_path / "state" / "places" / "a.json", "a")
    finally:
        os.umask(before)
    folder = tmp_path / "state"
    modes = [folder, folder / "places", *(folder / "places").iterdir()]
    assert [stat.S_IMODE(one.stat().st_mode) for one in modes] == [0o700, 0o700, 0o600, 0o600]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"nonsense",
        b'{"format": 1, "a": tr',
        b"[1]",
        b"{}",
        b'{"format": "1"}',
        b'{"format": true}',
        b'{"format": 0}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"format": 1, "a": ' + b"9" * 10_000 + b"}",
        b" " * (MOST_BYTES + 1),
    ],
    ids=lambda damage: repr(damage[:20]),
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(damage)
    value, remark = read_state(path)
    assert value == {}
    assert "a.json.damaged-1" in remark
    assert (tmp_path / "a.json.damaged-1").read_bytes() == damage
    path.write_bytes(damage)
    kept = update_state(path, lambda value: {**value, "new": 1})
    assert "a.json.damaged-2" in kept.remark
    assert (tmp_path / "a.json.damaged-1").read_bytes() == damage
    assert read_state(path) == ({"new": 1}, "")


@given(data=st.binary(max_size=60))
def test_no_bytes_end_in_a_fault(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "a.json"
    path.write_bytes(data)
    assert read_state(path).remark.startswith("a.json was damaged")


def test_what_a_newer_version_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    newer = json.dumps({"format": FORMAT + 1, "a": 1})
    path.write_text(newer)
    with pytest.raises(StateError, match="newer version"):
        read_state(path)
    with pytest.raises(StateError, match="newer version"):
        add(path, "b")
    assert path.read_text() == newer


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")
    with pytest.raises(StateError, match="no regular file"):
        read_state(tmp_path / "a.json")


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "state" / "a.json"
    assert read_state(path).value == {}
    with pytest.raises(StateError, match=str(tmp_path)):
        add(path, "a")


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    add(path, "a")
    (tmp_path / "a.json.tmp").mkdir()  # nothing can be written by that name
    with pytest.raises(StateError):
        add(path, "b")
    assert read_state(path).value == {"a": True}


def test_what_a_killed_writer_left_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    (tmp_path / "a.json.tmp").write_text("half")
    add(path, "a")
    assert names(tmp_path) == {"a.json", LOCK}


def test_who_holds_the_lock_is_not_waited_for_long(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    add(path, "a")
    with open(tmp_path / LOCK) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StateError, match="another process"):
            add(path, "b")
        assert read_state(path).value == {"a": True}  # reading needs no lock
        path.write_text("nonsense")
        assert "stays" in read_state(path).remark
        assert path.read_text() == "nonsense"
    add(path, "b")
    assert read_state(path).value == {"b": True}


def test_writers_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    path, fork = tmp_path / "a.json", get_context("spawn")
    writers = [fork.Process(target=add_many, args=(path, number)) for number in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert len(read_state(path).value) == 30
