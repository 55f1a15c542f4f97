"""Made-up people, groups and towns, each name its own: no one who lives, no place on a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

_STARTS = (
    *("Ba", "Bé", "Dra", "Fa", "Go", "Ha", "I", "Ka", "Ko", "La", "Ma", "Mé", "Na", "Ou"),
    *("Ra", "Sé", "Ta", "Ti", "To", "Wa", "Ya", "Zi"),
)
_MIDDLES = (
    *("bar", "dia", "gou", "ïda", "kan", "lem", "mou", "nan", "rou", "san", "tha", "zor"),
    *("bel", "dou", "fé", "lin", "mar", "ssa", "ver", "you"),
)
_ENDS = ("ba", "dé", "ga", "ka", "kro", "la", "lé", "ma", "na", "ré", "si", "t", "wa", "zo")
_KINDS = (
    ("Front for the Defence of", "armed-group", "FD"),
    ("Movement for the Salvation of", "armed-group", "MS"),
    ("Union of the Herders of", "organisation", "UH"),
    ("Patriotic Council of", "political", "PC"),
    ("Government of", "government", "G"),
    ("Armed Forces of", "military", "AF"),
    ("Conference of the States of", "international-organisation", "CS"),
)


class Name(NamedTuple):
    """An actor: what it is called, in full and in short."""

    full: str
    short: str
    """A family name, or an acronym; no two are the same."""
    type: str


def _word(rng: random.Random) -> str:
    middles = "".join(rng.choices(_MIDDLES, k=rng.choice((1, 1, 2))))
    return rng.choice(_STARTS) + middles + rng.choice(_ENDS)


def syllables(number: int) -> str:
    """The word of a number, in small letters: another one for each."""
    number, ending = divmod(number, len(_ENDS))
    number, start = divmod(number, len(_STARTS))
    middle = ""
    while number:
        number, at = divmod(number - 1, len(_MIDDLES))
        middle += _MIDDLES[at]
    return (_STARTS[start] + middle + _ENDS[ending]).lower()


def _unlike(taken: set[str], make: Callable[[], str]) -> str:
    """A word that is not taken yet, and now is."""
    while (word := make()) in taken:
        pass
    taken.add(word)
    return word


def towns(rng: random.Random, count: int) -> list[str]:
    """Names of towns."""
    taken: set[str] = set()
    return [_unlike(taken, lambda: _word(rng)) for _ in range(count)]


def actors(rng: random.Random, count: int) -> list[Name]:
    """Names of actors: half of them persons."""
    taken: set[str] = set()
    return [_actor(rng, taken) for _ in range(count)]


def _actor(rng: random.Random, taken: set[str]) -> Name:
    family = _unlike(taken, lambda: _word(rng))
    if rng.random() < 0.5:
        return Name(f"{_word(rng)} {family}", family, "person")
    kind, type_, letters = rng.choice(_KINDS)
    stem = f"{letters}{family[0]}".upper()
    return Name(f"{kind} {family}", _unlike(taken, lambda: _acronym(rng, stem)), type_)


def _acronym(rng: random.Random, stem: str) -> str:
    return stem + "".join(rng.choices("ABDEFGKLMNPRSTVZ", k=2))
