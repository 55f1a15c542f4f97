"""The commands across the briefs of a library, and their options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.cli.given_path import a_path

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

    Add = Callable[[Any, str, str, str], ArgumentParser]

# Written down here, since the help needs no queries; a test compares them.
KINDS = ("event", "relation", "sign", "point")
SORTS = ("title", "date", "publisher", "marking", "findings")
HITS = ("brief", "point", "actor", "event", "relation", "passage")
_CODES = """\
exit codes: 0 found, 1 nothing found, 2 a brief has errors or could not be read"""


def add_library_commands(commands: Any, add: Add) -> None:
    """Add them to a parser; `add` makes the parser of a command by its name, help and epilog."""
    _add_search(add(commands, "search", "search a library", _SEARCH))
    _add_dossier(add(commands, "dossier", "show one actor through a whole library", _DOSSIER))
    _add_contradictions(
        add(commands, "contradictions", "list where briefs contradict each other", _CONTRADICTIONS)
    )
    _add_briefs(add(commands, "briefs", "list the briefs of a library", _BRIEFS))


_SEARCH = """\
A query is words, "phrases", a or b, (brackets), -without, begin*, near(a b, 8) and
fields such as actor: place: type: kind: tag: is: after: before: on: sort:. One that
begins with - stands after --. docs/search.md tells all.
exit codes: 0 found, 1 nothing found, 2 the query makes no sense, a brief has errors
            or could not be read
examples:   sahel-tui search wagner kidal
            sahel-tui search --kind event 'actor:jnim after:2023'
            sahel-tui search --json -- -prigozhin wagner
"""
_DOSSIER = f"""\
{_CODES},
            or several actors have that name
example:    sahel-tui dossier JNIM
"""
_CONTRADICTIONS = f"""\
kinds:      event (one event that briefs date, place or count differently),
            relation (one relation that they date or state differently),
            sign (positive and negative relations of two actors at one time),
            point (one says that it contradicts, qualifies or replaces another)
{_CODES}
example:    sahel-tui contradictions --kind event --kind relation
"""
_BRIEFS = f"""\
{_CODES}
example:    sahel-tui briefs --sort findings --match sahel
"""


def _add_library(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--library", metavar="PATH", type=a_path, help="this folder of briefs instead of yours"
    )


def _add_json(parser: ArgumentParser, what: str) -> None:
    parser.add_argument("--json", action="store_true", help=f"print {what} (docs/json.md)")


def _add_search(parser: ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help="what to look for")
    _add_library(parser)
    parser.add_argument(
        "--kind", metavar="KIND", action="append", choices=HITS, help=f"hits: {', '.join(HITS)}"
    )
    parser.add_argument("--limit", metavar="N", type=_read_number, help="at most so many hits")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--count", action="store_true", help="print how many briefs and hits")
    what.add_argument(
        "--explain", action="store_true", help="print how the query is read and looked for"
    )
    parser.add_argument(
        "--index", type=a_path, metavar="DIR", help="where its index is, if not in your cache"
    )
    _add_json(parser, "one JSON object a line for each hit")


def _read_number(value: str) -> int:
    from argparse import ArgumentTypeError

    if not (value.isascii() and value.isdigit() and len(value) < 10 and int(value)):
        raise ArgumentTypeError(f"{value!r} is no number: give 1 or more")
    return int(value)


def _add_dossier(parser: ArgumentParser) -> None:
    parser.add_argument("actor", metavar="ACTOR", help="an actor's id, name or alias")
    _add_library(parser)
    parser.add_argument(
        "--limit",
        metavar="N",
        type=_read_number,
        default=1000,
        help="at most so many rows of each kind; without it 1,000",
    )
    _add_json(parser, "one JSON object")


def _add_contradictions(parser: ArgumentParser) -> None:
    _add_library(parser)
    parser.add_argument(
        "--kind", metavar="KIND", action="append", choices=KINDS, help=f"of {', '.join(KINDS)}"
    )
    parser.add_argument("--brief", metavar="ID", help="those that this brief has a side in")
    parser.add_argument(
        "--limit", metavar="N", type=_read_number, help="the first so many that are found"
    )
    _add_json(parser, "one JSON object a line for each")


def _add_briefs(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=a_path, metavar="PATH", help="briefs, or folders of briefs"
    )
    parser.add_argument(
        "--sort",
        metavar="KEY",
        choices=SORTS,
        default="date",
        help=f"by {', '.join(SORTS)}; without it by date, the newest first",
    )
    parser.add_argument(
        "--match",
        metavar="TEXT",
        default="",
        help="with these words in title, date, publisher, marking or path; accents, case and a "
        "typo don't count",
    )
    _add_json(parser, "one JSON object a line for each brief")
