"""Quotes to spans: what is there as written, else folded, else approximately, else nowhere.

Nothing is guessed. Of several equal passages one is chosen by the position hint or the context, or
none is: nearness to a hint that is wrong chooses nothing.
"""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from sahel_tui.anchoring.choice import MOST_SPANS, Found, of_whole_words, settle
from sahel_tui.anchoring.edges import cuts_word
from sahel_tui.anchoring.folding import Folded, fold
from sahel_tui.anchoring.graphemes import splits_cluster, whole_clusters
from sahel_tui.anchoring.normalise import normalise_source
from sahel_tui.anchoring.occurrences import exact_spans, folded_spans, occurrences, trimmed
from sahel_tui.anchoring.ranges import LONGEST_RANGE, ranges
from sahel_tui.anchoring.states import Quote, Resolution, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sahel_tui.anchoring.seeds import Seeds
    from sahel_tui.anchoring.states import Span

_MANY = 500
"""Quotes from which on an index costs less than a look through the text for each."""
_ORPHAN = Resolution(State.ORPHAN)


class Anchorer:
    """Resolves quotes in one normalised source; what is costly is made when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._looks = 0
        self.seeds: Seeds | None = None
        """Of the folded text, once they are worth making."""

    def resolve(self, quote: Quote) -> Resolution:
        """Where a quote is; any text is taken, a blank one is nowhere."""
        quote = _normalised(quote)
        if found := self._plain(quote):
            return found
        return self._looked_for(quote)

    def _plain(self, quote: Quote) -> Resolution | None:
        """What leaves no choice, as nearly all quotes: verbatim, once, and no word of it cut."""
        if quote.start is not None or quote.end is not None or self._looks >= _MANY:
            return None
        first = quote.exact or quote.first
        start = self._only(first)
        if start is None:
            return None
        self._looks += 1
        end = start + len(first)
        if not quote.exact:
            last = self._next(quote.last, end)
            if last is None or last - start > LONGEST_RANGE:
                return None
            end = last
        return Resolution(State.EXACT, (start, end), 1.0)

    def _only(self, words: str) -> int | None:
        """Where some words begin that stand there once, whole."""
        start = self.text.find(words) if words.strip() else -1
        if start < 0 or self.text.find(words, start + 1) >= 0:
            return None
        return start if self._is_whole(start, start + len(words)) else None

    def _next(self, words: str, after: int) -> int | None:
        """Where the first of some words after an offset end, where they are whole."""
        start = self.text.find(words, after) if words.strip() else -1
        end = start + len(words)
        return end if start >= 0 and self._is_whole(start, end) else None

    def _is_whole(self, *ends: int) -> bool:
        text = self.text
        return not any(splits_cluster(text, at) or cuts_word(text, at) for at in ends)

    def _looked_for(self, quote: Quote) -> Resolution:
        found: Found | None = None
        if quote.exact.strip():
            search = _Search(self, quote.exact, quote)
            found = search.verbatim or search.alike or search.about
        elif quote.first.strip() and quote.last.strip():
            first, last = (
                quote._replace(end=None, suffix=""),
                Quote(end=quote.end, suffix=quote.suffix),
            )
            found = ranges(
                _Search(self, quote.first, first).ways, _Search(self, quote.last, last).ways
            )
        return settle(self.text, found, quote) if found else _ORPHAN

    def folded_starts(self, words: str) -> list[int]:
        """Where the folded text has folded words; an index is used, but not built for it."""
        if not words:
            return []
        return self.seeds.occurrences(words) if self.seeds else self._scan(words)

    def _scan(self, words: str) -> list[int]:
        return list(islice(occurrences(self.folded.text, words), MOST_SPANS))

    def starts(self, words: str) -> Iterable[int]:
        """Where the text has words verbatim; so many quotes are worth an index of their own."""
        self._looks += 1
        found = self._text_seeds.occurrences(words) if self._looks > _MANY else None
        # An index stops at as many.
        return occurrences(self.text, words) if found is None or len(found) >= MOST_SPANS else found

    @cached_property
    def _text_seeds(self) -> Seeds:
        from sahel_tui.anchoring.seeds import Seeds

        return Seeds(self.text)

    @cached_property
    def folded(self) -> Folded:
        """The text as what is only alike is looked for in it."""
        return Folded(self.text)


class _Search:
    """The ways of looking for words, the surest first; each looks once, when it is asked for."""

    def __init__(self, anchorer: Anchorer, words: str, quote: Quote) -> None:
        """`quote` has what is said of their place."""
        self._anchorer = anchorer
        self._words = words
        self._quote = quote

    @property
    def ways(self) -> list[Callable[[], Found]]:
        return [lambda: self.verbatim, lambda: self.alike, lambda: self.about]

    @cached_property
    def verbatim(self) -> Found:
        """The words as they are written."""
        anchorer, words = self._anchorer, self._words
        # Where there is an index it shows sooner than a look through the text what isn't there.
        if anchorer.seeds and self._folded and not self._starts:
            return Found(State.EXACT, [])
        found = exact_spans(anchorer.text, anchorer.starts(words), len(words))
        spans = list(islice(found, MOST_SPANS))
        return Found(State.EXACT, self._whole(spans, len(spans)))

    @cached_property
    def alike(self) -> Found:
        """What folds to the same."""
        folded, starts = self._folded, self._starts
        spans = folded_spans(self._anchorer.folded, starts, len(folded)) if folded else ()
        return Found(State.NORMALISED, self._whole(list(spans), len(starts)))

    @cached_property
    def about(self) -> Found:
        """What is near."""
        # Late: most briefs quote verbatim, and need neither the library nor an index.
        from sahel_tui.anchoring.fuzzy import allowed_edits, likely_passages
        from sahel_tui.anchoring.seeds import Seeds

        anchorer, words, hint = self._anchorer, self._folded, self._quote.start
        if not allowed_edits(len(words)):
            return Found(State.FUZZY, [])
        text, folded = anchorer.text, anchorer.folded
        if anchorer.seeds is None:
            anchorer.seeds = Seeds(folded.text)
        near = None if hint is None else folded.near(hint)
        likely = likely_passages(words, folded.text, anchorer.seeds, near)
        scores = {
            whole_clusters(text, trimmed(text, folded.covering(start, end))): 1 - edits / len(words)
            for start, end, edits in likely.passages
        }
        return Found(State.FUZZY, list(scores), scores, likely.alike)

    @cached_property
    def _folded(self) -> str:
        return fold(self._words).strip()

    @cached_property
    def _starts(self) -> list[int]:
        return self._anchorer.folded_starts(self._folded)

    def _whole(self, spans: list[Span], seen: int) -> list[Span]:
        """Those of whole words; all, of which none is chosen, where `seen` may not be all."""
        if seen >= MOST_SPANS:
            return spans
        return of_whole_words(self._anchorer.text, spans, self._quote)


def _normalised(quote: Quote) -> Quote:
    """The quote as a source is read."""
    words = "".join((quote.exact, quote.first, quote.last, quote.prefix, quote.suffix))
    if words.isascii() and "\r" not in words:
        return quote
    return quote._replace(
        exact=normalise_source(quote.exact),
        first=normalise_source(quote.first),
        last=normalise_source(quote.last),
        prefix=normalise_source(quote.prefix),
        suffix=normalise_source(quote.suffix),
    )
