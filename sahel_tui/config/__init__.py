"""The settings, and where they come from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahel_tui.config.settings import Settings, shipped_briefs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Settings", "plain_columns", "read_settings", "shipped_briefs"]


def read_settings(
    environment: Mapping[str, str], options: Mapping[str, Any] | None = None
) -> Settings:
    """The settings: the options before the environment before the configuration.

    A value of the environment that says nothing is as good as none.
    """
    library = environment.get("SAHEL_TUI_LIBRARY", "")
    settings = Settings(
        library=_expand(library) if library else shipped_briefs(),
        columns=plain_columns(environment),
        term=environment.get("TERM", ""),
        colours="none" if environment.get("NO_COLOR") else "auto",
    )
    asked = {name: value for name, value in (options or {}).items() if name != "config"}
    return settings._replace(**asked)


def plain_columns(environment: Mapping[str, str]) -> int | None:
    """The width of plain text that `COLUMNS` asks for, if it says anything plausible."""
    columns = environment.get("COLUMNS", "")
    plausible = columns.isascii() and columns.isdigit() and 0 < len(columns) < 6
    return int(columns) or None if plausible else None


def _expand(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError:
        # A home that nobody knows: the path is taken as it is written.
        return Path(path)
