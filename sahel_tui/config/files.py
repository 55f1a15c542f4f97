"""Which configuration files are read: the administrator's, then the user's or another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "config.toml"


class ConfigFile(NamedTuple):
    """A place where a configuration is looked for."""

    path: Path
    whose: str
    """Who writes it, or how it was named."""
    wanted: bool
    """Whether it has to be there: it was named."""
    there: bool


def config_files(environment: Mapping[str, str], named: Path | None) -> tuple[ConfigFile, ...]:
    """The places, the one that counts least first.

    `named`, else `SAHEL_TUI_CONFIG`, stands in the place of the user's file; `/dev/null` in the
    place of all.
    """
    how = "--config"
    if named is None and environment.get("SAHEL_TUI_CONFIG"):
        named, how = expanded(environment["SAHEL_TUI_CONFIG"]), "SAHEL_TUI_CONFIG"
    if named is not None and str(named) == os.devnull:
        return ()
    from platformdirs import PlatformDirs  # textual loads it, too

    own, *site = PlatformDirs("sahel_tui", appauthor=False).iter_config_paths()
    files = [_file(folder / NAME, "for all users") for folder in reversed(site)]
    files.append(ConfigFile(named, how, True, True) if named else _file(own / NAME, "yours"))
    return tuple(one for one in files if one.path.is_absolute() or one.wanted)


def _file(path: Path, whose: str) -> ConfigFile:
    try:
        os.lstat(path)
        there = True
    except (FileNotFoundError, NotADirectoryError):
        there = False
    except OSError:
        there = True  # why it cannot be read is said when it is read
    return ConfigFile(path, whose, False, there)


def expanded(path: str) -> Path:
    """A path with its `~`; as it is written where nobody knows that home."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)
