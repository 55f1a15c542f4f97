"""The options of `timeline` that draw it, and those that ask what is near or told by several."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import Namespace

# Written down here, since the help needs no queries; a test compares them.
BY = ("actor", "place", "brief", "type")
NARROWEST, WIDEST = 20, 1000
_MOST_DAYS = 1_000_000
DRAWN = ("strip", "lanes", "around", "joined")
"""Those that each ask for drawn rows by themselves."""


def _read_number(least: int, most: int) -> Any:
    def read(value: str) -> int:
        if value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most:
            return int(value)
        raise ArgumentTypeError(f"{value!r} is no number from {least} to {most:,}")

    return read


TIMELINE: dict[str, dict[str, Any]] = {
    "--strip": {
        "action": "store_true",
        "help": "draw how many events there are over time, above the events or lanes",
    },
    "--lanes": {
        "metavar": "BY",
        "choices": BY,
        "help": f"draw a lane of events for each {', '.join(BY[:-1])} or {BY[-1]}",
    },
    "--around": {
        "metavar": "EVENT",
        "help": "what is within --days of this event in any brief: its id, BRIEF#ID or its title",
    },
    "--days": {
        "metavar": "N",
        "type": _read_number(0, _MOST_DAYS),
        "help": "with --around: how many days before or after it; 30 without it",
    },
    "--joined": {
        "action": "store_true",
        "help": "each event once, with all briefs that tell it and in what they differ",
    },
    "--width": {
        "metavar": "N",
        "type": _read_number(NARROWEST, WIDEST),
        "help": "draw in so many cells; else in COLUMNS, the terminal's, or 80",
    },
}


def is_drawn(given: Namespace) -> bool:
    """Whether more than the plain list is asked for."""
    return any(getattr(given, name) not in (None, False) for name in (*DRAWN, "days", "width"))
