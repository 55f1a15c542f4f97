"""The words of an index: those that a prefix begins, and those near a mistyped one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sahel_tui.index.schema import COMPLETIONS, LONGEST_PREFIX
from sahel_tui.queries.search.spelling import deletions, distance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.index.snapshot import Shard

_BEYOND = "\U0010ffff"
"""After every word that a prefix begins."""
_FREQUENT = "select term, df from pre where prefix = ? and rank <= ?"
_ANY = "select term, df from terms where term >= ? and term < ? order by df desc, term limit ?"
_SHORT = 4
"""Letters of a word up to which one wrong letter is much."""


def is_word(term: str) -> bool:
    """Whether a term is a word; what else is known of briefs begins with a sign."""
    return term[0].isalnum()


class Vocabulary:
    """The words of all files."""

    def __init__(self, shards: Sequence[Shard]) -> None:
        self._shards = shards

    def completions(self, prefix: str, limit: int) -> tuple[str, ...]:
        """The most frequent words that begin with a prefix."""
        found: Counter[str] = Counter()
        for shard in self._shards:
            for term, number in _beginning(shard, prefix, limit):
                found[term] += number
        return tuple(sorted(found, key=lambda term: (-found[term], term))[:limit])

    def nearest(self, word: str) -> str | None:
        """The word that one which occurs nowhere was probably meant to be."""
        if not word or any(self._df(shard, word) for shard in self._shards):
            return None
        most = 1 if len(word) <= _SHORT else 2
        found: Counter[str] = Counter()
        for shard in self._shards:
            for term in _near(shard, word, most):
                found[term] += self._df(shard, term)
        ranked = ((distance(word, term, most), -number, term) for term, number in found.items())
        return min(ranked, default=(0, 0, None))[2]

    @staticmethod
    def _df(shard: Shard, term: str) -> int:
        rows = shard.rows("select df from terms where term = ?", (term,))
        return next((number for (number,) in rows), 0)


def _beginning(shard: Shard, prefix: str, limit: int) -> Iterator[tuple[str, int]]:
    """The most frequent words of a file that begin with a prefix, and in how many briefs each."""
    if len(prefix) <= LONGEST_PREFIX and limit <= COMPLETIONS and not shard.is_delta:
        return shard.rows(_FREQUENT, (prefix, limit))
    return shard.rows(_ANY, (prefix, prefix + _BEYOND, limit))


def _near(shard: Shard, word: str, most: int) -> set[str]:
    keys = list(deletions(word))
    marks = ", ".join("?" * len(keys))
    rows = shard.rows(f"select distinct term from typo where key in ({marks})", keys)
    return {term for (term,) in rows if distance(word, term, most) <= most}
