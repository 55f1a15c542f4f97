"""Commands and paths told apart, and what keeps the explorer from opening."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from sahel_tui.cli.explore import what_to_open
from sahel_tui.config import read_settings
from sahel_tui.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.library import Command


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def opened(*arguments: str, term: str = "xterm", library: str = "") -> list[Path]:
    settings = read_settings({"TERM": term, "SAHEL_TUI_LIBRARY": library})
    return what_to_open(arguments, settings, Terminal(), Terminal())


def test_the_paths_given_are_opened_else_the_library(library: Path, treaty: Path) -> None:
    assert opened(str(treaty), str(library)) == [treaty, library]
    assert opened(library=str(library)) == [library]
    assert opened() == [read_settings({}).library]


@pytest.mark.parametrize("term", ["", "dumb"])
def test_a_terminal_that_cannot_draw_is_refused(library: Path, term: str) -> None:
    with pytest.raises(UsageError, match="cannot draw") as caught:
        opened(str(library), term=term)
    assert "show" in caught.value.hint


def test_without_a_terminal_the_commands_are_named(library: Path) -> None:
    settings = read_settings({"TERM": "xterm"})
    for stdin, stdout in ((io.StringIO(), Terminal()), (Terminal(), io.StringIO()), (None, None)):
        with pytest.raises(UsageError, match="needs a terminal"):
            what_to_open([str(library)], settings, stdin, stdout)


def test_a_missing_library_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gone") as caught:
        opened(library=str(tmp_path / "gone"))
    assert "SAHEL_TUI_LIBRARY" in caught.value.hint


def test_a_word_that_is_nearly_a_command_is_asked_about(command: Command) -> None:
    answer = command("chekc")
    assert answer.code == 2
    assert "`check`" in answer.err


def test_a_file_named_like_a_command_is_opened_by_its_path(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "show").mkdir()
    assert "BRIEF" in command("show").err
    assert "needs a terminal" in command("./show").err
    assert "needs a terminal" in command("--", "show").err
