"""Which of several equal passages is meant: by the position hint, else by the context."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.anchoring.edges import cuts_word, is_in_word
from sahel_tui.anchoring.folding import fold
from sahel_tui.anchoring.states import Resolution, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sahel_tui.anchoring.states import Quote, Span

MOST_SPANS = 20_000
"""Equal passages that are looked at; among as many, only a hint chooses."""
MOST_CANDIDATES = 1_000
"""Candidates that an ambiguous quote lists at most, in text order."""
_CLEAR = 3
"""Edits that tell two damaged contexts apart; a context without any is clear against all."""


class Found(NamedTuple):
    """All the passages that one way of looking found."""

    state: State
    """How they were found: `exact`, `normalised` or `fuzzy`."""
    spans: list[Span]
    scores: Mapping[Span, float] = MappingProxyType({})
    """Similarity of each, 0 to 1, where it is not 1."""
    alike: bool = True
    """Whether the passages are about equal to each other."""

    def __bool__(self) -> bool:
        return bool(self.spans)


class Sides(NamedTuple):
    """What stands before and after a passage, folded."""

    before: str
    after: str


def of_whole_words(text: str, spans: list[Span], quote: Quote) -> list[Span]:
    """The spans that cut no word ("Niger" is not in "Nigeria"), or of which the quote says so.

    It does by its position, or by a context that has the rest of the word.
    """
    return [span for span in spans if _fits_words(text, span, quote)]


def _fits_words(text: str, span: Span, quote: Quote) -> bool:
    """Whether each end of a span is a word's, or where the quote says that it is."""
    cut_before = cuts_word(text, span[0]) and quote.start != span[0]
    cut_after = cuts_word(text, span[1]) and quote.end != span[1]
    if not (cut_before or cut_after):
        return True
    wanted = _context(quote)
    found = _sides(text, span, wanted)
    before = is_in_word(quote.prefix[-1:]) and found.before == wanted.before
    after = is_in_word(quote.suffix[:1]) and found.after == wanted.after
    return (before or not cut_before) and (after or not cut_after)


def settle(text: str, found: Found, quote: Quote) -> Resolution:
    """Which of the passages that were found is meant, if one is."""
    if chosen := _choose(text, found, quote):
        score = found.scores.get(chosen, 1.0)
        moved = found.state is State.EXACT and not _hint_fits(quote, chosen)
        return Resolution(State.MOVED if moved else found.state, chosen, score)
    if not found.alike:
        return Resolution(State.ORPHAN)
    return Resolution(State.AMBIGUOUS, candidates=tuple(sorted(found.spans)[:MOST_CANDIDATES]))


def _hint_fits(quote: Quote, span: Span) -> bool:
    """Whether there is no position hint, or it is this span; a hint may leave the end open."""
    return quote.start is None or (quote.start == span[0] and quote.end in (None, span[1]))


def _choose(text: str, found: Found, quote: Quote) -> Span | None:
    """The only one, else the one that is hinted, else the one whose context fits best."""
    spans = found.spans
    if len(spans) == 1:
        return spans[0]
    if found.state is State.FUZZY:
        hinted = _nearest_to_hint(quote, spans)
    else:
        hinted = _only(span for span in spans if _hint_fits(quote, span)) or _only(
            span for span in spans if _half_hint_fits(quote, span)
        )
    if hinted and quote.start is not None:
        return hinted
    return by_context(text, spans, quote) if len(spans) < MOST_SPANS else None


def _only(spans: Iterator[Span]) -> Span | None:
    """The one of one."""
    first = next(spans, None)
    return None if next(spans, None) else first


def _half_hint_fits(quote: Quote, span: Span) -> bool:
    """Whether one end of the position hint is right."""
    return quote.start == span[0] or quote.end == span[1]


def _nearest_to_hint(quote: Quote, spans: Sequence[Span]) -> Span | None:
    """The span that the position hint is nearest to, and off by a fifth of its length at most."""
    if quote.start is None:
        return None
    off = {
        span: abs(quote.start - span[0]) + abs((quote.end or span[1]) - span[1]) for span in spans
    }
    least = min(off.values())
    return _only(span for span in spans if off[span] == least <= (span[1] - span[0]) // 5)


def by_context(text: str, spans: Sequence[Span], quote: Quote) -> Span | None:
    """The only span with the context of the quote, else the one with clearly the nearest."""
    wanted = _context(quote)
    if not any(wanted) or not spans:
        return None
    sides = [_sides(text, span, wanted) for span in spans]
    equal = [span for span, found in zip(spans, sides, strict=True) if found == wanted]
    if len(equal) == 1:
        return equal[0]
    return None if equal else _nearest(spans, sides, wanted)


def beside(text: str, spans: Sequence[Span], quote: Quote) -> tuple[int | None, int | None]:
    """How many spans the quote's prefix stands before, and its suffix after; None without one."""
    wanted = _context(quote)
    sides = [_sides(text, span, wanted) for span in spans]
    return (
        sum(found.before == wanted.before for found in sides) if wanted.before else None,
        sum(found.after == wanted.after for found in sides) if wanted.after else None,
    )


def _context(quote: Quote) -> Sides:
    return Sides(fold(quote.prefix).strip(), fold(quote.suffix).strip())


def _sides(text: str, span: Span, wanted: Sides) -> Sides:
    """As much of the context of a span as is wanted."""
    start, end = span
    before, after = len(wanted.before), len(wanted.after)
    return Sides(
        fold(text[max(0, start - 4 * before - 8) : start]).strip()[-before:] if before else "",
        fold(text[end : end + 4 * after + 8]).strip()[:after],
    )


def _nearest(spans: Sequence[Span], sides: Sequence[Sides], wanted: Sides) -> Span | None:
    """The span that is as near as each other one on both sides, and clearly nearer on one."""
    costs = [tuple(map(_edits, found, wanted)) for found in sides]
    best = min(range(len(costs)), key=lambda at: sum(costs[at]))
    beaten = (_beats(costs[best], other) for at, other in enumerate(costs) if at != best)
    return spans[best] if all(beaten) else None


def _edits(found: str, wanted: str) -> int:
    """The edits between two contexts, all the same above 20 %: such a context says nothing."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(found, wanted, score_cutoff=len(wanted) // 5)


def _beats(costs: tuple[int, ...], others: tuple[int, ...]) -> bool:
    pairs = list(zip(costs, others, strict=True))
    return all(cost <= other for cost, other in pairs) and any(
        cost == 0 < other or cost + _CLEAR <= other for cost, other in pairs
    )
