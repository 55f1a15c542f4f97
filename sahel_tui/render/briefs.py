"""A brief among others, to choose from."""

from __future__ import annotations

from sahel_tui.render.blocks import wrapped
from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, STRONG, WARNING


def draw_brief(
    file: str, title: str, published: str, trouble: str, remark: str, cells: int
) -> list[Line]:
    """Its title and date, or why there is none; then its file, and what is known of it."""
    if trouble:
        lines = wrapped(f"! {trouble}", cells, WARNING, 2, Line())
    else:
        words = f"{title} · {published}" if published else title
        lines = wrapped(words, cells, STRONG, 2, Line())
    return lines + wrapped(f"{file} · {remark}" if remark else file, cells, DIM, 2)
