"""What claims of several briefs rest on: quotes with their sources and grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.blocks import wrapped, wrapped_parts
from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, MATCH, PLAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.anchoring.states import Span
    from sahel_tui.queries.library.rows import Quote


def draw_quote(quote: Quote, cells: int, context: tuple[str, int] | None = None) -> list[Line]:
    """A quote, in its paragraph where that is given with where it begins; then what it is worth."""
    if context is not None and quote.start is not None and quote.end is not None:
        text, begin = context
        lines = draw_marked(text, ((quote.start - begin, quote.end - begin),), cells)
    else:
        lines = wrapped(f'"{quote.text}"', cells, PLAIN, 0, Line())
    return lines + wrapped(quote_words(quote), cells, DIM, 2)


def draw_marked(text: str, spans: Sequence[Span], cells: int) -> list[Line]:
    """A paragraph with some spans of it marked."""
    text = text.replace("\n", " ")
    parts, at = [], 0
    for start, end in spans:
        start, end = max(at, start), min(len(text), end)
        if start < end:
            parts += [(text[at:start], PLAIN), (text[start:end], MATCH)]
            at = end
    return wrapped_parts([*parts, (text[at:], PLAIN)], cells, 0, Line())


def quote_words(quote: Quote) -> str:
    """Its source, grade, state and stance."""
    parts = [
        quote.title or quote.source,
        quote.publisher,
        f"grade {quote.grade}" if quote.grade else "no grade",
        f"{quote.state}, {quote.stance}",
        quote.review if quote.review != "accepted" else "",
    ]
    return " · ".join(part for part in parts if part)
