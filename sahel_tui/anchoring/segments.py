"""Spans to segments: what covers each stretch of a text, for drawing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.anchoring.states import Span

_STRIDE = 64
"""Cuts from one kept cover to the next: a lookup replays at most this many."""


class Segment(NamedTuple):
    """A stretch of text that the same spans cover from end to end."""

    start: int
    end: int
    spans: tuple[int, ...]
    """Indices of the spans that cover it, in the order they were given."""


class Segments:
    """A text of `length` cut at the ends of its spans; they may overlap and nest.

    Spans reach as far as the text does; empty ones, and ones beyond it, cover nothing. Making it
    takes O(n log n) for n spans, and a lookup what it gives, and a little: it can be asked for one
    line of a long text with thousands of spans.
    """

    def __init__(self, length: int, spans: Sequence[Span]) -> None:
        self._length = max(0, length)
        self._opening: defaultdict[int, list[int]] = defaultdict(list)
        self._closing: defaultdict[int, list[int]] = defaultdict(list)
        for index, (start, end) in enumerate(spans):
            start, end = max(0, start), min(end, self._length)
            if start < end:
                self._opening[start].append(index)
                self._closing[end].append(index)
        inner = self._opening.keys() | self._closing.keys()
        self._cuts = sorted({0, *inner, self._length})
        self._covers = self._keep_covers()

    def _keep_covers(self) -> list[list[int]]:
        """What covers the text from each _STRIDE-th cut on."""
        covers: list[list[int]] = []
        cover: list[int] = []
        for at, cut in enumerate(self._cuts):
            self._pass(cut, cover)
            if at % _STRIDE == 0:
                covers.append(cover.copy())
        return covers

    def _pass(self, cut: int, cover: list[int]) -> None:
        """Change a cover, in place, into that beyond a cut."""
        for index in self._closing.get(cut, ()):
            del cover[bisect_left(cover, index)]
        for index in self._opening.get(cut, ()):
            insort(cover, index)

    def between(self, start: int, end: int) -> Iterator[Segment]:
        """The segments of `start:end`, the first and the last cut off there."""
        start, end = max(0, start), min(end, self._length)
        if start >= end:
            return
        at = bisect_right(self._cuts, start) - 1
        cover = self._cover(at)
        while start < end:
            at += 1
            stop = min(self._cuts[at], end)
            yield Segment(start, stop, tuple(cover))
            self._pass(stop, cover)
            start = stop

    def _cover(self, at: int) -> list[int]:
        """What covers the text from the cut with index `at` on."""
        kept = at // _STRIDE
        cover = self._covers[kept].copy()
        for cut in self._cuts[kept * _STRIDE + 1 : at + 1]:
            self._pass(cut, cover)
        return cover


def segments(length: int, spans: Sequence[Span]) -> list[Segment]:
    """All the segments of a text; joined they are the text again."""
    return list(Segments(length, spans).between(0, length))
