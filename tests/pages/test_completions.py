"""What the shells offer, asked of the shells themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docs.pages.command_line import read
from sahel_tui.cli import COMMANDS
from sahel_tui.cli.parser import SIGNS, build_parser
from tests.pages.shells import offered_by_bash, offered_by_fish, offered_by_zsh
from tests.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Offered = Callable[[str, Path], set[str]]

SHELLS = [
    pytest.param(offered_by_bash, marks=pytest.mark.system("bash"), id="bash"),
    pytest.param(offered_by_zsh, marks=pytest.mark.system("zsh"), id="zsh"),
    pytest.param(offered_by_fish, marks=pytest.mark.system("fish"), id="fish"),
]
BRIEFS = {"one.toml", "more"}
LINES = {
    "sahel-tui ch": {"check"},
    "sahel-tui on": {"one.toml"},
    "sahel-tui ": {*COMMANDS, *BRIEFS},
    "sahel-tui --them": {"--theme"},
    "sahel-tui --theme li": {"light"},
    "sahel-tui --theme=li": {"light"},
    "sahel-tui --config ": {*BRIEFS, "notes.txt"},
    "sahel-tui check ": BRIEFS,
    "sahel-tui check --st": {"--strict"},
    "sahel-tui --theme dark show ": BRIEFS,
    "sahel-tui --theme check ch": {"check"},
    "sahel-tui one.toml ch": set(),
    "sahel-tui one.toml mo": {"more"},
    "sahel-tui relations --sign ": {"+", "0", "-"},
    "sahel-tui relations one.toml --certa": {"--certainly"},
    "sahel-tui points --actor ": set(),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    (folder / "more").mkdir(parents=True)
    (folder / "one.toml").touch()
    (folder / "notes.txt").touch()
    return folder


@pytest.mark.parametrize("offered", SHELLS)
@pytest.mark.parametrize("line", LINES)
def test_what_is_begun_is_completed(line: str, offered: Offered, folder: Path) -> None:
    assert offered(line, folder) == LINES[line]


@pytest.mark.parametrize("offered", SHELLS)
@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_all_options_are_offered(command: str | None, offered: Offered, folder: Path) -> None:
    line = read(build_parser())
    known = line.program if command is None else next(c for c in line.commands if c.name == command)
    flags = {flag for option in known.options for flag in option.flags if flag[:2] == "--"}
    assert offered(" ".join(filter(None, ["sahel-tui", command, "--"])), folder) == flags


def test_the_signs_that_are_offered_are_signs() -> None:
    offered = {
        word
        for command in read(build_parser()).commands
        for option in command.options
        if option.value == "SIGN"
        for word in option.offered
    }
    assert {SIGNS[word] for word in offered} == {1, 0, -1}


@pytest.mark.system("bash")
def test_a_name_with_a_blank_is_quoted_by_bash(folder: Path) -> None:
    from docs.pages.__main__ import SHARE

    (folder / "two words.toml").touch()
    script = SHARE / "bash-completion/completions/sahel-tui"
    rc = folder / "rc"
    rc.write_text(f"PS1='ready> '\n. '{script}'\nsahel-tui() {{ printf '<%s>' \"$@\"; }}\n")
    with Session(["bash", "--rcfile", str(rc), "-i"], folder=folder) as session:
        session.wait_for_text("ready>")
        session.send(b"sahel-tui check tw\t")
        session.wait_for_text("words.toml")
        session.send(b"\r")
        session.wait_for_text("<check><two words.toml>")
