"""Rows found as one types: words in any order, and typos forgiven where nothing else matches."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import fold, fold_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_BATCH = 1000
"""Rows that are folded at once."""
_SURE = 4
"""Letters of a word below which a typo is not guessed at."""
_LONG = 8
"""Letters from which on two are wrong, at most."""


class Found(NamedTuple):
    """The rows that hold all words of a query."""

    rows: Sequence[int]
    near: tuple[str, ...] = ()
    """The words in the rows that stand for what was typed, where that is in none; else nothing."""


def never() -> bool:
    """Nothing stops this."""
    return False


class Fuzzy:
    """Rows of fields, folded once: case, accents, apostrophes and hyphens are forgiven."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        left = iter(rows)
        batches = iter(lambda: tuple(islice(left, _BATCH)), ())
        self._rows = [row for batch in batches for row in fold_rows(batch, hyphen=" ")]
        self._words: Sequence[str] | None = None

    def find(self, query: str, stopped: Callable[[], bool] = never) -> Found:
        """The rows that hold every word of a query, or a beginning that is near to it.

        `stopped` is asked between two words whether to give up.
        """
        words = fold(query, hyphen=" ").split()
        rows = self._holding([[word] for word in words], stopped)
        if rows or not words or stopped():
            return Found(rows)
        likely = [[word] if self._is_known(word) else self._near(word) for word in words]
        if likely == [[word] for word in words]:
            likely = [[word, *self._near(word)] for word in words]
        rows = self._holding(likely, stopped)
        meant = [
            one
            for word, found in zip(words, likely, strict=True)
            for one in found[:3]
            if one != word
        ]
        return Found(rows, tuple(dict.fromkeys(meant)) if rows else ())

    def _holding(self, wanted: Sequence[Sequence[str]], stopped: Callable[[], bool]) -> list[int]:
        """The rows in which there is one word of each."""
        rows = self._rows
        found = list(range(len(rows)))
        for words in wanted:
            if stopped():
                return []
            if len(words) == 1:
                (word,) = words
                found = [at for at in found if word in rows[at]]
            else:
                found = [at for at in found if any(word in rows[at] for word in words)]
        return found

    def _is_known(self, word: str) -> bool:
        return any(word in one for one in self._vocabulary())

    def _vocabulary(self) -> Sequence[str]:
        if self._words is None:
            self._words = tuple({word for row in self._rows for word in row.split()})
        return self._words

    def _near(self, word: str) -> list[str]:
        """The words that begin with nearly these letters, the nearest first."""
        from sahel_tui.queries.search.spelling import distance  # only typos need it

        if len(word) < _SURE:
            return []
        most = 1 if len(word) < _LONG else 2
        letters = frozenset(word)
        found = []
        for one in self._vocabulary():
            if len(one) + most < len(word) or len(letters.difference(one)) > most:
                continue
            ends = range(len(word) - most, min(len(one), len(word) + most) + 1)
            away = min((distance(word, one[:end], most) for end in ends), default=most + 1)
            if away <= most:
                found.append((away, abs(len(one) - len(word)), one))
        return [one for _, _, one in sorted(found)]
