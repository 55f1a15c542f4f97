"""The known word that an unknown one was probably meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_EFFORT = 100_000
"""Comparisons in one file: a file of nothing but unknown words must not take minutes."""
_LONGEST = 64


class Nearest:
    """Finds near words, at most so many in one file; the same question is answered once."""

    def __init__(self) -> None:
        self._effort = _EFFORT
        self._answers: dict[tuple[str, int, float], str | None] = {}

    def find(self, word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
        """The nearest of the known words; None where none is as much `alike`, 0 to 1."""
        words = list(known)
        if len(word) > _LONGEST or self._effort < len(words):
            return None
        question = (word, hash(tuple(words)), alike)
        if question not in self._answers:
            self._answers[question] = self._find(word, words, alike)
        return self._answers[question]

    def _find(self, word: str, known: list[str], alike: float) -> str | None:
        self._effort -= len(known)
        from difflib import get_close_matches  # only errors need it

        folded = {_fold(one): one for one in reversed(known)}
        near = get_close_matches(_fold(word), folded, n=1, cutoff=alike)
        return folded[near[0]] if near else None


def _fold(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")
