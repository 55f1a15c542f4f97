"""The paragraphs of a source, numbered as the reader numbers them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.anchoring.states import Span

_SPACED = re.compile(r"\n[^\S\n]*\n")


def paragraph_spans(text: str) -> Iterator[Span]:
    """Where each paragraph is. Blank lines part them, or newlines where there are none."""
    lines = _SPACED.search(text.strip()) is None
    start, at, end = -1, 0, 0
    for line in text.split("\n"):
        blank = not line.strip()
        if start >= 0 and (blank or lines):
            yield start, end
            start = -1
        if not blank:
            start = at if start < 0 else start
            end = at + len(line)
        at += len(line) + 1
    if start >= 0:
        yield start, end
