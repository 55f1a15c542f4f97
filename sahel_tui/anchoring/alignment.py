"""The passage that a damaged quote comes from, to the character, given about where it begins."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

_NEAR_END = 512
"""Characters from an end of a quote within which it is anchored: a long one costs no more."""
_size = attrgetter("size")


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
    # The longest run of equal characters lies right; the ends of so loose an alignment may not.
    longest = max(blocks, key=_size)
    heads = (one for one in blocks if one.a < _NEAR_END)
    tails = (one for one in blocks if one.a + one.size > len(quote) - _NEAR_END)
    first, last = max(heads, key=_size, default=longest), max(tails, key=_size, default=longest)
    start = _end_from(low + first.b, -1, quote[: first.a], text)
    end = _end_from(low + last.b + last.size, 1, quote[last.a + last.size :], text)
    return Passage(start, end, Levenshtein.distance(quote, text[start:end]))


def _end_from(anchor: int, step: int, rest: str, text: str) -> int:
    """Where the passage ends to one side of an anchor, `rest` being what the quote has there.

    Of equally near ends one at a word boundary is better, then the one as far off as in the quote.
    """
    most = len(text) - anchor if step > 0 else anchor
    costs: dict[int, int] = {}
    least = len(rest)
    for longer in (1, -1):
        length = min(len(rest), most)
        while 0 <= length <= most and abs(length - len(rest)) <= least:
            end = anchor + step * length
            beside = text[min(anchor, end) : max(anchor, end)]
            cost = costs[length] = Levenshtein.distance(rest, beside)
            least = min(least, cost)
            # A character more or less is an edit more or less: the next can't be any nearer.
            length += longer * max(1, cost - least)
    nearest = [length for length, cost in costs.items() if cost == least]
    best = min(
        nearest,
        key=lambda length: (
            not _is_word_boundary(text, anchor + step * length),
            abs(length - len(rest)),
        ),
        default=0,
    )
    return anchor + step * best


def _is_word_boundary(text: str, at: int) -> bool:
    return not (0 < at < len(text)) or not (text[at - 1].isalnum() and text[at].isalnum())
