"""The command line: from arguments to an exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import COULD_NOT, FINE, Talk
from sahel_tui.cli.output import ClosedPipeError, Output
from sahel_tui.errors import SahelError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from sahel_tui.config import Settings


def run(arguments: Sequence[str], settings: Settings) -> int:
    """Carry out a command; whatever goes wrong is said in a line, and the exit code tells."""
    out, talk = Output(sys.stdout, settings.columns), Talk(sys.stderr)
    try:
        code = _answer(arguments, settings, out, talk)
        out.close()
    except ClosedPipeError:
        return FINE
    except SahelError as error:
        talk.explain(error)
        return COULD_NOT
    except Exception as error:
        # A traceback could show a brief's text raw: a bug is told of in a line, too.
        talk.say(f"sahel-tui: a bug of the program: {_where(error)}")
        return COULD_NOT
    return code


def _where(error: Exception) -> str:
    """What went wrong, and on which line of the program."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace else ""
    return f"{type(error).__name__}: {error}{place}"


def _answer(arguments: Sequence[str], settings: Settings, out: Output, talk: Talk) -> int:
    if "--version" in arguments[:1]:
        from sahel_tui import __version__

        out.text(f"sahel-tui {__version__}")
        return FINE
    from sahel_tui.cli.parser import HelpAskedError, parse

    try:
        given = parse(arguments)
    except HelpAskedError as asked:
        out.text(str(asked))
        return FINE
    return _carry_out(given, settings, out, talk)


def _carry_out(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    if given.command == "check":
        from sahel_tui.cli.check import check

        return check(given.paths, out, talk, strict=given.strict, as_json=given.json)
    if given.command == "show":
        from sahel_tui.cli.show import show

        return show(given.brief, out, talk, as_json=given.json)
    from sahel_tui.cli.lists import list_rows

    return list_rows(given, settings, out, talk)
