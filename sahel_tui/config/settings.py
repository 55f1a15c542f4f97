"""The settings: read once, passed down, never changed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

THEMES = ("terminal", "dark", "light", "mono")
COLOURS = ("auto", "none", "16", "256", "truecolor")


class Settings(NamedTuple):
    """What the command line, the environment and the configuration say, in this order."""

    library: Path
    """What is opened when no path is given."""
    columns: int | None
    """The width of plain text, from `COLUMNS`; None: the terminal's, or as long as a line is."""
    term: str
    """The terminal's name."""
    theme: str = "terminal"
    """One of THEMES."""
    colours: str = "auto"
    """One of COLOURS: how many the terminal has; `NO_COLOR` means none."""
    ascii: bool | None = None
    """Whether drawings are of ASCII alone; None: as locale and terminal allow."""
    mouse: bool = False
    plain_output: bool = False
    """Whether Textual writes to the terminal by itself."""
    ceiling: str = ""
    """The highest marking that may be copied; empty for no limit."""
    copy_file: Path | None = None
    """Where copies are written, too."""
    author: str = ""
    """Who it is that judges which actors are the same; empty for the login name."""
    keymap: tuple[tuple[str, str], ...] = ()
    """Binding ids and their keys, joined by commas as Textual has them."""
    index: Path | None = None  # type: ignore[assignment]  # a tuple's method that nobody needs here
    """Where the index is kept; None: in the user's cache."""
    fresh: bool = False
    """Whether to start without what is remembered of the last time."""
    config_file: Path | None = None
    """The user's configuration, if one was read."""


def shipped_briefs() -> Path:
    """The briefs that come with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "briefs"
    return installed if installed.is_dir() else package.parent / "briefs"
