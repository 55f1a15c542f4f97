"""`index`: what it says, where, and with which exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.lock import written_by_us
from sahel_tui.index.place import index_folder
from tests.terminal.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.library import Command

KEYS = ["folder", "briefs", "read", "removed", "unread"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home of indexes"


def test_it_says_what_it_did(command: Command, library: Path, home: Path) -> None:
    answer = command("index", library, "--index", home)
    folder = index_folder(library, home)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"2 briefs can be searched, 2 read now: {folder}\n"
    (library / "sahara.toml").unlink()
    again = command("index", library, "--index", home)
    assert again.out == f"1 brief can be searched, 0 read now, 1 gone: {folder}\n"


def test_as_json(command: Command, library: Path, home: Path) -> None:
    command("index", library, "--index", home)
    for options, read in ([], 0), (["--rebuild"], 2):
        answer = command("index", library, "--index", home, "--json", *options)
        assert [list(one) for one in answer.objects] == [KEYS]
        assert answer.objects[0]["folder"] == str(index_folder(library, home))
        assert (answer.objects[0]["briefs"], answer.objects[0]["read"]) == (2, read)


def test_a_brief_with_errors_is_reported_and_the_rest_goes_on(
    command: Command, library: Path, broken: Path, home: Path
) -> None:
    for _ in range(2):
        answer = command("index", library, "--index", home)
        assert answer.code == 1
        assert answer.out.startswith("2 briefs can be searched, ")
        assert ", 1 could not be read: " in answer.out
        assert f"{broken}:4:1: error: brief.titel: " in answer.err


def test_without_a_path_it_is_your_library_in_your_cache(
    command: Command, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(library))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    answer = command("index")
    assert answer.code == 0
    folder = answer.out.rpartition(": ")[2].strip()
    assert folder.startswith(str(tmp_path / "cache"))


def test_the_configuration_says_where_it_lies(
    command: Command, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('index = "kept here"\n', "utf-8")
    monkeypatch.setenv("SAHEL_TUI_CONFIG", str(config))
    folder = index_folder(library, tmp_path / "kept here")
    assert str(folder) in command("index", library).out


def test_what_cannot_be_done_is_said_with_what_to_do(
    command: Command, library: Path, treaty: Path, home: Path, tmp_path: Path
) -> None:
    for path in (tmp_path / "nowhere", treaty):
        answer = command("index", path, "--index", home)
        assert (answer.code, answer.out) == (2, "")
        assert "there is no folder" in answer.err
    with written_by_us(index_folder(library, home)):
        answer = command("index", library, "--index", home)
    assert (answer.code, answer.out) == (2, "")
    assert "is writing the index" in answer.err
    command("index", library, "--index", home)
    (index_folder(library, home) / "CURRENT").write_text("{}")
    answer = command("index", library, "--index", home)
    assert answer.code == 2
    assert "`sahel-tui index --rebuild`" in answer.err
    assert command("index", library, "--index", home, "--rebuild").code == 0


def test_a_terminal_is_told_how_far_it_has_come(library: Path, home: Path) -> None:
    command = [sys.executable, "-m", "sahel_tui", "index", str(library), "--index", str(home)]
    with Session(command, columns=120, rows=10) as session:
        assert session.wait_for_exit() == 0
        assert "2 briefs can be searched" in session.text
        assert "reading" not in session.text
        assert b"reading 0 of 2 briefs" in session.raw
