"""The command line: from arguments to an exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.cli.diagnostics import COULD_NOT, FINE, Talk
from sahel_tui.cli.output import ClosedPipeError, Output
from sahel_tui.config import plain_columns, read_settings
from sahel_tui.errors import SahelError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from sahel_tui.config import Settings


class ToExplore(NamedTuple):
    """What the command line asks of the explorer: paths, and settings by their names."""

    paths: list[str]
    options: dict[str, object]


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int | ToExplore:
    """Carry out a command; whatever goes wrong is said in a line, and the exit code tells."""
    out, talk = Output(sys.stdout, plain_columns(environment)), Talk(sys.stderr)
    try:
        code = _answer(arguments, environment, out, talk)
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


def _answer(
    arguments: Sequence[str], environment: Mapping[str, str], out: Output, talk: Talk
) -> int | ToExplore:
    from sahel_tui.cli.arguments import parse
    from sahel_tui.cli.explorer_options import asked_settings
    from sahel_tui.cli.parser import HelpAskedError

    try:
        given = parse(arguments)
    except HelpAskedError as asked:
        out.text(str(asked))
        return FINE
    if given.version:
        from sahel_tui import __version__

        out.text(f"sahel-tui {__version__}")
        return FINE
    if given.command is None:
        return ToExplore(given.paths, asked_settings(given))
    return _carry_out(given, environment, out, talk)


def _carry_out(given: Namespace, environment: Mapping[str, str], out: Output, talk: Talk) -> int:
    if given.command == "check":
        from sahel_tui.cli.check import check

        return check(given.paths, out, talk, strict=given.strict, as_json=given.json)
    if given.command == "show":
        from sahel_tui.cli.show import show

        return show(given.brief, out, talk, as_json=given.json)
    if given.command == "config":
        from sahel_tui.cli.config import config

        return config(given, environment, out, talk)
    from sahel_tui.cli.explorer_options import asked_settings

    if given.command == "doctor":
        from sahel_tui.cli.doctor.command import doctor

        return doctor(environment, asked_settings(given), out, as_json=given.json)
    if given.command == "index":
        from sahel_tui.cli.index import index

        return index(given, environment, out, talk)
    if given.command == "search":
        from sahel_tui.cli.search import search

        return search(given, environment, out, talk)
    return _list(given, read_settings(environment, asked_settings(given)), out, talk)


def _list(given: Namespace, settings: Settings, out: Output, talk: Talk) -> int:
    """The commands that go through briefs, without paths those of the library."""
    if given.command == "dossier":
        from sahel_tui.cli.dossier import dossier

        return dossier(given, settings, out, talk)
    if given.command == "contradictions":
        from sahel_tui.cli.contradictions import list_contradictions

        return list_contradictions(given, settings, out, talk)
    if given.command == "briefs":
        from sahel_tui.cli.brief_list import list_briefs

        return list_briefs(given, settings, out, talk)
    if given.command == "actors" and given.suggest:
        from sahel_tui.cli.suggestions import suggest

        return suggest(given, settings, out, talk)
    if given.command == "path":
        from sahel_tui.cli.path import path

        return path(given, settings, out, talk)
    if given.command == "relations":
        from sahel_tui.cli.graph_options import looks_at_the_graph

        if looks_at_the_graph(given):
            from sahel_tui.cli.relations import relations

            return relations(given, settings, out, talk)
    if given.command == "timeline":
        from sahel_tui.cli.timeline_options import is_drawn

        if is_drawn(given):
            from sahel_tui.cli.timeline import timeline

            return timeline(given, settings, out, talk)
    from sahel_tui.cli.lists import list_rows

    return list_rows(given, settings, out, talk)
