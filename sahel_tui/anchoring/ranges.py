"""Ranges: passages named by their first and last words."""

from __future__ import annotations

from bisect import bisect_left
from itertools import product
from typing import TYPE_CHECKING

from sahel_tui.anchoring.choice import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.anchoring.states import Span

LONGEST_RANGE = 20_000
"""Code points of a range at most. One that is longer has lost its real end."""

Ways = list["Callable[[], Found]"]
"""Ways of looking for one end, the surest first."""


def ranges(firsts: Ways, lasts: Ways) -> Found | None:
    """The ranges found in the surest way that finds any: a range is as sure as its worse end.

    Each place of the first words opens a range, and the nearest last words after it close it.
    """
    ways = product(range(len(firsts)), range(len(lasts)))
    for first, last in sorted(ways, key=lambda way: (max(way), sum(way))):
        found = firsts[first](), lasts[last]()
        if spans := dict(_pairs(*found)):
            alike = all(end.alike for end in found)
            worse = found[0] if first >= last else found[1]
            return Found(worse.state, list(spans), spans, alike)
    return None


def _pairs(firsts: Found, lasts: Found) -> Iterator[tuple[Span, float]]:
    """Each first words with the nearest last words after them, and the lower of their scores."""
    ends = sorted(lasts.spans)
    for first in firsts.spans:
        at = bisect_left(ends, (first[1], 0))
        if at < len(ends) and ends[at][1] - first[0] <= LONGEST_RANGE:
            scores = firsts.scores.get(first, 1.0), lasts.scores.get(ends[at], 1.0)
            yield (first[0], ends[at][1]), min(scores)
