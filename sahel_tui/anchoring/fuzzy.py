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
from sahel_tui.anchoring.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.anchoring.seeds import Seeds

_MOST_ALIGNED = 24
"""Different passages that are looked at closely."""
_MOST_EQUAL = 1_000
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

    Under 15 characters one edit, under 10 none: in a long text there is always a word that differs
    by a letter or two.
    """
    return length // 5 if length >= 15 else int(length >= 10)


def likely_passages(quote: str, text: str, seeds: Seeds, hint: int | None) -> Likely:
    """The near passages that no other beats clearly."""
    groups = _groups(quote, text, seeds, hint)
    if not groups or groups[0][0].edits > allowed_edits(len(quote)):
        return Likely([], True)
    best = groups[0][0]
    apart = [_apart(best, group[0], text) for group in groups]
    rivals = [group for group, distance in zip(groups, apart, strict=True) if distance is not None]
    alike = all(distance <= max(2, len(quote) // 10) for distance in apart if distance is not None)
    return Likely(sorted(passage for group in rivals for passage in group), alike)


def _apart(best: Passage, other: Passage, text: str) -> int | None:
    """The edits between two passages; None if the quote sides with the first one clearly."""
    lead = other.edits - best.edits
    if lead >= max(_LEAST_LEAD, 2 * best.edits):
        return None  # they are at most the sum of both apart, so that it need not be measured
    apart = Levenshtein.distance(text[best.start : best.end], text[other.start : other.end])
    return None if lead >= max(_LEAST_LEAD, apart / 2) else apart


def _groups(quote: str, text: str, seeds: Seeds, hint: int | None) -> list[list[Passage]]:
    """Passages that don't overlap, the nearest first, equal ones together."""
    width = max(8, len(quote) // 4)
    seen: set[int] = set()
    found: list[list[Passage]] = []
    for near in _screened(quote, text, seeds, hint):
        if near // width in seen:
            continue
        group = _equal(align(quote, text, near), text)
        found.append(group)
        for place in (near, *(passage.start for passage in group)):
            seen.update(range(place // width - 1, place // width + 2))
        if len(found) == _MOST_ALIGNED:
            break
    return list(_apart_in_place(sorted(found, key=lambda group: group[0].edits)))


def _screened(quote: str, text: str, seeds: Seeds, hint: int | None) -> list[int]:
    """Where the quote may begin, the most similar places first."""

    starts = [max(0, start) for start in seeds.starts(quote)]
    if hint is not None:
        starts.append(hint)
    size = len(quote)
    found = extract(
        quote,
        [text[start : start + size] for start in starts],
        scorer=Levenshtein.distance,
        score_cutoff=int(size * _SCREEN),
        limit=None,
    )
    return [starts[at] for _, _, at in found]


def _equal(passage: Passage, text: str) -> list[Passage]:
    """A passage and all that are equal to it, in text order."""
    start, end, edits = passage
    if start == end:
        return [passage]
    starts = islice(occurrences(text, text[start:end]), _MOST_EQUAL)
    return [Passage(at, at + end - start, edits) for at in starts]


def _apart_in_place(groups: list[list[Passage]]) -> Iterator[list[Passage]]:
    """The groups without what overlaps a nearer one."""
    taken: list[Passage] = []
    for group in groups:
        if free := [one for one in group if not any(map(one.overlaps, taken))]:
            taken += free
            yield free
