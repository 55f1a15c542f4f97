"""How far a file is looked through while somebody types."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sahel_tui.index.vocabulary import Vocabulary

_STEPS = 40_000
"""Entries that FTS5 goes through of all words of phrases: some milliseconds."""
_LEAST = 500
"""Briefs that are looked at, however many words there are."""


def window(match: str, vocabulary: Vocabulary, steps: int = _STEPS) -> int | None:
    """How many of the newest briefs of a file are looked at; None for all of them.

    SQLite finds a phrase by going through all of its words, brief by brief, however seldom they
    stand together.
    """
    words = Counter(_of_phrases(match))
    if not words or _entries(words, vocabulary.frequencies(list(words))) <= steps:
        return None
    return max(_LEAST, steps // words.total())


def _of_phrases(match: str) -> Iterator[str]:
    """The words of all phrases, and those that stand near each other."""
    near = False
    for at, part in enumerate(match.split('"')):  # every other one is a string
        if at % 2 == 0:
            near = "NEAR(" in part or (near and ")" not in part)
        elif near or " " in part:
            yield from part.split()


def _entries(words: Mapping[str, int], frequencies: Mapping[str, int]) -> int:
    return sum(number * frequencies.get(word, 0) for word, number in words.items())
