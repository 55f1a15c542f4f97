"""Pipes, closed and full outputs, and what reaches a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.library import SAHARA, Command

if TYPE_CHECKING:
    from pathlib import Path


HOSTILE = "A\\u001b]0;title\\u0007\\u009b31m\\u202Eevil\\u2066\\u200b\\u007f [bold]B"
COMMANDS = ["check", "show", "points", "actors", "relations", "timeline"]


def shell(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script in which `$0 "$@"` is the program."""
    wrapped = f'sahel() {{ "$PYTHON" -m sahel_tui "$@"; }}\n{script}'
    return subprocess.run(
        ["bash", "-c", wrapped, "bash", *map(str, arguments)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHON": sys.executable},
        timeout=60,
        check=False,
    )


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A brief whose every text tries to write to the terminal, in a file of such a name."""
    text = SAHARA.replace('name = "Wagner"', f'name = "Wagner {HOSTILE}"\nnote = "{HOSTILE}"')
    text = text.replace("A small brief", HOSTILE).replace('"Timbuktu"', f'"{HOSTILE}"')
    text = text.replace("Wagner comes", HOSTILE).replace('"Wagner came."', f'"{HOSTILE}"')
    text = text.replace('"came to Timbuktu"', f'"came to {HOSTILE}"')
    text += (
        f'[[relation]]\nsource = "wagner"\ntarget = "wagner"\ntype = "leads"\nnote = "{HOSTILE}"'
    )
    path = tmp_path / "a\x1b[2J\u202e\udcff.toml"
    path.write_text(text, encoding="utf-8")
    return path


def raw_controls(text: str) -> set[str]:
    unsafe = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"}
    return (unsafe | set("\u202e\u2066\u200b")) & set(text)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_nothing_of_a_brief_reaches_the_terminal_raw(
    command: Command, hostile: Path, name: str, options: list[str]
) -> None:
    answer = command(name, hostile, *options)
    assert answer.out
    assert raw_controls(answer.out + answer.err) == set()
    if options:
        assert answer.out.isascii()


def test_json_keeps_every_character(command: Command, hostile: Path) -> None:
    (brief,) = command("show", hostile, "--json").objects
    assert brief["title"] == json.loads(f'"{HOSTILE}"')


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "\x1b[2Jnone"],
        ["\x1b[2Jnone"],
        ["points", "--\x1b[2J"],
        ["points", "--actor", "\x1b[2J"],
        ["timeline", "--after", "\x1b[2J"],
        ["-\x1b[2J"],
    ],
)
def test_no_argument_reaches_the_terminal_raw(
    command: Command, library: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(library))
    answer = command(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err
    assert raw_controls(answer.err) == set()


def test_a_reader_that_leaves_is_no_error(library: Path) -> None:
    many = "\n".join(f'[[actor]]\nid = "a{n}"\nname = "Actor {n}"' for n in range(3000))
    with (library / "sahara.toml").open("a", encoding="utf-8") as file:
        file.write(many)
    run = shell('set -o pipefail; sahel actors "$1" | head -n 1 >/dev/null; echo "$?"', library)
    assert (run.stdout, run.stderr) == ("0\n", "")


@pytest.mark.parametrize("arguments", ['show "$1"', "--version", "--help", 'points "$1" --json'])
def test_a_full_disk_and_a_closed_stdout_are_said(treaty: Path, arguments: str) -> None:
    run = shell(
        f'sahel {arguments} >/dev/full; echo "$?"\nsahel {arguments} >&-; echo "$?"', treaty
    )
    assert run.stdout.split() == ["2", "2"]
    lines = run.stderr.splitlines()
    assert any("stdout cannot be written: no space left on device" in line for line in lines)
    assert any("stdout is closed" in line for line in lines)
    assert not any("Exception" in line or "Traceback" in line for line in lines)


def test_a_closed_stderr_stops_nothing(treaty: Path) -> None:
    run = shell('sahel timeline "$1" --match coup --json 2>&-; echo "$?"', treaty)
    assert run.stdout.splitlines()[-1] == "0"
    assert len(run.stdout.splitlines()) == 2


def test_what_an_encoding_lacks_is_escaped(treaty: Path) -> None:
    run = shell('PYTHONIOENCODING=ascii sahel relations "$1"; echo "$?"', treaty)
    assert run.stdout.splitlines()[-1] == "0"
    assert "\\u2194" in run.stdout


def test_what_is_escaped_fits_the_width_too(treaty: Path) -> None:
    run = shell('COLUMNS=40 PYTHONIOENCODING=ascii sahel show "$1"', treaty)
    assert "\\u" in run.stdout
    assert max(map(len, run.stdout.splitlines())) <= 40


def test_a_pipe_gets_each_row_whole_on_one_line(treaty: Path) -> None:
    run = shell('sahel points "$1" | cat', treaty)
    assert len(run.stdout.splitlines()) == 4
    assert "insurgents." in run.stdout.splitlines()[1]


def test_the_version_and_the_help_answer() -> None:
    run = shell("sahel --version; sahel --help; sahel check --help")
    assert run.returncode == 0
    assert run.stdout.startswith("sahel-tui ")
    for words in ("SAHEL_TUI_LIBRARY", "exit codes", "examples", *COMMANDS):
        assert words in run.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", ""],
        ["check", ""],
        ["points", ""],
        ["briefs", ""],
        ["search", "mali", "--library", ""],
        ["index", ""],
        ["index", ".", "--index", ""],
    ],
)
def test_an_empty_path_is_not_the_folder_that_one_is_in(
    command: Command, arguments: list[str]
) -> None:
    answer = command(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "the path is empty" in answer.err
