"""How a name sounds, near enough that its transliterations are one: `Qaeda` and `Qaida`."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORTEST = 4
"""Letters from which a word has a skeleton: shorter ones are mostly acronyms."""
_SOUNDS = (
    ("tch|sch|ch|sh", "x"),
    ("zh|dj|j", "j"),
    ("ph", "f"),
    ("gu(?=[eiy])", "g"),
    ("ck|kh|q", "k"),
    ("c(?=[eiy])", "s"),
    ("c", "k"),
    ("x", "ks"),
    ("(?<=.)h", ""),
    ("(?<=...)e$", ""),  # mute, as in Prigojine
    ("ou|oo|o|w", "u"),
    ("e|y", "i"),
)
# One expression: what a sound is written as, each with a group of its own.
_SOUND = re.compile("|".join(f"({spelling})" for spelling, _ in _SOUNDS))
_BECOMES = tuple(sound for _, sound in _SOUNDS)
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """How a folded word sounds; a short one, and one that isn't of Latin letters, is as it is."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return word
    sounds = _SOUND.sub(lambda found: _BECOMES[(found.lastindex or 1) - 1], word)
    return _DOUBLED.sub(r"\1", sounds)
