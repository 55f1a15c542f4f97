"""The settings: read once from the environment, passed down, never changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Settings(NamedTuple):
    """What the environment says."""

    library: Path
    """What is opened when no path is given: `SAHEL_TUI_LIBRARY`, else the shipped briefs."""
    columns: int | None
    """The width of plain text, from `COLUMNS`; None: the terminal's, or as long as a line is."""
    term: str
    """The terminal's name."""


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of an environment; a value that says nothing is as good as none."""
    library = environment.get("SAHEL_TUI_LIBRARY", "")
    columns = environment.get("COLUMNS", "")
    plausible = columns.isascii() and columns.isdigit() and 0 < len(columns) < 6
    return Settings(
        library=_expand(library) if library else shipped_briefs(),
        columns=int(columns) or None if plausible else None,
        term=environment.get("TERM", ""),
    )


def shipped_briefs() -> Path:
    """The briefs that come with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "briefs"
    return installed if installed.is_dir() else package.parent / "briefs"


def _expand(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError:
        # A home that nobody knows: the path is taken as it is written.
        return Path(path)
