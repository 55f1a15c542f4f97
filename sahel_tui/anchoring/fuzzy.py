"""Approximate matching: the passages a damaged quote may come from, and how surely.

A match must be near (at most 20 % edits, fewer for short quotes) and clear. It is clear against
another passage if the quote sides with it in three quarters of what tells the two apart: a damaged
quote agrees with the passage it comes from almost wherever the two differ, while a quote of neither
sides with both about equally, however near they are. So the margin does not hang on the
length of the quote, and a pair of sentences that differ in one date can still be told apart.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from sahel_tui.anchoring.alignment import Passage, align
from sahel_tui.anchoring.edges import cuts_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.anchoring.seeds import Seeds

_MOST_ALIGNED = 24
"""Different passages that are looked at closely."""
_MOST_EQUAL = 1_000
_LONGEST = 10_000
_LEAST_LEAD = 2
"""Edits by which a match must lead, whatever the passages."""
_SCREEN = 0.6
"""Edits per character above which a place is nowhere near, even if it is a little off."""


class Likely(NamedTuple):
    """The passages that a quote may come from: one if it is clear, and near."""

    passages: list[Passage]
    alike: bool
    """Whether they are about equal to each other; if not, the quote comes from none of them."""


def allowed_edits(length: int) -> int:
    """The edits within which a quote of `length` folded characters is near: 20 %, or fewer.

    Under 13 characters one edit, under 10 none: in a long text there is always a word that differs
    by a letter or two. Over _LONGEST none: the cost grows with the square.
    """
    if not 10 <= length <= _LONGEST:
        return 0
    return length // 5 if length >= 13 else 1


def likely_passages(quote: str, text: str, seeds: Seeds, hint: int | None) -> Likely:
    """The near passages that no other beats clearly."""
    different = _different(quote, text, seeds, hint)
    passages = _without_overlaps(_with_cuts(passage, text) for passage in different)
    if not passages or passages[0].edits > allowed_edits(len(quote)):
        return Likely([], True)
    apart = {passage: _apart(passages[0], passage, text) for passage in passages}
    rivals = {passage: edits for passage, edits in apart.items() if edits is not None}
    alike = max(rivals.values()) <= max(2, len(quote) // 10)
    return Likely([equal for rival in rivals for equal in _equal(rival, text, seeds)], alike)


def _with_cuts(passage: Passage, text: str) -> Passage:
    """The passage; of the quote's very words each end that cuts a word is an edit."""
    start, end, edits = passage
    return passage if edits else Passage(start, end, cuts_word(text, start) + cuts_word(text, end))


def _apart(best: Passage, other: Passage, text: str) -> int | None:
    """The edits between two passages; None if the quote sides with the first one clearly."""
    lead = other.edits - best.edits
    if lead >= max(_LEAST_LEAD, 2 * best.edits):
        return None  # they are at most the sum of both apart, so that it need not be measured
    apart = Levenshtein.distance(text[best.start : best.end], text[other.start : other.end])
    return None if lead >= max(_LEAST_LEAD, apart / 2) else apart


def _different(quote: str, text: str, seeds: Seeds, hint: int | None) -> list[Passage]:
    """Passages in which the quote may lie; of those equal to each other, one or more."""
    seen: set[str] = set()
    found: list[Passage] = []
    least = len(quote)
    for near, edits in _screened(quote, text, seeds, hint):
        here = text[near : near + len(quote)]
        if here in seen or any(near == passage.start for passage in found):
            continue
        if edits > 3 * least + len(quote) // 8 or len(found) == _MOST_ALIGNED:
            break
        seen.add(here)
        found.append(align(quote, text, near))
        least = min(least, found[-1].edits)
    return found


def _screened(quote: str, text: str, seeds: Seeds, hint: int | None) -> list[tuple[int, int]]:
    """Where the quote may begin and about how many edits away, the most similar places first."""

    starts = [*([] if hint is None else [hint]), *seeds.starts(quote)]
    size = len(quote)
    found = extract(
        quote,
        [text[start : start + size] for start in starts],
        scorer=Levenshtein.distance,
        score_cutoff=int(size * _SCREEN),
        limit=None,
    )
    return [(starts[at], int(edits)) for _, edits, at in found]


def _equal(passage: Passage, text: str, seeds: Seeds) -> list[Passage]:
    """A passage and all that are equal to it, in text order; some may overlap."""
    start, end, edits = passage
    starts = islice(seeds.occurrences(text[start:end]), _MOST_EQUAL)
    return [Passage(at, at + end - start, edits) for at in starts]


def _without_overlaps(passages: Iterable[Passage]) -> list[Passage]:
    """The passages, the nearest first, without what overlaps a nearer one."""
    taken: list[Passage] = []
    for passage in sorted(passages, key=lambda one: (one.edits, one.start)):
        if not any(map(passage.overlaps, taken)):
            taken.append(passage)
    return taken
