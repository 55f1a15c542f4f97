"""What is said of a passage that is not found as it is written, and where it may be."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from sahel_tui.anchoring.choice import MOST_CANDIDATES, beside
from sahel_tui.anchoring.graphemes import whole_clusters
from sahel_tui.anchoring.normalise import normalise_source
from sahel_tui.anchoring.states import Quote, State

if TYPE_CHECKING:
    from sahel_tui.anchoring.states import Span
    from sahel_tui.model.evidence import Evidence
    from sahel_tui.queries.views import BriefView, Passage

_SHOWN = 3
"""Passages alike that a message tells."""
_AROUND = 24
"""Characters before and after a passage alike that are told, at most."""
_END = 20
"""Characters of either end of a longer passage that are told."""

_SAID = {
    State.MOVED: (
        "moved: not at `start` and `end`, but at {where} (score {score})",
        "correct `start` and `end`, or leave them out",
    ),
    State.NORMALISED: (
        "normalised: only alike in quotation marks, dashes, spaces or case, at {where} "
        "(score {score}): “{text}”",
        "quote the source's own signs",
    ),
    State.FUZZY: (
        "fuzzy: not in {source}; the nearest words are at {where} (score {score}): “{text}”",
        "quote the source's own words, if these are the ones",
    ),
    State.ORPHAN: (
        "orphan: nowhere in {source}: “{text}”",
        "quote whole words that stand in the source, or name another `source`",
    ),
}
_INSIDE_WORDS = (
    "fuzzy: in {source} these words begin or end inside longer ones, at {where} (score {score}): "
    "“{text}”",
    "quote whole words, if these are the ones",
)
_CHOOSE = "choose one by `prefix`, `suffix` or `start` and `end`, or quote more words"


class Anchors:
    """Tells how the passages of one brief were found."""

    def __init__(self, view: BriefView) -> None:
        self._texts = {source.id: source.text for source in view.sources}
        self._breaks: dict[str, list[int]] = {}

    def said(self, passage: Passage, written: Evidence) -> tuple[str, str] | None:
        """What to say of a passage, and what to do; None where it is there as written."""
        if passage.state is State.EXACT:
            return None
        if passage.state is State.AMBIGUOUS:
            return self._ambiguous(passage, written)
        message, hint = _SAID[passage.state]
        if passage.state is State.FUZZY and passage.text.casefold() == passage.quote.casefold():
            message, hint = _INSIDE_WORDS
        words = message.format(
            where=f"{passage.start}–{passage.end} of `{passage.source}`",
            source=f"`{passage.source}`",
            score=f"{passage.score or 0:.2f}",
            text=_excerpt(passage.text),
        )
        return words, hint

    def _ambiguous(self, passage: Passage, written: Evidence) -> tuple[str, str]:
        spans = passage.candidates
        reasons, hint = self._unhelpful(passage, written)
        many = f"{len(spans):,}{' or more' if len(spans) >= MOST_CANDIDATES else ''}"
        words = f"ambiguous: {many} passages alike in `{passage.source}`"
        words += "".join(f", and {reason}" for reason in reasons)
        places = ", ".join(self._place(passage.source, span) for span in spans[:_SHOWN])
        rest = len(spans) - _SHOWN
        return f"{words}: {places}{f' and {rest:,} more' if rest > 0 else ''}", hint

    def _unhelpful(self, passage: Passage, written: Evidence) -> tuple[list[str], str]:
        """Why what was given to choose by chooses none, and what to do."""
        spans = passage.candidates
        reasons, wrong = [], []
        if written.start is not None:
            reasons.append(f"none of them is at {written.start}–{written.end}")
        context = Quote(
            prefix=normalise_source(written.prefix), suffix=normalise_source(written.suffix)
        )
        counts = beside(self._texts[passage.source], spans, context)
        for key, side, text, count in (
            ("prefix", "before", written.prefix, counts[0]),
            ("suffix", "after", written.suffix, counts[1]),
        ):
            if count is not None and len(spans) < MOST_CANDIDATES:
                of_them = f"{count:,} of them" if count else "none of them"
                reasons.append(f"the `{key}` “{_excerpt(text)}” stands {side} {of_them}")
                if not count:
                    wrong.append(f"the `{key}` from right {side}")
        if wrong:
            return reasons, f"copy {' and '.join(wrong)} the passage that is meant"
        return reasons, _CHOOSE

    def _place(self, source: str, span: Span) -> str:
        """Where a passage is, with some words around it."""
        text, (start, end) = self._texts[source], span
        if source not in self._breaks:
            self._breaks[source] = [found.start() for found in re.finditer("\n", text)]
        line = bisect_left(self._breaks[source], start) + 1
        return f"line {line} at {start}–{end} “{_around(text, span)}”"


def _around(text: str, span: Span) -> str:
    """A passage between brackets, cut where it is long, among the words beside it."""
    start, end = span
    low, high = whole_clusters(text, (max(0, start - _AROUND), min(len(text), end + _AROUND)))
    before, inner, after = text[low:start], text[start:end], text[end:high]
    if low > 0:
        before = "…" + (re.sub(r"\A\S*\s+", "", before) or before)
    if high < len(text):
        after = (re.sub(r"\s+\S*\Z", "", after) or after) + "…"
    if len(inner) > 3 * _END:
        first, _ = whole_clusters(text, (start + _END, end))
        _, last = whole_clusters(text, (start, end - _END))
        inner = f"{text[start:first]} … {text[last:end]}"
    return " ".join(f"{before}[{inner}]{after}".split())


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:79] + "…"
