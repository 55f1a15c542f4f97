"""Prose that says nothing, in words as frequent as words are: cut from one long made-up stream.

Two thirds of the stream walk through the words of the shipped briefs, each followed by a word that
follows it there; the rest are made-up words, the n-th as frequent as 1 / (n + 30). Beyond the
stream there is no end of rare words, so that the vocabulary of a library grows with it.
"""

from __future__ import annotations

import random
import re
from array import array
from collections import defaultdict
from itertools import accumulate, pairwise
from pathlib import Path

from benchmarks.names import syllables

BRIEFS = Path(__file__).parent.parent / "briefs"
_SIZE = 400_000
"""Words of the stream: a run of some words is one of as many."""
_MADE_UP, _SHARE = 30_000, 0.3
_MOST_RARE = 40_000_000
_WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")
_PLAIN = str.maketrans("éï", "ei")
_SUFFIXES = ("", "", "s", "ed", "ing", "ment", "tion", "er", "ly", "ness", "al", "age")
_NOT_HERE = frozenset(("likely", "unlikely", "probably", "confidence", "confident"))
"""What a checker looks for in the sentences of points."""


class Words:
    """The stream, and what is cut from it."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(f"words of {seed}")
        stream = _stream(rng, _SIZE)
        self._text = " ".join(stream)
        self._starts = array("L", accumulate((len(word) + 1 for word in stream), initial=0))

    def run(self, rng: random.Random, least: int, most: int) -> str:
        """So many words that follow each other."""
        count = least + int(rng.random() * (most - least + 1))
        at = int(rng.random() * (_SIZE - count))
        return self._text[self._starts[at] : self._starts[at + count] - 1]

    def rare(self, rng: random.Random) -> str:
        """A word that is the rarer the longer it is; most are in no other brief."""
        return _made_up(int(_MOST_RARE ** (0.3 + 0.7 * rng.random())))


def _stream(rng: random.Random, size: int) -> list[str]:
    follows = _follows()
    known = sorted(follows)
    weights = list(accumulate(1 / (rank + 30) for rank in range(_MADE_UP)))
    made_up = [_made_up(number) for number in range(_MADE_UP)]
    rng.shuffle(made_up)
    others = iter(rng.choices(made_up, cum_weights=weights, k=size))
    draw, word, stream = rng.random, known[0], []
    for _ in range(size):
        if draw() < _SHARE:
            stream.append(next(others))
        else:
            after = follows.get(word) or known
            word = after[int(draw() * len(after))]
            stream.append(word)
    return stream


def _follows() -> dict[str, list[str]]:
    """For each word of the shipped briefs those that follow it; names are left out."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(BRIEFS.glob("*.txt")):
        words = _WORD.findall(path.read_text(encoding="utf-8"))
        plain = [word for word in words if word.islower() and word not in _NOT_HERE]
        for word, after in pairwise(plain):
            found[word].append(after)
    return dict(found)


def _made_up(number: int) -> str:
    """The word of a number; one in a hundred has accents."""
    stem, suffix = divmod(number, len(_SUFFIXES))
    word = syllables(stem) + _SUFFIXES[suffix]
    return word if number % 100 == 0 else word.translate(_PLAIN)
