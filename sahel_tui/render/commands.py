"""A command of the keys as lines."""

from __future__ import annotations

from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import STRONG
from sahel_tui.render.wrap import wrap


def draw_command(keys: str, words: str, cells: int) -> list[Line]:
    """The keys in a column of their own, and what they do, wrapped beside them."""
    column = min(22, max(10, cells // 3))
    shown = safe(words)
    spans = wrap(shown, max(1, cells - column))
    return [
        Line().field(keys if index == 0 else "", column - 1, STRONG).add(" ").add(shown[a:b])
        for index, (a, b) in enumerate(spans)
    ]
