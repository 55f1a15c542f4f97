"""The options of `relations` that look at the graph, and those of `path`."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from sahel_tui.model.dates import Edtf

# Written down here, since the help needs no models; a test compares them.
STATUSES = ("asserted", "alleged", "denied", "ended")
CONFIDENCES = ("low", "moderate", "high", "unstated")
SHOWN = ("list", "map", "matrix", "changes", "structure")
"""Those that say how relations are shown; only one is."""
_MORE = ("as_of", "status", "confidence", "ceiling", "width", *SHOWN[1:])
_MOST_PATHS = 1000
USUAL_PATHS = 5


def read_date(value: str) -> Edtf:
    """A date of the format; ArgumentTypeError says what is wrong with it."""
    from sahel_tui.model.dates import EdtfError, parse

    try:
        return parse(value)
    except EdtfError as error:
        hint = "a date is 2023-08-13, 2023-08 or 2023"
        raise ArgumentTypeError(f"{error}; {hint}") from None


_AS_OF: dict[str, Any] = {
    "metavar": "DATE",
    "type": read_date,
    "help": "as it possibly stood on this date; with --certainly as it certainly did",
}
RELATIONS: dict[str, dict[str, Any]] = {
    "--as-of": _AS_OF,
    "--status": {
        "metavar": "STATUS",
        "choices": STATUSES,
        "help": f"of this status: {', '.join(STATUSES)}",
    },
    "--confidence": {
        "metavar": "LEVEL",
        "choices": CONFIDENCES,
        "help": f"of this confidence: {', '.join(CONFIDENCES)}",
    },
    "--ceiling": {"metavar": "MARKING", "help": "with nothing that lies above this marking"},
    "--list": {"action": "store_true", "help": "one row for each, as without it"},
    "--map": {"action": "store_true", "help": "draw the actors and lines between them"},
    "--matrix": {"action": "store_true", "help": "draw a table of actors by actors"},
    "--changes": {
        "metavar": ("FROM", "TO"),
        "nargs": 2,
        "type": read_date,
        "help": "what is new, has ended or turned its sign between two dates",
    },
    "--structure": {
        "action": "store_true",
        "help": "who has the most relations, who stands between others, who holds together, and "
        "which three are at odds",
    },
}
PATH_HELP = f"""\
A path goes by relations of any direction, to no actor twice, and by nothing that is
denied. Those with the fewest hops come first; of those with as many, those whose
weakest hop is the strongest: asserted before alleged, undisputed, by confidence, by
the grade of the best passage.
exit codes: 0 found, 1 there is no path, 2 no actor or several have a name, a brief has
            errors or could not be read
example:    sahel-tui path JNIM France --as-of 2023-08 --limit {USUAL_PATHS - 2}
"""


def looks_at_the_graph(given: Namespace) -> bool:
    """Whether more than the list and its own filters is asked for."""
    return any(getattr(given, name) not in (None, False) for name in _MORE)


def add_path_options(parser: ArgumentParser) -> None:
    """Those of `path`, but `--json`."""
    parser.add_argument("source", metavar="A", help="an actor's id, name or alias")
    parser.add_argument("target", metavar="B", help="another's")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="briefs, or folders of briefs"
    )
    parser.add_argument("--as-of", **_AS_OF)
    parser.add_argument(
        "--certainly", action="store_true", help="with --as-of: by what certainly stood then"
    )
    parser.add_argument(
        "--positive", action="store_true", help="by relations of positive sign alone"
    )
    parser.add_argument(
        "--limit",
        metavar="N",
        type=_read_limit,
        default=USUAL_PATHS,
        help=f"at most so many paths; {USUAL_PATHS} without it",
    )


def _read_limit(value: str) -> int:
    if value.isascii() and value.isdigit() and len(value) < 10 and 0 < int(value) <= _MOST_PATHS:
        return int(value)
    raise ArgumentTypeError(f"{value!r} is no number from 1 to {_MOST_PATHS:,}")
