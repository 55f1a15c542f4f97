"""The lines around the panes: banner, tabs, detail and status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import BAR, PLAIN, STRONG
from sahel_tui.render.wrap import wrap
from sahel_tui.tui.widgets.light_strip import LightStrip
from sahel_tui.tui.widgets.line_cache import Drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

NO_MARKING = "no marking"
"""What a banner says where nothing is marked."""


class LineBar(Drawn):
    """A few lines that are replaced as a whole."""

    DEFAULT_CSS = "LineBar { width: 1fr; height: 1; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._fill: Style = PLAIN

    def set_lines(self, lines: Sequence[Line], fill: Style = PLAIN) -> None:
        """Show other lines, drawn only where they differ."""
        if [line.parts for line in lines] != [line.parts for line in self._lines]:
            self._lines, self._fill = lines, fill
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line (Textual's Line API)."""
        cells = self.size.width
        line = self._lines[y] if y < len(self._lines) else Line()
        return LightStrip(line.segments(cells, self._fill), cells)


class BannerBar(LineBar):
    """The marking, in the middle of the top and the bottom line."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.marking = ""

    def set_marking(self, marking: str | None) -> None:
        """Show a marking, or that there is none."""
        self.marking = marking or NO_MARKING
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The banner, centred."""
        del y
        cells = self.size.width
        before = max(0, (cells - width(safe(self.marking))) // 2)
        line = Line().to(before, BAR).add(self.marking, BAR + STRONG)
        return LightStrip(line.segments(cells, BAR), cells)


class DetailBar(LineBar):
    """All that the row under the cursor may have had no room for."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._text = ""

    def set_text(self, text: str) -> None:
        """Show a text, wrapped at words; what doesn't fit ends in an ellipsis."""
        if text != self._text:
            self._text = text
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the wrapped text; the last one holds all that is left."""
        cells = self.size.width
        shown = safe(self._text)
        spans = wrap(shown, max(1, cells - 1))
        if y >= len(spans):
            return Strip.blank(cells)
        start, end = spans[y]
        if y == self.size.height - 1 and y + 1 < len(spans):
            end = len(shown)
        return LightStrip(Line(" ").field(shown[start:end], cells - 1).segments(cells), cells)
