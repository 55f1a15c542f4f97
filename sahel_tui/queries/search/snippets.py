"""A few words of a text around what was found in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sahel_tui.anchoring.states import Span

BEFORE, LONGEST = 60, 200
"""Code points before the first match, and of all."""
_SPACE = re.compile(r"\s")
_BETWEEN = re.compile(r"(?<![.?!])\n\n")
"""Where one field ends without a stop and another begins."""
_GAP = "…"
_TO_A_SPACE = 20
"""Code points to look for the end of a word in."""


def snippet(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The text around the first span on one line, and where in it the spans are."""
    first = spans[0][0] if spans else 0
    start, end = _window(text, first)
    before, after = _GAP * (start > 0), _GAP * (end < len(text))
    shown = _SPACE.sub(" ", _BETWEEN.sub("; ", text[start:end]))  # of one length: spans stay true
    shift = len(before) - start
    marks = tuple(
        (max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start
    )
    return before + shown + after, marks


def _window(text: str, first: int) -> Span:
    """What is shown: from a word's beginning to a word's end, where there is one near."""
    start = max(0, first - BEFORE)
    if start:
        space = text.find(" ", start, min(first, start + _TO_A_SPACE))
        start = start if space < 0 else space + 1
    end = min(len(text), start + LONGEST)
    if end < len(text):
        space = text.rfind(" ", end - _TO_A_SPACE, end)
        end = end if space < 0 else space
    return start, end


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, none overlapping another; of two that do, the one that begins first, and
    of those the shorter."""
    kept: list[Span] = []
    for start, end in sorted(set(spans)):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)
