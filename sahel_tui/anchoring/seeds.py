"""Where in a long text a damaged quote may lie: an index of short runs of characters."""

from __future__ import annotations

from collections import Counter, defaultdict

SIZE = 4
"""Characters in a seed. Of four, half survive where one in seven is damaged."""
_STRIDE = 3
_SHORT = 48
"""Quotes under this length need every seed of the text, not one in _STRIDE."""
_MOST_SEEDS = 2_000_000
"""In a longer text fewer are kept, so that the index stays in memory."""
_HITS, _HITS_SHORT = 2_000, 6_000
_PLACES, _PLACES_SHORT = 64, 3_000


class Seeds:
    """The seeds of a text by place; built in parts, as they are needed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stride = max(_STRIDE, len(text) // _MOST_SEEDS + 1)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._phases = 0
        self._read(1)

    def _read(self, phases: int) -> None:
        """Add seeds until `phases` of every stride are known."""
        text, places = self._text, self._places
        for phase in range(self._phases, phases):
            for at in range(phase, len(text) - SIZE + 1, self._stride):
                places[text[at : at + SIZE]].append(at)
        self._phases = max(self._phases, phases)

    def rule_out(self, quote: str) -> bool:
        """Whether the seeds alone show that the text doesn't have `quote` verbatim."""
        last, stride, places = len(quote) - SIZE + 1, self._stride, self._places
        return last >= stride and not any(
            all(quote[at : at + SIZE] in places for at in range(phase, last, stride))
            for phase in range(stride)
        )

    def starts(self, quote: str) -> list[int]:
        """Offsets near which `quote` may begin, those with most seeds in common first."""
        short = len(quote) < _SHORT
        if short:
            self._read(min(self._stride, _STRIDE))
        width = 8 if short else 32
        diagonals = self._diagonals(quote, _HITS_SHORT if short else _HITS)
        if not diagonals:
            return []
        votes = Counter([diagonal // width for diagonal in diagonals])
        least = max(votes.values()) // 4
        firsts = {
            diagonal // width: diagonal
            for diagonal in reversed(diagonals)
            if votes[diagonal // width] > least
        }
        ranked = sorted(firsts, key=lambda at: votes[at] + votes.get(at + 1, 0), reverse=True)
        return [firsts[at] for at in ranked[: _PLACES_SHORT if short else _PLACES]]

    def _diagonals(self, quote: str, most: int) -> list[int]:
        """Where the quote would begin by each of its rarest seeds, the rarest first."""
        seeds = [(at, self._places.get(quote[at : at + SIZE])) for at in range(len(quote) - 3)]
        hits = sorted(((len(places), at, places) for at, places in seeds if places))
        diagonals: list[int] = []
        for count, at, places in hits:
            if diagonals and len(diagonals) + count > most:
                break
            diagonals += [place - at for place in places]
        return diagonals
