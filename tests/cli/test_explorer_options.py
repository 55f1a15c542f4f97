"""The explorer's options: before, after and between paths."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.cli.arguments import parse
from sahel_tui.cli.explorer_options import asked_settings
from sahel_tui.errors import UsageError

if TYPE_CHECKING:
    from tests.cli.library import Command


def asked(*arguments: str) -> tuple[list[str], dict[str, object]]:
    given = parse(arguments)
    assert given.command is None
    return given.paths, asked_settings(given)


def test_options_stand_before_after_and_between_paths() -> None:
    expected = (["a", "b"], {"theme": "dark", "ascii": True})
    assert asked("--theme", "dark", "--ascii", "a", "b") == expected
    assert asked("a", "--theme=dark", "b", "--ascii") == expected
    assert asked("--ascii", "a", "--theme", "dark", "b") == expected


def test_each_option_is_a_setting() -> None:
    options = asked("--no-ascii", "--mouse", "--plain-output", "--copy-file", "c", "--config", "d")[
        1
    ]
    assert options == {
        "ascii": False,
        "mouse": True,
        "plain_output": True,
        "copy_file": Path("c"),
        "config": Path("d"),
    }
    assert asked("--mouse", "--no-mouse")[1] == {"mouse": False}


def test_two_dashes_end_the_options() -> None:
    assert asked("--ascii", "--", "--mouse", "-", "check") == (
        ["--mouse", "-", "check"],
        {"ascii": True},
    )
    assert asked("a", "--", "--") == (["a", "--"], {})


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--them", "dark"], "did you mean `--theme`"),
        (["a", "--no-mose"], "did you mean `--no-mouse`"),
        (["--zzz"], "`./--zzz`"),
        (["--theme", "drak"], "'drak'"),
        (["--theme"], "--theme"),
        (["--ascii=1"], "--ascii"),
        (["-"], "not from stdin"),
        (["--mouse", "-"], "not from stdin"),
        (["--theme", "dark", "points"], "for the explorer, not for `points`"),
        (["points", "--theme", "dark"], "`points` has no option `--theme`"),
        (["config", "--pritn"], "did you mean `--print`"),
        (["config", "--chek", "--check"], "did you mean `--check`"),
        (["config", "--check", "--print"], "not allowed with"),
    ],
)
def test_what_makes_no_sense_is_told(arguments: list[str], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(arguments)
    assert words in f"{caught.value} {caught.value.hint}"


def test_a_value_that_is_named_like_a_command_is_a_value() -> None:
    assert asked("--copy-file", "check", "a") == (["a"], {"copy_file": Path("check")})


def test_help_and_version_may_stand_among_options(command: Command) -> None:
    help_ = command("--help").out
    assert command("--ascii", "--help").out == help_
    for option in ("--theme NAME", "--no-ascii", "--no-mouse", "--plain-output", "--copy-file"):
        assert option in help_
    assert command("a", "--version").out.startswith("sahel-tui ")
