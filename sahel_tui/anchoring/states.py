"""What a quote resolves to."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How a quote was found; computed at every load, never written back."""

    EXACT = "exact"
    """The quote is there as written, once, or chosen by a hint or its context."""
    MOVED = "moved"
    """The position hint was wrong; the quote is there once."""
    NORMALISED = "normalised"
    """Equal after folding quotation marks, dashes, spaces and case."""
    FUZZY = "fuzzy"
    """Within 20 % edits, and clearly better than the runner-up."""
    AMBIGUOUS = "ambiguous"
    """Several passages alike, equal or about as near, and nothing to choose by."""
    ORPHAN = "orphan"
    """Nowhere."""


Span = tuple[int, int]
"""Start and end (exclusive) in code points of a normalised source."""


class Quote(NamedTuple):
    """What to look for in one source."""

    exact: str = ""
    """The passage; empty for a range."""
    first: str = ""
    """The first words of a range (`from`)."""
    last: str = ""
    """The last words of a range (`to`)."""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


class Resolution(NamedTuple):
    """Where a quote is."""

    state: State
    span: Span | None = None
    """None for `ambiguous` and `orphan`."""
    score: float | None = None
    """Similarity, 0 to 1; 1.0 for `exact`, `moved`, `normalised`; None without a span."""
    candidates: tuple[Span, ...] = ()
    """The passages alike of an `ambiguous` quote, in text order."""
