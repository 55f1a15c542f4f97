"""Texts as blocks of lines, wrapped at words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.cells import fit
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style


MEASURE = 100
"""Cells beyond which a line of text is hard to read."""


def wrapped(
    text: str, cells: int, style: Style, indent: int = 0, first: Line | None = None
) -> list[Line]:
    """A text as lines, indented; the first one begins with `first` in the place of the indent."""
    return wrapped_parts([(text, style)], cells, indent, first)


def wrapped_parts(
    parts: Sequence[tuple[str, Style]], cells: int, indent: int = 0, first: Line | None = None
) -> list[Line]:
    """A text of parts in styles of their own, as `wrapped` does it."""
    shown = [(safe(text), style) for text, style in parts]
    spans = wrap("".join(text for text, _ in shown), max(1, cells - indent))
    lines = [Line().to(indent) for _ in spans]
    if first is not None:
        lines[0] = first
    for line, (start, end) in zip(lines, spans, strict=True):
        at = 0
        for text, style in shown:
            line.add(text[max(0, start - at) : max(0, end - at)], style)
            at += len(text)
    return lines


def clipped(text: str, cells: int, style: Style, most: int) -> list[Line]:
    """A text as at most so many lines; the last one ends in an ellipsis if there is more."""
    shown = safe(text)
    spans = wrap(shown, max(1, cells))
    if len(spans) > most:
        spans = [*spans[: most - 1], (spans[most - 1][0], len(shown))]
    return [Line(fit(shown[start:end], cells), style) for start, end in spans]
