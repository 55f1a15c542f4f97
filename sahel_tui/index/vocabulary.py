"""The words of an index: those that a prefix begins, and those near a mistyped one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sahel_tui.index.failures import said_when_damaged
from sahel_tui.index.schema import COMPLETIONS, LONGEST_PREFIX
from sahel_tui.queries.search.spelling import deletions, nearest, reachable
from sahel_tui.queries.search.terms import SOUND, SPELLED
from sahel_tui.queries.search.words import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.index.snapshot import Shard

_BEYOND = "\U0010ffff"
"""After every word that a prefix begins."""
_MOST_VALUES = 500
"""Values of one query: an older SQLite takes no more than 999."""
_FREQUENT = "select term, df from pre where prefix = ? and rank <= ?"
_ANY = "select term, df from terms where term >= ? and term < ? order by df desc, term limit ?"


class Vocabulary:
    """The words of all files."""

    def __init__(self, shards: Sequence[Shard]) -> None:
        self._shards = shards

    def completions(self, prefix: str, limit: int) -> tuple[str, ...]:
        """The most frequent terms that begin with a prefix."""
        found: Counter[str] = Counter()
        for shard in self._shards:
            _add(found, shard, _beginning(shard, prefix, limit))
        return tuple(sorted(found, key=lambda term: (-found[term], term))[:limit])

    def nearest(self, word: str) -> str | None:
        """The word that one which occurs nowhere was probably meant to be."""
        if self._has([word, *(sign + skeleton(word) for sign in SOUND.values())]):
            return None
        found: Counter[str] = Counter()
        for shard in self._shards:
            _add(found, shard, _near(shard, word))
        names = self._has([sign + term for sign in SPELLED.values() for term in found])
        return nearest(word, found.items(), {name[1:] for name in names})

    def _has(self, terms: Sequence[str]) -> set[str]:
        """Those of some terms that there are."""
        query = f"select term from terms where term in ({_marks(terms)})"
        return {term for shard in self._shards for (term,) in shard.rows(query, terms)}


def _add(found: Counter[str], shard: Shard, rows: Iterable[tuple[Any, ...]]) -> None:
    """In how many briefs of a file words are; IndexDamagedError where they are none."""
    with said_when_damaged(shard.path):
        for term, number in rows:
            if type(term) is not str or type(number) is not int:
                raise ValueError("a word is none, or its number")
            found[term] += number


def _beginning(shard: Shard, prefix: str, limit: int) -> Iterator[tuple[str, int]]:
    """The most frequent terms of a file that begin with a prefix, and in how many briefs each."""
    found: list[tuple[str, int]] = []
    if len(prefix) <= LONGEST_PREFIX and limit <= COMPLETIONS and not shard.is_delta:
        found = list(shard.rows(_FREQUENT, (prefix, limit)))
    if not found:  # few words begin with it
        found = list(shard.rows(_ANY, (prefix, prefix + _BEYOND, limit)))
    yield from found


def _near(shard: Shard, word: str) -> Iterator[tuple[str, int]]:
    """The words of a file that share a key with one, and in how many briefs each is."""
    keys = list(deletions(word))
    found = shard.rows(f"select near from typo where key in ({_marks(keys)})", keys)
    terms = sorted(reachable(word, {term for (near,) in found for term in near.split()}))
    for at in range(0, len(terms), _MOST_VALUES):
        some = terms[at : at + _MOST_VALUES]
        rows = shard.rows(f"select term, df from terms where term in ({_marks(some)})", some)
        yield from ((term, number) for term, number in rows)


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
