"""Numbers over time in one line: a bar for each, and a dot where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.library.mentions import levels

if TYPE_CHECKING:
    from collections.abc import Sequence

BARS = "▁▂▃▄▅▆▇█"
NOTHING = "·"
DIGITS = "123456789"


def sparkline(counts: Sequence[int], *, ascii_only: bool = False) -> str:
    """One sign for each number; in ASCII the height as a digit, since bars would look alike."""
    signs = DIGITS if ascii_only else BARS
    nothing = "." if ascii_only else NOTHING
    return "".join(signs[level - 1] if level else nothing for level in levels(counts, len(signs)))
