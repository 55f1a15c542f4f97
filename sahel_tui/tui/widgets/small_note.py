"""What stands over everything in a window that nothing fits into."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import BAR, STRONG
from sahel_tui.tui.layouts import LEAST_COLUMNS, LEAST_ROWS

_NOTES = (
    f"this window is too small: {LEAST_COLUMNS}x{LEAST_ROWS} at least",
    f"too small: {LEAST_COLUMNS}x{LEAST_ROWS} at least",
    f"small: needs {LEAST_COLUMNS}x{LEAST_ROWS}",
    "too small",
    "small",
)


class SmallNote(Widget):
    """Says that the window is too small, between the banners."""

    def __init__(self, marking: str) -> None:
        super().__init__(id="small", markup=False)
        self._marking = marking

    def render_line(self, y: int) -> Strip:
        """One line (Textual's Line API): the marking where there are rows for it, or the note."""
        cells, rows = self.size
        marking = self._marking
        if marking and rows > 1 and y in (0, rows - 1 if rows > 2 else 0):
            before = max(0, (cells - width(safe(marking))) // 2)
            line = Line().to(before, BAR).add(marking, BAR + STRONG)
            return Strip(line.segments(cells, BAR), cells)
        note = next((note for note in _NOTES if len(note) <= cells), "")
        here = y == min(1, rows - 1)
        return Strip(Line(note if here else "").segments(cells), cells)
