"""One line of the screen while it is put together from safe text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Self

from rich.segment import Segment

from sahel_tui.render.cells import fit, is_plain, width
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import MATCH, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style


class Line:
    """Parts of text with a style each. Whatever is added is made safe to show first."""

    __slots__ = ("parts", "width")

    def __init__(self, text: str = "", style: Style = PLAIN) -> None:
        self.parts: list[tuple[str, Style]] = []
        self.width = 0
        """In cells."""
        if text:
            self.add(text, style)

    def add(self, text: str, style: Style = PLAIN) -> Self:
        """Append a text, whole."""
        return self._append(safe(text), style)

    def parted(self, parts: Sequence[tuple[str, Style]]) -> Self:
        """Append many texts: most are plain, and then known to be so all at once."""
        text = "".join([text for text, _ in parts])
        if is_plain(text):
            self.parts += [part for part in parts if part[0]]
            self.width += len(text)
            return self
        for part in parts:
            self.add(*part)
        return self

    def field(self, text: str, cells: int, style: Style = PLAIN) -> Self:
        """Append a text in a column of its own: cut with an ellipsis, or filled with blanks."""
        if cells <= 0:
            return self
        shown = fit(safe(text), cells)
        self._append(shown, style)
        return self.to(self.width + cells - width(shown))

    def to(self, column: int, style: Style = PLAIN) -> Self:
        """Fill with blanks up to a column."""
        if column > self.width:
            self._append(" " * (column - self.width), style)
        return self

    def then(self, other: Line) -> Self:
        """Append another line."""
        self.parts += other.parts
        self.width += other.width
        return self

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(text for text, _ in self.parts)

    def mark(self, find: Callable[[str], Sequence[tuple[int, int]]], style: Style = MATCH) -> Self:
        """Draw what `find` finds in the line's text in another style as well."""
        spans = find(self.plain)
        if spans:
            self.parts = list(_restyled(self.parts, spans, style))
        return self

    def segments(self, cells: int, fill: Style = PLAIN, rule: str = " ") -> list[Segment]:
        """The line as exactly this many cells, filled up with a character of one cell."""
        if self.width <= cells:
            out, room = [Segment(text, style) for text, style in self.parts], cells - self.width
        else:
            out, room = self._cut(cells)
        if room:
            out.append(Segment(rule * room, fill))
        return out

    def _cut(self, cells: int) -> tuple[list[Segment], int]:
        """As much as there is room for; what is left, where the last character would take more."""
        out, room = [], cells
        for at, (text, style) in enumerate(self.parts):
            shown = fit(text, room)
            if width(shown) == room and any(not more.isspace() for more, _ in self.parts[at + 1 :]):
                shown = fit(f"{text} ", room)  # what follows is left out
            out.append(Segment(shown, style))
            room -= width(shown)
            if shown != text or not room:
                break
        return out, room

    def _append(self, text: str, style: Style) -> Self:
        if text:
            self.parts.append((text, style))
            self.width += width(text)
        return self


def _restyled(
    parts: Sequence[tuple[str, Style]], spans: Sequence[tuple[int, int]], style: Style
) -> list[tuple[str, Style]]:
    cuts = sorted({edge for span in spans for edge in span})
    out: list[tuple[str, Style]] = []
    at = 0
    for text, base in parts:
        edges = [at, *(cut for cut in cuts if at < cut < at + len(text)), at + len(text)]
        for start, end in pairwise(edges):
            inside = any(a <= start < b for a, b in spans)
            out.append((text[start - at : end - at], base + style if inside else base))
        at += len(text)
    return out
