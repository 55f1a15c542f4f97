"""Where the program starts: the command line, or a late import of the screens."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as typing has it, without the time that its import takes
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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

    first = arguments[0] if arguments else ""
    if first not in COMMANDS and not any(argument.startswith("-") for argument in arguments):
        return _explore(arguments, {})  # nothing to parse: the quick way
    from sahel_tui.cli.main import run

    answer = run(arguments, os.environ)
    return answer if isinstance(answer, int) else _explore(answer.paths, answer.options)


def _explore(paths: Sequence[str], options: Mapping[str, object]) -> int:
    """Open the explorer, once there is something to open and a terminal to show it on."""
    import os

    from sahel_tui.tui.later import put_off

    put_off()  # before anything of others is imported
    from sahel_tui.cli.explore import what_to_open
    from sahel_tui.config import read_settings
    from sahel_tui.errors import SahelError

    try:
        settings = read_settings(os.environ, options)
        opened = what_to_open(paths, settings, sys.stdin, sys.stdout)
    except SahelError as error:
        from sahel_tui.cli.diagnostics import COULD_NOT, Talk

        Talk(sys.stderr).explain(error)
        return COULD_NOT
    from sahel_tui.tui.start import run

    return run(opened, settings)


if __name__ == "__main__":
    sys.exit(main())
