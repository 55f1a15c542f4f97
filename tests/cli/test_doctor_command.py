"""`doctor`: what it finds in an environment, what it asks a terminal, and what it leaves behind."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from sahel_tui.cli.doctor.software import fits
from sahel_tui.index.updating import update_index
from tests.terminal.explorer import sahel_tui
from tests.terminal.link import Link, SlowSession, Speed
from tests.terminal.session import Session, terminal_environment

HOSTILE = "\x1b]0;title\x07\x1b[2J\x9b31m\u202e\udcff"


def found(*options: str, **environment: str | None) -> tuple[int, dict[str, Any]]:
    """The exit code, and what was found by its word, in an environment with these changes."""
    changed = {**terminal_environment({}), **environment}
    run = subprocess.run(
        [sys.executable, "-m", "sahel_tui", "doctor", "--json", *options],
        env={name: value for name, value in changed.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    objects = [json.loads(line) for line in run.stdout.splitlines()]
    return run.returncode, {one["what"]: one for one in objects}


def test_where_all_is_fine_it_says_so() -> None:
    code, all_found = found()
    assert code == 0
    assert {one["state"] for one in all_found.values()} == {"ok"}
    assert {"terminal", "colours", "encoding", "library", "python", "textual"} <= set(all_found)


@pytest.mark.parametrize(
    ("environment", "what", "state", "words"),
    [
        ({"TERM": "dumb"}, "terminal", "bad", "TERM is `dumb`"),
        ({"TERM": None}, "terminal", "bad", "TERM is not set"),
        ({"TERM": "no-such-terminal"}, "terminfo", "doubt", "no description"),
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "colours", "ok", "none (NO_COLOR is set)"),
        ({"COLORTERM": "truecolor"}, "colours", "ok", "truecolor (COLORTERM says so)"),
        ({}, "colours", "ok", "256 (by TERM)"),
        ({"LC_ALL": "C"}, "encoding", "doubt", "ascii, drawings in ASCII"),
        ({"LC_ALL": "fr_FR.ISO-8859-1"}, "encoding", "doubt", "iso8859-1"),
        ({"TERM": "linux"}, "encoding", "ok", "utf-8, drawings in ASCII"),
        ({"TERM": "linux"}, "clipboard", "doubt", "has none"),
        ({"TMUX": "/tmp/tmux", "TERM": "xterm"}, "within", "doubt", "inside tmux"),
        ({"TMUX": "/tmp/tmux", "PATH": ""}, "clipboard", "doubt", "no program `tmux`"),
        ({"SSH_TTY": "/dev/pts/1"}, "within", "ok", "inside SSH"),
        ({"SAHEL_TUI_LIBRARY": "/no/such"}, "library", "bad", "no file or folder /no/such"),
        ({"XDG_CACHE_HOME": "/etc/passwd"}, "index", "doubt", "cannot be written"),
        ({"XDG_STATE_HOME": "/etc/passwd"}, "state", "doubt", "cannot be written"),
        ({"HOME": "/no/such"}, "state", "doubt", "no home folder"),
    ],
)
def test_what_an_environment_says(
    environment: dict[str, str | None], what: str, state: str, words: str
) -> None:
    code, all_found = found(**environment)
    assert all_found[what]["state"] == state
    assert words in all_found[what]["found"]
    worst = max(("ok", "doubt", "bad").index(one["state"]) for one in all_found.values())
    assert code == worst
    for one in all_found.values():
        assert one["state"] == "ok" or one["advice"], one


def test_every_word_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "json.md").read_text("utf-8")
    table = page.partition("## `doctor`")[2].partition("| `what` | is about |")[2]
    words = {word for row in table.splitlines() for word in re.findall(r"`([a-z]+)`", row[:30])}
    _, all_found = found("--copy-file", "/dev/null")
    libraries = {re.split("[^a-z-]", one)[0] for one in metadata.requires("sahel-tui") or []}
    assert set(all_found) - libraries == words


def test_the_options_of_the_explorer_count(tmp_path: Path) -> None:
    code, all_found = found("--theme", "light", "--ascii", "--copy-file", str(tmp_path / "copies"))
    assert code == 0
    assert "theme `light`" in all_found["colours"]["found"]
    assert "drawings in ASCII (as asked)" in all_found["encoding"]["found"]
    assert all_found["copies"]["state"] == "ok"
    assert list(tmp_path.iterdir()) == []
    code, all_found = found("--copy-file", str(tmp_path / "missing" / "copies"))
    assert (code, all_found["copies"]["state"]) == (2, "bad")


def test_a_configuration_in_error_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("theme = \n")
    code, all_found = found("--config", str(file))
    assert code == 2
    assert all_found["configuration"]["state"] == "bad"
    assert "config --check" in all_found["configuration"]["advice"]
    assert all_found["library"]["state"] == "ok"
    file.write_text("")
    code, all_found = found("--config", str(file))
    assert code == 0
    assert str(file) in all_found["configuration"]["found"]


def test_a_library_is_counted_and_not_read(library: Path) -> None:
    (library / "broken.toml").write_text("no brief")
    _, all_found = found(SAHEL_TUI_LIBRARY=str(library))
    assert all_found["library"]["found"] == f"3 briefs in {library}"


def test_an_index_that_this_version_cannot_use_is_a_doubt(library: Path, tmp_path: Path) -> None:
    asked = {"SAHEL_TUI_LIBRARY": str(library), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert found(**asked)[1]["index"]["state"] == "ok"
    home = tmp_path / "cache" / "sahel_tui" / "index"
    folder = update_index(library, home).folder
    for text, words, advice in (
        ('{"format": 1}', "of another version", "`sahel-tui index` makes it anew"),
        ("{", "damaged", "--rebuild"),
    ):
        (folder / "CURRENT").write_text(text)
        index = found(**asked)[1]["index"]
        assert index["state"] == "doubt"
        assert words in index["found"]
        assert advice in index["advice"]
    update_index(library, home, rebuild=True)
    assert found(**asked)[1]["index"]["state"] == "ok"


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_nothing_of_a_hostile_environment_is_printed_raw(options: tuple[str, ...]) -> None:
    names = ("TERM", "LANG", "COLORTERM", "TMUX", "SAHEL_TUI_LIBRARY", "XDG_CACHE_HOME", "SSH_TTY")
    run = subprocess.run(
        sahel_tui("doctor", *options, "--copy-file", f"/{HOSTILE}/x"),
        env={**terminal_environment({}), **dict.fromkeys(names, f"/{HOSTILE}")},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (2, b"")
    text = run.stdout.decode("utf-8")
    assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert ("\\u202e" if options else "<U+202E>") in text


def test_a_terminal_that_answers_is_left_as_it_was() -> None:
    with Session(sahel_tui("doctor"), rows=40) as session:
        assert session.wait_for_exit() == 0
        assert "ok     answers" in session.text
        assert "ok     size           80x40" in session.text
        assert session.attributes == session.attributes_before


def test_a_terminal_that_does_not_answer_is_a_doubt_and_is_left_as_it_was() -> None:
    with Session(sahel_tui("doctor"), rows=40, answers=False) as session:
        assert session.wait_for_exit() == 1
        assert "doubt  answers" in session.text
        assert session.attributes == session.attributes_before


def test_a_terminal_far_away_answers_too() -> None:
    link = Link(Speed(2000, 0.8))
    with SlowSession(sahel_tui("doctor"), link=link, rows=40) as session:
        session.wait_for_text("ok     answers")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_while_it_waits_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    with Session(sahel_tui("doctor"), answers=False) as session:
        session.wait_for(lambda: b"\x1b[6n" in session.raw)
        os.kill(session.process.pid, number)
        assert session.wait_for_exit() in (-number, 130)
        assert session.attributes == session.attributes_before


def test_the_size_is_told_where_input_is_no_terminal_and_nothing_is_asked() -> None:
    command = ["sh", "-c", f"{shlex.join(sahel_tui('doctor'))} </dev/null"]
    with Session(command, rows=40) as session:
        assert session.wait_for_exit() == 0
        assert "ok     size           80x40" in session.text
        assert b"\x1b" not in session.raw


@pytest.mark.parametrize(("columns", "rows"), [(39, 24), (80, 9), (0, 0)])
def test_a_size_that_is_too_small_or_not_told_is_a_doubt(columns: int, rows: int) -> None:
    with Session(sahel_tui("doctor", "--json"), columns=columns, rows=rows) as session:
        assert session.wait_for_exit() == 1
    assert b'{"what": "size", "state": "doubt"' in session.raw


def test_a_terminal_that_cannot_draw_is_asked_nothing() -> None:
    with Session(sahel_tui("doctor"), environment={"TERM": "dumb"}) as session:
        assert session.wait_for_exit() == 2
        assert b"\x1b" not in session.raw


@pytest.mark.parametrize(
    ("version", "requirement", "expected"),
    [
        ("8.2.8", "textual<8.3,>=8.2.8", True),
        ("8.2.10", "textual<8.3,>=8.2.8", True),
        ("8.3.0", "textual<8.3,>=8.2.8", False),
        ("8.2.7", "textual<8.3,>=8.2.8", False),
        ("3.0rc1", "tomli<3,>=2.5", False),
        ("2.5", "tomli<3,>=2.5", True),
    ],
)
def test_a_version_within_what_is_required(version: str, requirement: str, expected: bool) -> None:
    assert fits(version, requirement) is expected
