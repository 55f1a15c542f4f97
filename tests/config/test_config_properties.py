"""Whatever a configuration holds: settings, or errors that each have a place and a way out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sahel_tui.config import read_settings
from sahel_tui.config.keys import BOUND
from sahel_tui.config.values import VALUES
from sahel_tui.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_ANY: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(),
        st.sampled_from(["dark", "256", "auto", "TLP:RED", "n", "ctrl+i", "f5", "", "~x/y"]),
        _TEXT,
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=5,
)
_NAMES = st.sampled_from([*VALUES, "keymap", "list.next"]) | _TEXT
_KEYMAP = st.dictionaries(st.sampled_from([*BOUND, "list", "a.b"]) | _TEXT, _ANY, max_size=5)


def _toml(value: object) -> str:
    """A value as TOML, on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_toml(key)} = {_toml(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _judge(path: Path) -> None:
    try:
        found = read_settings({"SAHEL_TUI_CONFIG": str(path)})
    except ConfigError as error:
        errors = error.diagnostics
    else:
        assert found.config_file == path
        return
    lines = path.read_bytes().decode(errors="replace").split("\n")
    assert errors
    for one in errors:
        assert one.message
        assert one.hint
        if one.line is not None:
            assert 1 <= one.line <= len(lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(_NAMES, _ANY, max_size=5), _KEYMAP)
def test_any_table_is_settings_or_errors(
    tmp_path: Path, table: dict[str, Any], keymap: dict[str, Any]
) -> None:
    path = tmp_path / "config.toml"
    lines = [f"{_toml(name)} = {_toml(value)}" for name, value in table.items()]
    if "keymap" not in table:
        lines += ["[keymap]", *(f"{_toml(name)} = {_toml(one)}" for name, one in keymap.items())]
    path.write_bytes("\n".join(lines).encode())
    _judge(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60) | _TEXT.map(str.encode))
def test_any_bytes_are_settings_or_errors(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(data)
    _judge(path)


@pytest.mark.parametrize("text", ["", "\ufeff", "# nothing", "\r\n\r\n", "[keymap]"])
def test_a_file_that_says_nothing_changes_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(text.encode())
    found = read_settings({"SAHEL_TUI_CONFIG": str(path)})
    assert found._replace(config_file=None) == read_settings({})
