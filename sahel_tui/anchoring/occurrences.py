"""Every place where a text has a quote verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.anchoring.graphemes import splits_cluster, whole_clusters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sahel_tui.anchoring.folding import Folded
    from sahel_tui.anchoring.states import Span


def occurrences(text: str, quote: str) -> Iterator[int]:
    """Where `quote` begins in `text`, overlapping occurrences too."""
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def exact_spans(text: str, starts: Iterable[int], size: int) -> Iterator[Span]:
    """The spans of `size` that split no combining sequence: "e" is not in "e\u0331"."""
    for start in starts:
        end = start + size
        if not (splits_cluster(text, start) or splits_cluster(text, end)):
            yield start, end


def folded_spans(folded: Folded, starts: Iterable[int], size: int) -> Iterator[Span]:
    """The spans of `size` folded characters, of those that are whole characters of the source."""
    for start in starts:
        span = folded.span(start, start + size)
        if span and (whole := _with_unseen(folded, span)):
            yield whole


def _with_unseen(folded: Folded, span: Span) -> Span | None:
    """The span with the unseen marks of its last character; None if it splits a cluster."""
    start, end = trimmed(folded.source, span)
    if splits_cluster(folded.source, start):
        return None
    whole = whole_clusters(folded.source, (start, end))
    return whole if folded.is_dropped(end, whole[1]) else None


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
