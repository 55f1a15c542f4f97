"""The lines of a drawing as strips: by their cells, where these are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment

from sahel_tui.render.cell_line import BLANK, CellLine
from sahel_tui.tui.widgets.light_strip import CellStrip, LightStrip

if TYPE_CHECKING:
    from textual.strip import Strip

    from sahel_tui.render.line import Line


def drawn_strip(line: Line, margin: int, cells: int) -> Strip:
    """A line after so many blanks, as exactly so many cells."""
    room = cells - margin - line.width
    if isinstance(line, CellLine) and room >= 0:
        return CellStrip([*[BLANK] * margin, *line.cells, *[BLANK] * room])
    return LightStrip([Segment(" " * margin), *line.segments(cells - margin)], cells)


def differ(one: Line, other: Line) -> bool:
    """Whether two lines are drawn otherwise."""
    if one is other:
        return False
    if isinstance(one, CellLine) and isinstance(other, CellLine):
        return one.cells != other.cells
    return one.parts != other.parts
