"""The passage that a damaged quote comes from, to the character, given about where it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rapidfuzz.distance import MatchingBlock

_SOLID = 5
"""A run of equal characters this long shows where the quote lies."""


class Passage(NamedTuple):
    """Where it is in the folded text, and how many edits make it the quote."""

    start: int
    end: int
    edits: int

    def overlaps(self, other: Passage) -> bool:
        return self.start < other.end and other.start < self.end


def align(quote: str, text: str, near: int) -> Passage:
    """The passage with the fewest edits that begins about `near`."""
    slack = 16 + len(quote) // 8
    low, high = max(0, near - slack), min(len(text), near + len(quote) + slack)
    blocks = Levenshtein.editops(quote, text[low:high]).as_matching_blocks()
    solid = _solid(blocks, near - low, slack)
    if not solid:
        return Passage(near, near, len(quote))
    first, last = solid[0], solid[-1]
    start = _head(quote[: first.a], text, low + first.b)
    end = _tail(quote[last.a + last.size :], text, low + last.b + last.size)
    return Passage(start, end, Levenshtein.distance(quote, text[start:end]))


def _solid(blocks: Sequence[MatchingBlock], lag: int, slack: int) -> list[MatchingBlock]:
    """The runs to trust: long, and about where the quote should lie."""
    near = [block for block in blocks if block.size and abs(block.b - block.a - lag) <= slack]
    longest = max((block.size for block in near), default=0)
    return [block for block in near if block.size >= min(_SOLID, longest)]


def _head(head: str, text: str, anchor: int) -> int:
    """Where the passage begins, if `head` is all of the quote before `anchor`."""
    spread = 3 + len(head) // 3
    starts = range(
        max(0, anchor - len(head) - spread),
        max(0, min(anchor, anchor - len(head) + spread)) + 1,
    )
    return min(
        starts,
        key=lambda start: (
            Levenshtein.distance(head, text[start:anchor]),
            not _is_word_boundary(text, start),
            abs(anchor - start - len(head)),
        ),
    )


def _tail(tail: str, text: str, anchor: int) -> int:
    """Where the passage ends, if `tail` is all of the quote after `anchor`."""
    spread = 3 + len(tail) // 3
    ends = range(
        min(len(text), max(anchor, anchor + len(tail) - spread)),
        min(len(text), anchor + len(tail) + spread) + 1,
    )
    return min(
        ends,
        key=lambda end: (
            Levenshtein.distance(tail, text[anchor:end]),
            not _is_word_boundary(text, end),
            abs(end - anchor - len(tail)),
        ),
    )


def _is_word_boundary(text: str, at: int) -> bool:
    return not (0 < at < len(text)) or not (text[at - 1].isalnum() and text[at].isalnum())
