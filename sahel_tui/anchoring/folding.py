"""Text folded for comparison, with an exact map of its offsets back to the source.

Folded are: quotation marks, apostrophes and primes of every kind (one sign), dashes and hyphens
(one sign, with the spaces beside them), spaces of every kind (a run is one space), and case.
Characters that are not seen are dropped: soft hyphens, zero-width and bidi controls, variation
selectors. Nothing else is: accents, digits and letters stay what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.anchoring.states import Span

_QUOTES = '"`´‘’‚‛“”„‟‹›«»′″‴‵‶‷⁗ʹʺʻʼʽˈˮ՚׳״「」『』〝〞〟＂＇｀❛❜❝❞❟❠❮❯⹂🙶🙷🙸ߴߵ'
_DASHES = "-‐‑‒–—―⁃−֊־᐀᠆⸗⸚⸺⸻⹀〜〰゠︱︲﹘﹣－➖"
_UNSEEN = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
# What case folding makes longer: the few characters with a full folding (Unicode CaseFolding.txt).
_GROWING = "ßİŉǰΐΰև\u1e96-\u1e9a\u1e9e\u1f50-\u1ffc\ufb00-\ufb17"
_DASH = f"[{re.escape(_DASHES)}]"

_SPACE_LIKE = rf"\s{_UNSEEN}"
_DASH_LIKE = re.escape(_DASHES)

# Where folding may make a text longer or shorter (all else is one for one): found fast by the
# first expression, taken apart by the second. They are made when something is folded.
_REGION = rf"[{_SPACE_LIKE}{_DASH_LIKE}«»‹›]{{2,}}|[{_UNSEEN}{_GROWING}]"
_UNEVEN = (
    rf"([{_SPACE_LIKE}]*[{_DASH_LIKE}][{_SPACE_LIKE}{_DASH_LIKE}]*)"
    rf"|([«‹][{_SPACE_LIKE}]+|[{_SPACE_LIKE}]+[»›])"
    rf"|([{_UNSEEN}]*\s[{_SPACE_LIKE}]*)"
    rf"|([{_UNSEEN}]+)"
    rf"|([{_GROWING}])"
)
_DROPPED = f"[{_UNSEEN}]*"
_BECOMES = (None, "-", "'", " ", "", None)
_SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
_SPACES += "".join(map(chr, range(0x2000, 0x200B)))


@cache
def _made(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _take_apart(region: str) -> list[tuple[int, int, str]]:
    """Start, end and folding of each run in a region."""
    runs = []
    for match in _made(_UNEVEN).finditer(region):
        becomes = _BECOMES[match.lastindex or 0]
        runs.append((*match.span(), match.group().casefold() if becomes is None else becomes))
    return runs


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and folding of each run whose length may change."""
    known: dict[str, list[tuple[int, int, str]]] = {}
    for match in _made(_REGION).finditer(text):
        region, at = match.group(), match.start()
        if (runs := known.get(region)) is None:
            runs = known[region] = _take_apart(region)
        for start, end, becomes in runs:
            yield at + start, at + end, becomes


def _fold_even(text: str) -> str:
    """Fold what is one character for one; nothing else is left when this is called."""
    text = text.casefold()
    for chars, becomes in ((_QUOTES, "'"), (_DASHES, "-"), (_SPACES, " ")):
        for char in chars:
            text = text.replace(char, becomes)
    return text


def fold(text: str) -> str:
    """The folded text alone."""
    return Folded(text).text


class Folded:
    """A source and its folded text.

    The map is sparse: one entry for each run whose length changes, so that it costs what these do
    and not what the text does.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        # Where uneven runs begin and end, in the folded text and in the source.
        self._begins, self._ends = [0], [0]
        self._source_begins, self._source_ends = [0], [0]
        self.text = _fold_even("".join(self._pieces(source)))

    def _pieces(self, source: str) -> Iterator[str]:
        done = at = 0
        for start, end, run in _runs(source):
            yield source[done:start]
            yield run
            at += start - done
            if end - start != len(run):
                self._begins.append(at)
                self._ends.append(at + len(run))
                self._source_begins.append(start)
                self._source_ends.append(end)
            at += len(run)
            done = end
        yield source[done:]

    def span(self, start: int, end: int) -> Span | None:
        """The source of folded `start:end`; None where an end lies inside a folded character."""
        if self._run_around(start) or self._run_around(end):
            return None
        return self._start(start), self._end(end)

    def covering(self, start: int, end: int) -> Span:
        """The smallest source span that holds folded `start:end`."""
        if run := self._run_around(start):
            start = self._begins[run]
        if run := self._run_around(end):
            end = self._ends[run]
        return self._start(start), self._end(end)

    def near(self, source_at: int) -> int:
        """About where a source offset is in the folded text."""
        run = bisect_right(self._source_ends, source_at) - 1
        return self._ends[run] + source_at - self._source_ends[run]

    def is_dropped(self, start: int, end: int) -> bool:
        """Whether nothing of source `start:end` is in the folded text."""
        return _made(_DROPPED).fullmatch(self.source, start, end) is not None

    def _run_around(self, at: int) -> int:
        """The index of the run that offset `at` lies inside, 0 for none."""
        run = bisect_right(self._ends, at)
        return run if run < len(self._ends) and self._begins[run] < at else 0

    def _start(self, at: int) -> int:
        """Where a span begins: after what is dropped here."""
        run = bisect_right(self._ends, at) - 1
        return self._source_ends[run] + at - self._ends[run]

    def _end(self, at: int) -> int:
        """Where a span ends: before what is dropped here."""
        run = bisect_left(self._ends, at)
        if run < len(self._ends) and self._begins[run] < self._ends[run] == at:
            return self._source_ends[run]
        return self._source_ends[run - 1] + at - self._ends[run - 1]
