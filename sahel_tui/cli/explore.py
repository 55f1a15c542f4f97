"""What stands between the command line and the explorer: paths that exist, and a terminal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from sahel_tui.cli import COMMANDS
from sahel_tui.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.config import Settings

_PRINT = "the commands print instead, such as `sahel-tui show BRIEF`; see `sahel-tui --help`"


def what_to_open(
    arguments: Sequence[str], settings: Settings, stdin: TextIO | None, stdout: TextIO | None
) -> list[Path]:
    """The paths to explore; UsageError where one is missing, or there is no terminal."""
    for argument in arguments:
        if not os.path.lexists(argument):
            raise UsageError(f"there is no file or folder {argument}", _meant(argument))
    if not arguments and not os.path.lexists(settings.library):
        hint = "give a path, or set `library` in your configuration, or SAHEL_TUI_LIBRARY"
        raise UsageError(f"there is no file or folder {settings.library}", hint)
    if not (_is_terminal(stdin) and _is_terminal(stdout)):
        raise UsageError("the explorer needs a terminal", _PRINT)
    if settings.term in ("", "dumb"):
        hint = f"if it is another one, set TERM to its name; {_PRINT}"
        raise UsageError(f"the explorer cannot draw on the terminal `{settings.term}`", hint)
    return [Path(argument) for argument in arguments] or [settings.library]


def _meant(argument: str) -> str:
    from sahel_tui.store.nearest import Nearest

    command = Nearest().find(argument, COMMANDS)
    return f"did you mean the command `{command}`?" if command else "check the path"


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
