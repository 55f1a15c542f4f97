"""Where the program starts: the command line, or a late import of the screens."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as typing has it, without the time that its import takes
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.config import Settings


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (the process's own by default): the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if arguments == ["--version"] and _tell_version():
            return 0
        return _run(arguments)
    except KeyboardInterrupt:
        from sahel_tui.cli.diagnostics import INTERRUPTED

        return INTERRUPTED


def _tell_version() -> bool:
    """Whether the version could be told without loading anything; if not, `_run` says why."""
    from sahel_tui import __version__

    try:
        print(f"sahel-tui {__version__}", flush=True)
    except (OSError, ValueError):
        return False
    return sys.stdout is not None


def _run(arguments: Sequence[str]) -> int:
    import os

    # Whatever plug-ins other packages have for pydantic have no business in a brief, and looking
    # for them takes a fifth of the time in which one is read.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    from sahel_tui.cli import COMMANDS
    from sahel_tui.config import read_settings

    settings = read_settings(os.environ)
    first = arguments[0] if arguments else ""
    if first in COMMANDS or (first.startswith("-") and first != "--"):
        from sahel_tui.cli.main import run

        return run(arguments, settings)
    return _explore(arguments[1:] if first == "--" else arguments, settings)


def _explore(arguments: Sequence[str], settings: Settings) -> int:
    """Open the explorer, once there is something to open and a terminal to show it on."""
    from sahel_tui.cli.explore import what_to_open
    from sahel_tui.errors import SahelError

    try:
        paths = what_to_open(arguments, settings, sys.stdin, sys.stdout)
    except SahelError as error:
        from sahel_tui.cli.diagnostics import COULD_NOT, Talk

        Talk(sys.stderr).explain(error)
        return COULD_NOT
    from sahel_tui.tui.start import run

    return run(paths, settings)


if __name__ == "__main__":
    sys.exit(main())
