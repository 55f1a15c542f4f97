"""Quotes to spans: what is there as written, else folded, else approximately, else nowhere.

Nothing is guessed. Of several equal passages one is chosen by the position hint or the context, or
none is: nearness to a hint that is wrong chooses nothing.
"""

from __future__ import annotations

from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING

from sahel_tui.anchoring.choice import MOST_SPANS, Found, of_whole_words, settle
from sahel_tui.anchoring.folding import Folded, fold
from sahel_tui.anchoring.graphemes import whole_clusters
from sahel_tui.anchoring.normalise import normalise_source
from sahel_tui.anchoring.occurrences import exact_spans, folded_spans, occurrences, trimmed
from sahel_tui.anchoring.ranges import ranges
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
        self._seeds: Seeds | None = None
        """Of the folded text."""

    def resolve(self, quote: Quote) -> Resolution:
        """Where a quote is; any text is taken, a blank one is nowhere."""
        quote = _normalised(quote)
        if quote.exact.strip():
            found = next(filter(None, (look() for look in self._ways(quote.exact, quote))), None)
        elif quote.first.strip() and quote.last.strip():
            first, last = (
                quote._replace(end=None, suffix=""),
                Quote(end=quote.end, suffix=quote.suffix),
            )
            found = ranges(self._ways(quote.first, first), self._ways(quote.last, last))
        else:
            found = None
        return settle(self.text, found, quote) if found else _ORPHAN

    def _ways(self, words: str, quote: Quote) -> list[Callable[[], Found]]:
        """The ways of looking for words, the surest first; each looks once, when it is called.

        `quote` has what is said of their place.
        """
        folded = cache(lambda: fold(words).strip())
        starts = cache(lambda: self._starts(folded()))
        return [
            cache(lambda: self._verbatim(words, folded, starts, quote)),
            cache(lambda: self._alike(folded(), starts, quote)),
            cache(lambda: self._about(folded(), quote.start)),
        ]

    def _starts(self, folded: str) -> list[int]:
        """Where the folded text has folded words; an index is used, but not built for it."""
        if not folded:
            return []
        return self._seeds.occurrences(folded) if self._seeds else self._scan(folded)

    def _scan(self, folded: str) -> list[int]:
        return list(islice(occurrences(self._folded.text, folded), MOST_SPANS))

    def _verbatim(
        self,
        words: str,
        folded: Callable[[], str],
        starts: Callable[[], list[int]],
        quote: Quote,
    ) -> Found:
        # Where there is an index it shows sooner than a look through the text what isn't there.
        if self._seeds and folded() and not starts():
            return Found(State.EXACT, [])
        found = exact_spans(self.text, self._places(words), len(words))
        spans = list(islice(found, MOST_SPANS))
        return Found(State.EXACT, self._whole(spans, len(spans), quote))

    def _places(self, words: str) -> Iterable[int]:
        """Where the text has words verbatim; so many quotes are worth an index of their own."""
        self._looks += 1
        found = self._text_seeds.occurrences(words) if self._looks > _MANY else None
        # An index stops at as many.
        return occurrences(self.text, words) if found is None or len(found) >= MOST_SPANS else found

    @cached_property
    def _text_seeds(self) -> Seeds:
        from sahel_tui.anchoring.seeds import Seeds

        return Seeds(self.text)

    def _alike(self, folded: str, starts: Callable[[], list[int]], quote: Quote) -> Found:
        found = list(folded_spans(self._folded, starts(), len(folded))) if folded else []
        return Found(State.NORMALISED, self._whole(found, len(starts()), quote))

    def _whole(self, spans: list[Span], seen: int, quote: Quote) -> list[Span]:
        """Those of whole words; all, of which none is chosen, where `seen` may not be all."""
        return spans if seen >= MOST_SPANS else of_whole_words(self.text, spans, quote)

    def _about(self, folded: str, hint: int | None) -> Found:
        # Late: most briefs quote verbatim, and need neither the library nor an index.
        from sahel_tui.anchoring.fuzzy import allowed_edits, likely_passages
        from sahel_tui.anchoring.seeds import Seeds

        if not allowed_edits(len(folded)):
            return Found(State.FUZZY, [])
        if self._seeds is None:
            self._seeds = Seeds(self._folded.text)
        near = None if hint is None else self._folded.near(hint)
        likely = likely_passages(folded, self._folded.text, self._seeds, near)
        scores = {
            whole_clusters(self.text, trimmed(self.text, self._folded.covering(start, end))): 1
            - edits / len(folded)
            for start, end, edits in likely.passages
        }
        return Found(State.FUZZY, list(scores), scores, likely.alike)

    @cached_property
    def _folded(self) -> Folded:
        return Folded(self.text)


def _normalised(quote: Quote) -> Quote:
    """The quote as a source is read."""
    return quote._replace(
        exact=normalise_source(quote.exact),
        first=normalise_source(quote.first),
        last=normalise_source(quote.last),
        prefix=normalise_source(quote.prefix),
        suffix=normalise_source(quote.suffix),
    )
