"""Rows found as one types: words in any order, and typos forgiven where nothing else matches."""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.folding import fold, fold_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_BATCH = 1000
"""Rows that are folded at once, and kept as one text: a hundred thousand of them take less room."""
_END = "\r"
"""After a row: within one there is none."""
_MARKS = '.,:;!?…()[]{}"“”„«»'
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
        self._texts = [_END.join(fold_rows(batch, hyphen=" ")) for batch in batches]

    def find(self, query: str, stopped: Callable[[], bool] = never) -> Found:
        """The rows that hold every word of a query, or a beginning that is near to it.

        `stopped` is asked now and then whether to give up.
        """
        words = fold(query, hyphen=" ").split()
        rows = self._holding([[word] for word in words], stopped)
        if len(rows) or not words or stopped():
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
        return Found(rows, tuple(dict.fromkeys(meant)) if len(rows) else ())

    def _holding(
        self, wanted: Sequence[Sequence[str]], stopped: Callable[[], bool]
    ) -> Sequence[int]:
        """The rows in which there is one word of each."""
        found = array("I")
        for first, text in zip(count(0, _BATCH), self._texts):
            if stopped():
                return ()
            if all(any(word in text for word in words) for words in wanted):
                rows = text.split(_END)
                some: Iterable[int] = range(len(rows))
                for words in wanted:
                    some = _with(words, rows, some)
                found.extend(first + at for at in some)
        return found

    def _is_known(self, word: str) -> bool:
        return any(word in text for text in self._texts)

    @cached_property
    def _words(self) -> str:
        """Each word of the rows once, without the marks beside it."""
        words = {word for text in self._texts for word in text.split()}
        return _END.join({bare for word in words if (bare := word.strip(_MARKS))})

    def _near(self, word: str) -> list[str]:
        """The words that begin with nearly these letters, the nearest first."""
        from sahel_tui.queries.search.spelling import distance  # only typos need it

        if len(word) < _SURE:
            return []
        most = 1 if len(word) < _LONG else 2
        letters = frozenset(word)
        found = []
        for one in self._words.split(_END):
            if len(one) + most < len(word) or len(letters.difference(one)) > most:
                continue
            ends = range(len(word) - most, min(len(one), len(word) + most) + 1)
            away = min((distance(word, one[:end], most) for end in ends), default=most + 1)
            if away <= most:
                found.append((away, abs(len(one) - len(word)), one))
        return [one for _, _, one in sorted(found)]


def _with(words: Sequence[str], rows: Sequence[str], some: Iterable[int]) -> list[int]:
    """Those of some rows that hold one of the words."""
    if len(words) == 1:
        (word,) = words
        return [at for at in some if word in rows[at]]
    return [at for at in some if any(word in rows[at] for word in words)]
