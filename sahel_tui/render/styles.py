"""The few styles that everything is drawn with, in the terminal's own palette.

No two things differ by colour alone: what a colour says is said by a word, a letter or an
attribute (bold, underline, italic, reverse) as well.
"""

from __future__ import annotations

from rich.style import Style

PLAIN = Style.null()
DIM = Style(dim=True)
STRONG = Style(bold=True)
BAR = Style(reverse=True)
"""Banners and the focused pane's heading."""
HEADING = Style(bold=True)
"""The heading of a pane without the focus."""
CURSOR = Style(bold=True)
MATCH = Style(reverse=True)
"""A match of the search."""
SELECTED = Style(reverse=True, color="default")
"""The passages of the selected claim."""
WARNING = Style(color="yellow", bold=True)

SIGN = {1: Style(color="green"), 0: PLAIN, -1: Style(color="red")}

KIND = {
    "point": Style(bold=True, color="yellow"),
    "actor": Style(underline=True, color="cyan"),
    "relation": Style(underline2=True, color="magenta"),
    "event": Style(italic=True, color="green"),
}
"""How a passage of each kind of claim is drawn in the source.

An attribute each, so that passages that overlap show both, without colour too; reverse is left to
the selection, and nothing is dimmed that has to be read. Where a terminal has no double underline
it draws a single one, and the letters in the margin tell a relation from an actor.
"""

KIND_LETTER = {"point": "P", "actor": "A", "relation": "R", "event": "E"}
"""The letter in the source's margin that says which kinds of claim a line holds."""
