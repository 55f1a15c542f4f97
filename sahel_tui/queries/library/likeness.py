"""How much two names look like names of one actor, and why."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sahel_tui.anchoring.distances import edits
from sahel_tui.queries.search.words import skeleton, tokens

_TITLES = frozenset((
    "president", "general", "gen", "colonel", "col", "captain", "capt", "commander", "lieutenant",
    "lt", "major", "sheikh", "cheikh", "imam", "mr", "mrs", "ms", "dr", "minister", "prime",
    "emir", "sultan",
))  # fmt: skip
_SMALL = frozenset((
    "the", "of", "for", "and", "in", "to", "a", "an", "de", "des", "du", "la", "le", "les", "et",
    "pour", "dans", "au", "aux", "en", "l", "d", "ul",
))  # fmt: skip
_ARTICLE = re.compile(r"^[ae]([dnrstz])(?=\1)")
"""The Arabic article, assimilated and written as one with its word: `Eddine`, `Ennahda`."""
_GENERIC = frozenset((
    "group", "groupe", "company", "organisation", "organization", "movement", "mouvement", "pmc",
    "forces", "force", "network",
))  # fmt: skip
_BODIES = _GENERIC | {
    "alliance", "armed", "army", "committee", "coordination", "council", "faction", "front",
    "government", "guard", "katiba", "ministry", "union",
}  # fmt: skip
"""Words of the names of bodies, whose other words are often places: there each letter counts."""
_FUZZY = 6
"""Letters from which one may differ in a word, where other words of the name are the same …"""
_FUZZY_ALONE = 8
"""… and where the word is all there is: Kidal is not Kindal, nor Tessalit Tessit."""
_LONG = 10
"""Letters from which two may differ."""


class Name(NamedTuple):
    """A name as it is compared."""

    text: str
    words: tuple[str, ...]
    """Folded, without titles and small words."""
    sounds: tuple[str, ...]
    """Their skeletons."""


class Likeness(NamedTuple):
    """How much alike two names are, 0 to 1, and why."""

    score: float
    reason: str


NONE = Likeness(0.0, "")
ONE_WORD = 0.8
"""Of the same name of one word: many persons have one surname."""
PART = 0.45
"""Of a name within another: a branch of it more often than the same; not so of persons."""


@lru_cache(maxsize=100_000)
def name_of(text: str) -> Name:
    """A name as it is compared."""
    words = [token.word for token in tokens(text)]
    kept = [word for word in words if word not in _SMALL]
    bare = [word for word in kept if word not in _TITLES] or kept or words
    return Name(text, tuple(bare), tuple(skeleton(_ARTICLE.sub("", word)) for word in bare))


def is_acronym(name: Name, kind: str) -> bool:
    """Whether a name is made of initials: it says little, for many have the same."""
    if kind == "acronym":
        return True
    word = name.text.replace("-", "").replace(".", "")
    return len(name.words) == 1 and 2 <= len(word) <= 6 and word.isupper()


def alike(one: Name, other: Name) -> Likeness:
    """How much two names that are no acronyms are alike."""
    if not one.words or not other.words:
        return NONE
    alone = len(one.words) == 1 or len(other.words) == 1
    if sorted(one.words) == sorted(other.words):
        return Likeness(ONE_WORD if alone else 0.95, f"both are called “{other.text}”")
    if sorted(one.sounds) == sorted(other.sounds):
        if alone and min(map(len, (*one.words, *other.words))) < _FUZZY - 1:
            return NONE
        score = 0.75 if alone else 0.9
        return Likeness(score, f"“{one.text}” sounds like “{other.text}”")
    if len(one.words) == len(other.words):
        return _spelled_alike(one, other)
    return _part_of(one, other)


def _spelled_alike(one: Name, other: Name) -> Likeness:
    """As many words, each found in the other name, one or two letters aside."""
    shortest = _FUZZY_ALONE if len(one.words) == 1 else _FUZZY
    left = list(zip(other.words, other.sounds, strict=True))
    body = not _BODIES.isdisjoint(one.words)
    changed = 0
    for word, sound in zip(one.words, one.sounds, strict=True):
        found = next((pair for pair in left if pair[1] == sound), None)
        if found is None:
            found = next((pair for pair in left if _near(word, pair[0], shortest, body)), None)
            changed += 1
        if found is None:
            return NONE
        left.remove(found)
    if changed > 1:
        return NONE
    score = 0.7 if len(one.words) == 1 else 0.85
    return Likeness(score, f"“{one.text}” is spelled almost like “{other.text}”")


def _near(one: str, other: str, shortest: int, body: bool) -> bool:
    length = min(len(one), len(other))
    if length < shortest or not one.isalpha() or (body and len(one) == len(other)):
        return False
    if one[0] != other[0]:
        return one[1:] == other or one == other[1:]
    most = 2 if length >= _LONG else 1
    return edits(one, other, most) <= most


def _part_of(one: Name, other: Name) -> Likeness:
    """All words of the shorter name in the longer one, which says no more or a little more."""
    shorter, longer = sorted((one, other), key=lambda name: len(name.words))
    left = list(zip(longer.sounds, longer.words, strict=True))
    for sound in shorter.sounds:
        found = next((pair for pair in left if pair[0] == sound), None)
        if found is None:
            return NONE
        left.remove(found)
    if all(word in _GENERIC for _, word in left):
        return Likeness(0.75, f"“{longer.text}” says no more than “{shorter.text}”")
    if len(shorter.words) == 1:
        return NONE
    return Likeness(PART, f"“{shorter.text}” is part of “{longer.text}”")


def is_surname(one: Name, other: Name) -> bool:
    """Whether one name is the last word of the other, and no more."""
    shorter, longer = sorted((one, other), key=lambda name: len(name.words))
    if not len(shorter.words) == 1 < len(longer.words):
        return False
    short = len(shorter.words[0]) < _FUZZY - 1
    if short:
        return shorter.words[0] == longer.words[-1]
    return shorter.sounds[0] == longer.sounds[-1]


def initials(name: Name) -> str:
    """The first letters of its words."""
    return "".join(word[0] for word in name.words) if len(name.words) > 2 else ""
