"""What the command line has is documented, and what is documented it has."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sahel_tui.__main__ import main
from sahel_tui.cli import COMMANDS
from sahel_tui.cli.parser import build_parser
from tests.cli.library import TREATY, TREATY_TEXT

ROOT = Path(__file__).parent.parent
JSON_PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
CONFIG_PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


OTHER = """\
format = "sahel-brief/1"

[brief]
id = "other"
title = "Another brief"
published = "2024"

[[source]]
text = "Wagner Group came."

[[point]]
text = "It came."
relates = [{ to = "treaty#p1", as = "contradicts" }]
evidence = ["came"]

[[actor]]
id = "wagner-group"
name = "Wagner Group"

[[actor]]
id = "wagner"
name = "Wagner"

[[actor]]
id = "mali"
name = "Mali"

[[relation]]
source = "wagner"
target = "mali"
type = "supports"

[[event]]
title = "A raid"
date = "2023-08"
fatalities = { min = 1, max = 2 }
"""
"""A brief that contradicts another, has an actor of its under another id, and knows a friend of
two foes."""


def options_of(command: str) -> set[str]:
    """The long options that a command's parser takes, `--help` aside."""
    return set(re.findall(r"--[a-z]+", _parsers()[command].format_usage())) - {"--help"}


def _parsers() -> dict[str, Any]:
    actions = build_parser()._actions
    return next(dict(a.choices) for a in actions if isinstance(a.choices, dict))


def keys_of(value: object) -> set[str]:
    """Every key of an object, however deep."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


def test_the_commands_are_those_of_the_parser() -> None:
    assert tuple(_parsers()) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_documented(command: str) -> None:
    assert f"`sahel-tui {command} " in JSON_PAGE
    for option in options_of(command):
        assert re.search(rf"{option}\b", JSON_PAGE + CONFIG_PAGE), option


def test_every_option_that_is_documented_is_there() -> None:
    known = set().union(*map(options_of, COMMANDS)) | {"--help", "--version"}
    for text in (JSON_PAGE, CONFIG_PAGE, README):
        named = set(re.findall(r"(?<=sahel-tui )[^`\n]*", text))
        assert {o for line in named for o in re.findall(r"--[a-z]+", line)} <= known
    assert set(re.findall(r"(?<![\w-])--[a-z]+", JSON_PAGE)) <= known


def test_every_command_that_is_documented_is_there() -> None:
    for text in (JSON_PAGE, CONFIG_PAGE, README):
        words = set(re.findall(r"(?<=`sahel-tui )[a-z]+(?=[ `])", text))
        assert words <= set(COMMANDS)


def test_every_key_that_is_printed_is_documented_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = tmp_path / "brief.toml"
    brief.write_text(TREATY, encoding="utf-8")
    (tmp_path / "treaty.txt").write_text(TREATY_TEXT, encoding="utf-8")
    printed: set[str] = set()
    (tmp_path / "other.toml").write_text(OTHER, encoding="utf-8")
    runs = {
        "doctor": [],
        "index": [str(tmp_path)],
        "path": ["mali", "niger", str(tmp_path)],
        "dossier": ["mali", "--library", str(tmp_path)],
        "contradictions": ["--library", str(tmp_path)],
        "search": ["mali", "--library", str(tmp_path)],
    }
    commands = [[one, *runs.get(one, [str(brief)])] for one in COMMANDS]
    search = ["search", "mali", "--library", str(tmp_path)]
    more = (["actors", "--suggest", str(tmp_path)], [*search, "--count"], [*search, "--explain"])
    shown = (["--map"], ["--changes", "2022", "2024"], ["--structure"], ["--as-of", "2024"])
    graph = (["relations", str(tmp_path), *options] for options in shown)
    drawn = (
        ["--strip"],
        ["--lanes", "type"],
        ["--joined"],
        ["--around", "treaty#e1", "--days", "999"],
    )
    time = (["timeline", str(tmp_path), *options] for options in drawn)
    for command in (*commands, *more, *graph, *time):
        main([*command, "--json"])
        for line in capsys.readouterr().out.splitlines():
            printed |= keys_of(json.loads(line))
    tables = re.findall(r"\| key \| value \|\n\|---\|---\|\n((?:\|.*\n)+)", JSON_PAGE)
    cells = [row.split("|")[1:3] for table in tables for row in table.splitlines()]
    documented = {key for key, _ in cells for key in re.findall(r"`(\w+)`", key)}
    documented |= {
        key
        for _, value in cells
        if "list of" in value
        for key in re.findall(r"`(\w+)`", value.split("list of")[1])
    }
    documented |= set(re.findall(r"`(\w+)`", "`source`, `start`, `end`"))
    assert printed <= documented
    assert documented <= printed


def test_every_code_of_a_finding_is_documented() -> None:
    source = (ROOT / "sahel_tui" / "queries" / "findings.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'"([a-z]+-[a-z]+)"', source)) - {"point", "actor"}
    states = {"moved", "normalised", "fuzzy", "ambiguous", "orphan"}
    tables = re.findall(r"\| code \| found \|\n\|---\|---\|\n((?:\|.*\n)+)", JSON_PAGE)
    documented = {row.split("`")[1] for table in tables for row in table.splitlines()}
    others = {"digest-differs", "duplicate-brief", "unknown-actor", "unmade-join"}
    assert codes | states | others == documented
