"""The options of the explorer: settings, for once."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from sahel_tui.cli.given_path import a_path
from sahel_tui.config.settings import THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

SETTINGS = ("theme", "ascii", "mouse", "plain_output", "copy_file", "fresh")
"""The settings that have an option, as the parsed options name them."""
VALUED = ("--theme", "--copy-file", "--config")
"""The options that take the next argument."""


def add_explorer_options(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    """Add them to a parser; `again` beside those of the parser above it, which they override."""
    default = argparse.SUPPRESS if again else None
    group = parser.add_argument_group("options of the explorer")
    group.add_argument(
        "--theme",
        metavar="NAME",
        choices=THEMES,
        default=default,
        help=f"colours: {', '.join(THEMES)} (the terminal's own palette is `terminal`)",
    )
    group.add_argument(
        "--ascii",
        action=argparse.BooleanOptionalAction,
        default=default,
        help="draw with ASCII alone, or never; without it: as locale and terminal allow",
    )
    group.add_argument(
        "--mouse",
        action=argparse.BooleanOptionalAction,
        default=default,
        help="use the mouse, or not (the default: its reports cost a slow line much)",
    )
    group.add_argument(
        "--plain-output",
        action="store_true",
        default=default,
        help="let Textual write to the terminal by itself: more bytes, fewer assumptions",
    )
    group.add_argument(
        "--copy-file", metavar="FILE", type=a_path, default=default, help="write copies here, too"
    )
    group.add_argument(
        "--fresh",
        action="store_true",
        default=default,
        help="begin at the top, not where the library was left",
    )
    group.add_argument(
        "--config",
        metavar="FILE",
        type=a_path,
        default=default,
        help="read this configuration instead of your own; /dev/null: none at all",
    )


def first_operand(arguments: Sequence[str]) -> str | None:
    """The first argument that is no option and no option's value; None where there is none."""
    waiting = False
    for argument in arguments:
        if waiting:
            waiting = False
        elif argument == "--":
            return None
        elif not argument.startswith("-"):
            return argument
        else:
            waiting = argument in VALUED
    return None


def asked_settings(given: argparse.Namespace) -> dict[str, Any]:
    """What the options say, by the names of the settings; what none says is left out."""
    names = (*SETTINGS, "config")
    return {name: value for name in names if (value := getattr(given, name)) is not None}
