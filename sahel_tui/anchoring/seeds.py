"""Where in a long text a damaged quote may lie: an index of short runs of characters."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.anchoring.occurrences import occurrences

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = 4
"""Characters in a seed. Of four, half survive where one character in seven is damaged."""
_SHORT = 48
"""Quotes under this length need every seed of the text, not one in four."""
_MOST_SEEDS = 2_000_000
"""A longer text is read in fewer seeds, so that the index stays in memory."""


class _Effort(NamedTuple):
    """How far to look for a quote."""

    phases: int
    """Of the four places that a seed can begin at, counted from a multiple of SIZE."""
    hits: int
    """Places of seeds that are counted, about."""
    places: int
    """Places of the quote that are given."""
    width: int
    """Bits of an offset that don't count: places as near to each other as that are one."""


_FOR_SHORT = _Effort(phases=SIZE, hits=1_000, places=500, width=3)
_FOR_LONG = _Effort(phases=1, hits=500, places=64, width=5)
_FEWEST_SEEDS = 8
_RARE = 8
"""Places of a seed that is rare enough."""
_COMMON = 20_000
"""Places of a seed that says nothing: what is made of such seeds alone is not looked for."""


class Seeds:
    """The seeds of a text by place; built in parts, as they are needed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bytes = _low_bytes(text)
        self._places: defaultdict[int, list[int]] = defaultdict(list)
        self._step = SIZE * (len(text) // (_MOST_SEEDS * SIZE) + 1)
        self._phases = 0
        self._read(1)

    def _read(self, phases: int) -> None:
        """Add seeds until `phases` of the four are known."""
        size, step, places = len(self._bytes), self._step, self._places
        for phase in range(self._phases, phases):
            seeds = _every_fourth(self._bytes, phase)[:: step // SIZE]
            for at, seed in zip(range(phase, size, step), seeds, strict=False):
                places[seed].append(at)
        self._phases = max(self._phases, phases)

    def occurrences(self, words: str) -> list[int]:
        """Where the text has `words` verbatim, in order; the sooner told the less it has them."""
        if len(words) < SIZE + self._step - 1:
            return self._scan(words)
        seeds = _seeds(words)
        starts: set[int] = set()
        # Where not every seed is known, each occurrence is met at an offset of its own.
        parts = 1 if self._phases == self._step else self._step
        for part in range(parts):
            at, places = self._rare(seeds, range(part, len(seeds), parts))
            if len(places) > _COMMON:
                return self._scan(words)
            wanted = (place - at for place in places if place >= at)
            starts.update(start for start in wanted if self._text.startswith(words, start))
        return sorted(starts)

    def _scan(self, words: str) -> list[int]:
        return list(islice(occurrences(self._text, words), _COMMON))

    def _rare(self, seeds: list[int], offsets: range) -> tuple[int, Sequence[int]]:
        """The offset, and the places, of a seed that the text has seldom."""
        rarest = offsets[0], self._places.get(seeds[offsets[0]], ())
        for at in offsets:
            places = self._places.get(seeds[at], ())
            if len(places) < len(rarest[1]):
                rarest = at, places
            if len(rarest[1]) < _RARE:
                break
        return rarest

    def starts(self, quote: str) -> list[int]:
        """Offsets near which `quote` may begin, those with most seeds in common first."""
        effort = _FOR_SHORT if len(quote) < _SHORT else _FOR_LONG
        self._read(effort.phases)
        diagonals = self._diagonals(quote, effort.hits)
        places = [diagonal >> effort.width for diagonal in diagonals]
        votes = Counter(places)
        least = max(votes.values(), default=0) // 4
        ranked = sorted(
            (place for place, count in votes.items() if count > least),
            key=lambda place: votes[place] + votes[place + 1],
            reverse=True,
        )
        # For each place the start by its rarest seed, which is the last one to be set.
        starts = dict(zip(reversed(places), reversed(diagonals), strict=True))
        return [max(0, starts[place]) for place in ranked[: effort.places]]

    def _diagonals(self, quote: str, most: int) -> list[int]:
        """Where the quote would begin by each of its seeds, those by the rarest seeds first."""
        known = enumerate(map(self._places.get, _seeds(quote)))
        hits = sorted((len(places), at, places) for at, places in known if places)
        diagonals: list[int] = []
        for rank, (count, at, places) in enumerate(hits):
            enough = rank >= _FEWEST_SEEDS and len(diagonals) + count > most
            if enough or count > _COMMON:
                break
            diagonals += [place - at for place in places]
        return diagonals


def _low_bytes(text: str) -> bytes:
    """The low byte of each code point: enough to tell words apart, and quick to index."""
    return text.encode("utf-32-le", "surrogatepass")[::4]


def _every_fourth(data: bytes, phase: int) -> list[int]:
    """The seeds at `phase`, `phase` + 4, … as numbers."""
    end = phase + max(0, len(data) - phase) // SIZE * SIZE
    return memoryview(data)[phase:end].cast("I").tolist() if end > phase else []


def _seeds(quote: str) -> list[int]:
    """The seeds of a quote, each at its offset."""
    data = _low_bytes(quote)
    seeds = [0] * (len(data) - SIZE + 1)
    for phase in range(min(SIZE, len(seeds))):
        seeds[phase::SIZE] = _every_fourth(data, phase)
    return seeds
