"""Which way leads from a terminal to a clipboard, as its environment tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Route = Literal["tmux", "screen", "terminal", "none"]

# consoles and the terminals of DEC: an OSC is nothing to them, or text
_NO_CLIPBOARD = r"(?:linux|vt\d|cons25|dumb|ansi|sun|wyse|unknown)|\Z"


def route(environment: Mapping[str, str]) -> Route:
    """Which way leads to a clipboard from here."""
    term = environment.get("TERM", "")
    if environment.get("TMUX"):
        return "tmux"
    if environment.get("STY") and term.startswith("screen"):
        return "screen"
    return "none" if re.match(_NO_CLIPBOARD, term) else "terminal"
