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
    "relation": Style(dim=True, color="magenta"),
    "event": Style(italic=True, color="green"),
}
"""How a passage of each kind of claim is drawn in the source.

An attribute each, so that passages that overlap show both, without colour too; reverse is left to
the selection. An actor's name, which lies in nearly every other passage, has the attribute that
goes with all others: bold and dim together, a point and a relation on the same words, show as one
of them on some terminals. Terminals that lack an attribute leave it out or put another in its
place (the Linux console has a colour for underline, dim and italic, and shows one of them; tmux
draws italic in reverse where the terminal around it says it has none): there the letters in the
margin tell.
"""

KIND_LETTER = {"point": "P", "actor": "A", "relation": "R", "event": "E"}
"""The letter in the source's margin that says which kinds of claim a line holds."""
