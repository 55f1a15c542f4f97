"""The commands and their options, and the help about them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, NoReturn

from sahel_tui.cli.explorer_options import add_explorer_options
from sahel_tui.cli.given_path import a_path
from sahel_tui.cli.graph_options import PATH_HELP, RELATIONS, add_path_options
from sahel_tui.cli.library_commands import add_library_commands
from sahel_tui.cli.timeline_options import TIMELINE
from sahel_tui.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sahel_tui.model.dates import Day

PROGRAM = "sahel-tui"
SIGNS = {"+": 1, "+1": 1, "1": 1, "positive": 1, "0": 0, "neutral": 0}
SIGNS |= {"-": -1, "-1": -1, "−": -1, "negative": -1}

_ABOUT = """\
Explore annotated briefs: every claim tied to the passages that it rests on.

  sahel-tui [PATH …]      open the explorer on these briefs, or folders of briefs;
                          without a PATH: your library, else the shipped briefs
  sahel-tui COMMAND …     print something, without the explorer
"""
_MORE = """\
examples:
  sahel-tui briefs/
  sahel-tui check --strict briefs/
  sahel-tui timeline --actor "Wagner Group" --after 2023-07 --certainly
  sahel-tui relations --sign - --json | head
  sahel-tui ./check       a file or folder that is named like a command

environment:
  SAHEL_TUI_LIBRARY       what to open where no PATH is given
  SAHEL_TUI_CONFIG        the configuration that is read instead of your own
  COLUMNS                 the width of plain text; without it the terminal's,
                          and no limit where stdout is not a terminal
  NO_COLOR                no colours in the explorer (the commands print none)

files:
  ~/.config/sahel_tui/config.toml
                          your configuration; everything in it has a default
  /etc/xdg/sahel_tui/config.toml
                          that for all users; yours comes before it, key by key
  ~/.local/state/sahel_tui/
                          where libraries were left, and searches; remove it to
                          forget them

exit codes:
  0    fine
  1    check: there are findings; doctor: there are doubts; search, path: nothing found;
       index: there are briefs that could not be read
  2    something could not be read, used or written: a brief with errors,
       an unknown option, actor or type, a disk that is full
  130  interrupted
"""
_DATES = """\
dates:      EDTF, such as 2023, 2023-08 or 2023-08-13; a day is within where it is
            on or after the first day of --after, and on or before the last day of
            --before; a date is within where it may be, with --certainly where it
            must be"""


class HelpAskedError(Exception):
    """`--help`: the text to print stands in it."""


class Parser(argparse.ArgumentParser):
    """A parser that leaves it to others to write."""

    def print_help(self, file: object = None) -> NoReturn:
        """Raise HelpAskedError."""
        del file
        raise HelpAskedError(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError(message, f"see `{self.prog} --help`")


def build_parser() -> Parser:
    """The whole command line."""
    parser = Parser(
        prog=PROGRAM,
        usage="sahel-tui [OPTION ...] [PATH ...]\n       sahel-tui COMMAND ...",
        description=_ABOUT,
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    add_explorer_options(parser)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog=PROGRAM
    )
    _add_check(commands)
    _add_show(commands)
    for name, about, kind in LISTS:
        _add_list(commands, name, about, kind)
    _add_path(commands)
    add_library_commands(commands, _add)
    _add_index(commands)
    _add_config(commands)
    _add_doctor(commands)
    return parser


LISTS = (
    ("points", "list the bottom-line points", "--actor --type --match"),
    ("actors", "list the actors", "--type --match --suggest"),
    (
        "relations",
        "list the relations",
        "--actor --type --sign --after --before --certainly --match --status --confidence "
        "--ceiling --as-of --list --map --matrix --changes --structure --width",
    ),
    (
        "timeline",
        "list the events by date",
        "--actor --type --place --after --before --certainly --match "
        "--strip --lanes --around --days --joined --width",
    ),
)


def _add(commands: Any, name: str, about: str, more: str = "") -> Parser:
    parser: Parser = commands.add_parser(
        name,
        help=about,
        description=f"{about[0].upper()}{about[1:]}.",
        epilog=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    return parser


def _add_json(parser: Parser, what: str) -> None:
    parser.add_argument("--json", action="store_true", help=f"print {what} (docs/json.md)")


def _add_check(commands: Any) -> None:
    more = """\
exit codes: 0 nothing found, 1 findings, 2 a brief has errors or could not be read
example:    sahel-tui check --strict briefs/
"""
    parser = _add(commands, "check", "say what is wrong or doubtful in briefs", more)
    parser.add_argument(
        "paths", nargs="+", type=a_path, metavar="PATH", help="a brief, or a folder"
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="find also what good practice asks for: sources without a digest, judgments with "
        "neither likelihood nor confidence, claims that rest on unreviewed passages alone",
    )
    _add_json(parser, "one JSON object a line for each")


def _add_show(commands: Any) -> None:
    more = """\
exit codes: 0 shown, 2 the brief has errors or could not be read
example:    sahel-tui show briefs/2023-09-20-three-state-treaty.toml --json
"""
    parser = _add(commands, "show", "show one brief, whole", more)
    parser.add_argument("brief", type=a_path, metavar="BRIEF", help="the brief's file")
    _add_json(parser, "one JSON object")


def _add_list(commands: Any, name: str, about: str, options: str) -> None:
    more = f"""\
{_DATES if "--after" in options else "filters:    a row is shown where every one lets it through"}
exit codes: 0 listed, even where no row is left; 2 a brief has errors or
            could not be read, or a filter names nothing that is known
example:    sahel-tui {name} --match treaty
"""
    parser = _add(commands, name, about, more)
    parser.add_argument(
        "paths", nargs="*", type=a_path, metavar="PATH", help="briefs, or folders of briefs"
    )
    for option in options.split():
        parser.add_argument(option, **_FILTERS[option])
    _add_json(parser, "one JSON object a line for each row")


def _add_path(commands: Any) -> None:
    parser = _add(commands, "path", "tell how two actors are connected", PATH_HELP)
    add_path_options(parser)
    _add_json(parser, "one JSON object a line for each path")


def _add_index(commands: Any) -> None:
    more = """\
exit codes: 0 made, 1 made without the briefs that could not be read, 2 not made:
            no such folder, another process at it, no room, a damaged index
example:    sahel-tui index briefs/
"""
    parser = _add(commands, "index", "make or renew the index of a library", more)
    parser.add_argument(
        "paths", nargs="?", type=a_path, metavar="FOLDER", help="the library: a folder of briefs"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="make it from nothing, whatever there is of it"
    )
    parser.add_argument(
        "--index", type=a_path, metavar="DIR", help="keep it here instead of in your cache"
    )
    _add_json(parser, "one JSON object")


def _add_doctor(commands: Any) -> None:
    more = """\
exit codes: 0 all is fine, 1 there are doubts, 2 something will not work
example:    sahel-tui doctor --theme light
"""
    parser = _add(commands, "doctor", "say what the program finds here, and what to do", more)
    _add_json(parser, "one JSON object a line for each")
    add_explorer_options(parser, again=True)


def _add_config(commands: Any) -> None:
    more = """\
Without --check or --print it says which files are read.
exit codes: 0 fine, 2 the configuration has errors or could not be read
example:    sahel-tui config --print | less
"""
    parser = _add(commands, "config", "check or print the configuration", more)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="say what is wrong with it")
    what.add_argument(
        "--print",
        action="store_true",
        help="print it whole, as TOML, with where each value is from",
    )
    _add_json(parser, "with --check one JSON object a line for each error")
    add_explorer_options(parser, again=True)


def _read_sign(value: str) -> int:
    if value.lower() not in SIGNS:
        raise argparse.ArgumentTypeError(f"{value!r} is no sign: give +, 0 or -")
    return SIGNS[value.lower()]


def _read_bound(side: str) -> Callable[[str], Day]:
    def read(value: str) -> Day:
        from sahel_tui.model.dates import EdtfError, parse_bound

        try:
            return parse_bound(value, "after" if side == "after" else "before")
        except EdtfError as error:
            hint = "a date is 2023-08-13, 2023-08 or 2023"
            raise argparse.ArgumentTypeError(f"{value!r}: {error}; {hint}") from None

    return read


_FILTERS: dict[str, dict[str, Any]] = {
    "--suggest": {
        "action": "store_true",
        "help": "list the actors of a library that are probably one, with why (exit code 1: none)",
    },
    "--actor": {"metavar": "ACTOR", "help": "that this actor (id, name or alias) has a part in"},
    "--type": {"metavar": "TYPE", "help": "of this type (of points: this kind)"},
    "--sign": {"metavar": "SIGN", "type": _read_sign, "help": "of this sign: +, 0 or -"},
    "--place": {"metavar": "PLACE", "help": "at this place (id, name or alias)"},
    "--after": {
        "metavar": "DATE",
        "type": _read_bound("after"),
        "help": "on or after its first day",
    },
    "--before": {
        "metavar": "DATE",
        "type": _read_bound("before"),
        "help": "on or before its last day",
    },
    "--certainly": {
        "action": "store_true",
        "help": "with --after or --before: for certain, not just possibly",
    },
    "--match": {
        "metavar": "TEXT",
        "default": "",
        "help": "with this text in a visible field; accents, apostrophes and hyphens don't "
        "count, case only where TEXT has a capital",
    },
    **TIMELINE,
    **RELATIONS,
}
