"""Arguments as parsed: a command and its options, or what the explorer is to open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli import COMMANDS
from sahel_tui.cli.explorer_options import SETTINGS, add_explorer_options, first_operand
from sahel_tui.cli.parser import LISTS, PROGRAM, Parser, build_parser
from sahel_tui.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

_NO_OPTIONS = ("command", "version", "paths", "brief")
_WITH_SETTINGS = ("config", "doctor")
"""The commands that are about the settings, and take the explorer's options."""


def parse(arguments: Sequence[str]) -> Namespace:
    """The command, or None for the explorer, and its options.

    UsageError where they make no sense, or HelpAskedError.
    """
    operand = first_operand(arguments)
    if operand not in COMMANDS:
        return _parse_explorer(arguments)
    given, unknown = build_parser().parse_known_args(list(arguments))
    if unknown:
        raise _unknown(given, unknown[0])
    for name in SETTINGS:
        if getattr(given, name) is not None and given.command not in _WITH_SETTINGS:
            option = f"--{name.replace('_', '-')}"
            raise UsageError(f"`{option}` is for the explorer, not for `{operand}`", "leave it out")
    return given


def _parse_explorer(arguments: Sequence[str]) -> Namespace:
    end = arguments.index("--") if "--" in arguments else len(arguments)
    before, after = list(arguments[:end]), list(arguments[end + 1 :])
    if {"-h", "--help"} & set(before):
        build_parser().print_help()
    parser = Parser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    parser.add_argument("--version", action="store_true")
    add_explorer_options(parser)
    given, rest = parser.parse_known_args(before)
    for argument in rest:
        if argument == "-":
            hint = "a file of that name is `./-`"
            raise UsageError("a brief is read from a file, not from stdin", hint)
        if argument.startswith("-"):
            raise _no_option(given, argument)
    given.command, given.paths = None, rest + after
    return given


def _no_option(given: Namespace, argument: str) -> UsageError:
    from sahel_tui.store.nearest import Nearest

    known = [*vars(given), "no_ascii", "no_mouse", "help"]
    nearest = Nearest().find(argument.split("=")[0].lstrip("-"), known)
    hint = f"a file of that name is `./{argument}`; see `{PROGRAM} --help`"
    if nearest:
        hint = f"did you mean `--{nearest.replace('_', '-')}`?"
    return UsageError(f"the explorer has no option `{argument}`", hint)


def _no_word(argument: str) -> UsageError:
    """What is neither an option of `search` nor beside the other words of the query."""
    if argument.startswith("--"):
        hint = f"see `{PROGRAM} search --help`"
    elif argument.startswith("-"):
        hint = f"a word that begins with - stands after `--`: `{PROGRAM} search -- {argument}`"
    else:
        hint = "the words of the query stand side by side, before the options or after them"
    kind = "option" if argument.startswith("-") else "place for"
    return UsageError(f"`search` has no {kind} `{argument}`", hint)


def _unknown(given: Namespace, argument: str) -> UsageError:
    from sahel_tui.store.nearest import Nearest

    if given.command == "search":
        raise _no_word(argument)
    if others := [
        f"`{name}`" for name, _, options in LISTS if argument.split("=")[0] in options.split()
    ]:
        hint = f"{' and '.join(others)} {'has' if len(others) == 1 else 'have'} it"
        return UsageError(f"`{given.command}` has no option `{argument}`", hint)
    none = _NO_OPTIONS if given.command in _WITH_SETTINGS else (*_NO_OPTIONS, "config", *SETTINGS)
    options = [name for name in vars(given) if name not in none]
    nearest = Nearest().find(argument.split("=")[0].lstrip("-"), options)
    nearest = nearest and nearest.replace("_", "-")
    hint = f"did you mean `--{nearest}`?" if nearest else f"see `{PROGRAM} {given.command} --help`"
    kind = "option" if argument.startswith("-") else "argument"
    return UsageError(f"`{given.command}` has no {kind} `{argument}`", hint)
