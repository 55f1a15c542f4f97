"""`config`: what holds can be read back, and a bad configuration loses nobody."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sahel_tui.cli.settings_toml import toml_lines
from sahel_tui.config import effective
from sahel_tui.config.keymap import clashes
from sahel_tui.config.keys import BOUND
from sahel_tui.config.settings import COLOURS, THEMES
from sahel_tui.render.safe import safe

if TYPE_CHECKING:
    from tests.cli.library import Command

BAD = 'theme = "drak"\n[keymap]\n"list.next" = "n"\n'


@pytest.fixture
def config_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One's own configuration: not there yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    path = tmp_path / "own" / "sahel_tui" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def test_check_is_silent_where_all_is_fine(command: Command, config_file: Path) -> None:
    assert command("config", "--check") == command("config", "--check", "--json")
    config_file.write_text('theme = "dark"')
    answer = command("config", "--check")
    assert (answer.code, answer.out, answer.err) == (0, "", "")


def test_check_prints_errors_as_it_does_of_briefs(command: Command, config_file: Path) -> None:
    config_file.write_text(BAD)
    answer = command("config", "--check")
    assert answer.code == 2
    assert answer.out.splitlines()[0].startswith(f"{config_file}:1:1: error: theme: ")
    assert "3 errors" in answer.err
    found = [json.loads(line) for line in command("config", "--check", "--json").out.splitlines()]
    assert [one["code"] for one in found] == ["unknown-value", *["key-clash"] * 2]
    assert found[0]["file"] == str(config_file)


@pytest.mark.parametrize("arguments", [(), ("--theme", "dark"), ("points",), ("config", "--print")])
def test_with_a_bad_configuration_nothing_starts_but_the_way_out_is_told(
    command: Command, config_file: Path, arguments: tuple[str, ...]
) -> None:
    config_file.write_text(BAD)
    answer = command(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert f"{config_file}:3:1: error: " in answer.err
    assert "--config /dev/null" in answer.err


def test_what_needs_no_configuration_works_with_a_bad_one(
    command: Command, config_file: Path, treaty: Path
) -> None:
    config_file.write_text(BAD)
    assert command("--version").code == command("--help").code == command("show", treaty).code == 0
    assert command("check", treaty).code < 2
    assert command("--config", os.devnull, "points", treaty).code == 0
    assert "needs a terminal" in command("--config", os.devnull, treaty).err


def test_config_alone_says_which_files_are_read(command: Command, config_file: Path) -> None:
    assert f"{config_file} (yours, not there)" in command("config").out
    config_file.write_text(BAD)
    answer = command("config")
    assert answer.code == 0
    assert f"{config_file} (yours)" in answer.out
    other = config_file.with_name("other.toml")
    assert f"{other} (--config)" in command("config", "--config", other).out
    assert "No file" in command("--config", os.devnull, "config").out


def test_json_is_for_check_alone(command: Command) -> None:
    for arguments in (["config", "--json"], ["config", "--print", "--json"]):
        answer = command(*arguments)
        assert (answer.code, answer.out) == (2, "")
        assert "`--check`" in answer.err


def test_print_says_where_each_value_is_from(
    command: Command, config_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config_file.write_text('mouse = true\n\n[keymap]\n"app.quit" = "Q"\n')
    monkeypatch.setenv("NO_COLOR", "1")
    out = command("--theme", "mono", "config", "--print", "--no-ascii").out.splitlines()
    assert 'theme = "mono"  # option --theme' in out
    assert "ascii = false  # option --no-ascii" in out
    assert 'colours = "none"  # environment NO_COLOR' in out
    assert f"mouse = true  # {config_file}:1" in out
    assert f'"app.quit" = ["Q"]  # {config_file}:4' in out
    assert "plain_output = false  # default" in out
    assert '"app.help" = ["?", "f1"]  # default' in out


def test_print_is_whole_however_narrow_the_terminal(
    command: Command, config_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config_file.write_text(f'library = "{"x" * 200}"')
    monkeypatch.setenv("COLUMNS", "30")
    printed = tomllib.loads(command("config", "--print").out)
    assert printed["library"].endswith("x" * 200)


@pytest.mark.parametrize("name", ["a\x1b[31m", "a\nb", "\u202e", 'a"\\', "'''", "\x7f\x9b", "é 漢"])
def test_a_hostile_path_is_shown_and_read_back(
    command: Command, config_file: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", f"/{name}")
    config_file.write_text("")
    out = command("config", "--print").out
    assert all(line == safe(line) for line in out.splitlines())
    assert tomllib.loads(out)["library"] == f"/{name}"
    folder = config_file.parent / name.replace("/", "_")
    for answer in (command("config", "--config", folder), command("--config", folder, "config")):
        assert all(line == safe(line) for line in answer.out.splitlines())


def test_a_path_that_toml_cannot_hold_is_told(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", "/\udcff")
    answer = command("config", "--print")
    assert "# library: " in answer.out
    assert "library" not in tomllib.loads(answer.out)


def _keymaps() -> st.SearchStrategy[dict[str, list[str]]]:
    keys = st.sampled_from(["u", "U", "f5", "f6", "ctrl+t", "comma", "'", '"', "\\", "ñ", "n"])
    return st.dictionaries(
        st.sampled_from([name for name in BOUND if not name.startswith((*TYPED_IN, "app.int"))]),
        st.lists(keys, min_size=1, max_size=3),
        max_size=4,
    ).filter(lambda keymap: not clashes({k: tuple(v) for k, v in keymap.items()}))


TYPED_IN = ("prompt", "finder", "query")
_PATHS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0~"), max_size=20)
_OPTIONS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "theme": st.sampled_from(THEMES),
        "ascii": st.booleans(),
        "mouse": st.booleans(),
        "plain_output": st.just(True),
        "copy_file": _PATHS.map(lambda text: Path(f"/{text}")),
    },
)
_FILES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"keymap": _keymaps()},
    optional={
        "library": _PATHS,
        "index": _PATHS,
        "colours": st.sampled_from(COLOURS),
        "ascii": st.sampled_from([True, False, "auto"]),
        "ceiling": st.sampled_from(["", "TLP:AMBER", "SECRET//NOFORN"]),
        "copy_file": _PATHS,
    },
)


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_FILES, _OPTIONS)
def test_what_is_printed_is_read_back_as_the_same(
    tmp_path: Path, file: dict[str, Any], options: dict[str, Any]
) -> None:
    keymap = file.pop("keymap")
    lines = [f"{name} = {_toml(value)}" for name, value in file.items()]
    lines += ["[keymap]", *(f"{_toml(name)} = {_toml(keys)}" for name, keys in keymap.items())]
    written, again = tmp_path / "written.toml", tmp_path / "again.toml"
    written.write_bytes("\n".join(lines).encode())
    found = effective({}, {"config": written, **options})
    again.write_bytes("\n".join(toml_lines(found)).encode())
    read = effective({}, {"config": again}).settings
    assert read._replace(config_file=None) == found.settings._replace(config_file=None)
