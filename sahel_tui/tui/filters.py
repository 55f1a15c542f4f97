"""What drawn lines pass before they are sent: ASCII forms, and the colours of a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.color import Color

    from sahel_tui.render.ascii import Forms
    from sahel_tui.render.terminals import Terminal

COLOUR_SYSTEMS = {
    "16": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}
_LETTER = Style(reverse=True)
"""How the letter of a control character is drawn, in the place of its picture."""


def filters_for(terminal: Terminal, theme: str) -> list[LineFilter]:
    """The filters that a terminal needs; none at all for one of today with its own palette."""
    filters: list[LineFilter] = []
    if terminal.ascii or terminal.encoding != "utf-8":
        from sahel_tui.render.ascii import Forms

        filters.append(AsciiFilter(Forms(terminal.encoding, signs=terminal.ascii)))
    if theme != "terminal" or terminal.colours == "none":
        from sahel_tui.render.themes import restyler

        if restyle := restyler(theme, terminal.colours):
            filters.append(ThemeFilter(restyle))
    return filters


class ThemeFilter(LineFilter):
    """Draws every style in the colours of a theme, or in none."""

    def __init__(self, restyle: Callable[[Style | None], Style | None]) -> None:
        super().__init__()
        self._restyle = restyle

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same texts in other styles."""
        restyle = self._restyle
        return [Segment(text, restyle(style), control) for text, style, control in segments]


class AsciiFilter(LineFilter):
    """Replaces what the terminal has no glyph or no code for, cell for cell."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self._forms = forms

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments, the same list where there is nothing to replace."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        return [formed for segment in segments for formed in self._formed(segment)]

    def _formed(self, segment: Segment) -> Iterator[Segment]:
        text, style, control = segment
        if text.isascii() or control:
            yield segment
            return
        for shown, is_picture in self._forms.drawn(text):
            yield Segment(shown, (style or Style.null()) + _LETTER if is_picture else style)
