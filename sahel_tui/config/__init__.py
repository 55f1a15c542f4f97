"""The settings, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.config.files import ConfigFile, config_files, expanded
from sahel_tui.config.settings import Settings, shipped_briefs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sahel_tui.config.reading import Said

__all__ = ["Effective", "Settings", "effective", "plain_columns", "read_settings", "shipped_briefs"]


class Effective(NamedTuple):
    """The settings, and why they are what they are."""

    settings: Settings
    said: dict[str, Said]
    """What the files say, by the names of the settings; the keys of a binding as `keymap.ID`."""
    environment: dict[str, str]
    """The variables that say something, by the names of the settings."""
    asked: dict[str, Any]
    """What the options say, by the names of the settings."""


def read_settings(
    environment: Mapping[str, str], options: Mapping[str, Any] | None = None
) -> Settings:
    """The settings: options before the environment before the configuration; or ConfigError.

    `options` are by the names of the settings, and `config` is the file of `--config`. A value of
    the environment that says nothing is as good as none.
    """
    return effective(environment, options or {}).settings


def effective(environment: Mapping[str, str], options: Mapping[str, Any]) -> Effective:
    """The settings as `read_settings` gives them, and where each is from."""
    files = [one for one in config_files(environment, options.get("config")) if one.there]
    said: dict[str, Said] = {}
    values: dict[str, Any] = {}
    if files:
        from sahel_tui.config.reading import changed_keys, read_files

        said = read_files([one.path for one in files])
        values = {name: one.value for name, one in said.items() if "." not in name}
        values["keymap"] = changed_keys(said)
    variables = {}
    if library := environment.get("SAHEL_TUI_LIBRARY"):
        values["library"], variables["library"] = expanded(library), "SAHEL_TUI_LIBRARY"
    if environment.get("NO_COLOR"):
        values["colours"], variables["colours"] = "none", "NO_COLOR"
    asked = {name: value for name, value in options.items() if name != "config"}
    values |= {
        "columns": plain_columns(environment),
        "term": environment.get("TERM", ""),
        "config_file": _own(files),
        "library": values.get("library") or shipped_briefs(),
        **asked,
    }
    return Effective(Settings(**values), said, variables, asked)


def _own(files: list[ConfigFile]) -> Path | None:
    """The user's configuration, or the one that was named, if any."""
    return next((one.path for one in files if one.wanted or one.whose == "yours"), None)


def plain_columns(environment: Mapping[str, str]) -> int | None:
    """The width of plain text that `COLUMNS` asks for, if it says anything plausible."""
    columns = environment.get("COLUMNS", "")
    plausible = columns.isascii() and columns.isdigit() and 0 < len(columns) < 6
    return int(columns) or None if plausible else None
