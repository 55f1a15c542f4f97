"""Did you mean: the word of a vocabulary that a word which occurs nowhere was meant to be."""

from __future__ import annotations

from functools import lru_cache
from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

_PREFIX = 7
"""Letters of a word of which one is left out: a typo beyond them is in what follows."""
_SHORTEST, _TWO_WRONG = 3, 5
"""Letters of a word that is corrected, and of one in which two may be wrong."""
_NAME = 0.9
"""How much nearer a name counts."""


def deletions(word: str) -> Iterator[str]:
    """The keys under which a word is found again with one letter wrong near its beginning.

    Two words with a common key are near each other; an index keeps each word under its keys.
    """
    head = word[:_PREFIX]
    yield head
    seen = {head}
    for at in range(len(head)):
        key = head[:at] + head[at + 1 :]
        if key and key not in seen:
            seen.add(key)
            yield key


def neighbourhood(vocabulary: Iterable[tuple[str, int]]) -> dict[str, list[tuple[str, int]]]:
    """The terms of a vocabulary, each with its frequency, under all of their keys."""
    found: dict[str, list[tuple[str, int]]] = {}
    for term, frequency in vocabulary:
        for key in deletions(term):
            found.setdefault(key, []).append((term, frequency))
    return found


def neighbours(word: str, near: Mapping[str, list[tuple[str, int]]]) -> Iterator[tuple[str, int]]:
    """The terms that share a key with a word, some of them several times."""
    for key in deletions(word):
        yield from near.get(key, ())


def nearest(
    word: str, candidates: Iterable[tuple[str, int]], names: Container[str] = ()
) -> str | None:
    """Of candidates, each with its frequency, what a word was probably meant to be.

    A name or a frequent word is preferred to one that is a little nearer. None where the word
    itself is one of them, and for numbers and very short words.
    """
    if len(word) < _SHORTEST or any(char.isdigit() for char in word):
        return None
    most = _most_wrong(word)
    best: tuple[float, str] | None = None
    for term, frequency in set(candidates):
        if term == word:
            return None
        apart = distance(word, term, most)
        if apart > most or not term.isalpha():
            continue
        odds = (apart - _NAME * (term in names) - min(1.0, log10(frequency + 1) / 4), term)
        best = odds if best is None else min(best, odds)
    return best[1] if best else None


def reachable(word: str, terms: Iterable[str]) -> list[str]:
    """Those of some terms that a word may have been meant to be."""
    most = _most_wrong(word)
    lengths, letters = range(len(word) - most, len(word) + most + 1), frozenset(word)
    # What is looked at first costs little, and rules out most of them.
    return [
        term
        for term in terms
        if len(term) in lengths
        and len(letters.difference(term)) <= most
        and distance(word, term, most) <= most
    ]


def _most_wrong(word: str) -> int:
    return 1 if len(word) < _TWO_WRONG else 2


def distance(one: str, other: str, most: int) -> int:
    """Letters to insert, delete, replace or swap with the next; `most` + 1 where they are more.

    All of a column of the table at once, a bit for each row: Hyyrö (2003), A bit-vector algorithm
    for computing Levenshtein and Damerau edit distances. From the end, since most words that are
    compared begin alike: of two that are too far apart it shows after a few letters.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    if not one:
        return len(other)
    places = _places(one)
    every = (1 << len(one)) - 1
    last = 1 << (len(one) - 1)
    more, less, diagonal, before = every, 0, 0, 0
    apart, left = len(one), len(other)
    for letter in reversed(other):
        here = places.get(letter, 0)
        swapped = ((~diagonal & here) << 1) & before
        diagonal = (((here & more) + more) ^ more) | here | less | swapped
        right, down = less | ~(diagonal | more), diagonal & more
        left -= 1
        if right & last:
            apart += 1
        elif down & last:
            apart -= 1
        if apart - left > most:  # no letter brings it down by more than one
            return most + 1
        right = right << 1 | 1
        more, less = (down << 1 | ~(diagonal | right)) & every, right & diagonal & every
        before = here
    return min(apart, most + 1)


@lru_cache(maxsize=8)
def _places(word: str) -> dict[str, int]:
    """Where each letter stands from the end, as bits."""
    found: dict[str, int] = {}
    for at, letter in enumerate(reversed(word)):
        found[letter] = found.get(letter, 0) | 1 << at
    return found
