"""Queries as they are typed over a made-up library, letter by letter, and those that cost most."""

from __future__ import annotations

import random
from typing import NamedTuple

from benchmarks.made_up import world_of
from benchmarks.registry import spellings

WORST = (
    "the",
    "the of and",
    '"of the"',
    '"in the market of"',
    "near(the of, 5)",
    "t*",
    "-army the",
    "the or of or in or and",
    "type:assault sort:title",
    "the sort:relevance",
    "the sort:oldest",
    "kind:passage the",
    "on:2018? the",
    "is:disputed likelihood:likely the",
)
"""What is asked with Enter: everything is counted."""


class Typing(NamedTuple):
    """One query, and what stands in the box after each of its letters."""

    kind: str
    text: str

    @property
    def keys(self) -> list[str]:
        return [self.text[:end] for end in range(1, len(self.text) + 1)]


def typed_queries(seed: int, of_each: int = 4) -> list[Typing]:
    """Names, words, phrases, fields and two words: so many of each."""
    rng = random.Random(f"queries of {seed}")
    world = world_of(seed)
    actors, places, _ = world.registry
    found = []
    for number in range(of_each):
        who, whom = actors[number * 3], actors[number * 17 + 1]
        town = places[number * 5].name
        word = sorted(world.words.run(rng, 8, 8).split(), key=len)[-1]
        found += [
            Typing("name", who.name),
            Typing("name", rng.choice(whom.aliases).name.lower()),
            Typing("word", word),
            Typing("phrase", f'"{world.words.run(rng, 3, 3)}"'),
            Typing("field", f"actor:{who.forms[2].lower()} type:assault"),
            Typing("field", f"place:{town.lower()} after:2018"),
            Typing("two words", f"{who.forms[2].lower()} {town.lower()}"),
            Typing("two words", f"{word} convoy"),
        ]
    return found


def misspelled(seed: int, number: int = 20) -> list[tuple[str, str]]:
    """Words with a letter too many, too few or exchanged, and what was meant."""
    rng = random.Random(f"slips of {seed}")
    names = [one.name.split()[-1].lower() for one in world_of(seed).registry.actors[:200]]
    found = []
    for name in rng.sample(
        sorted({one for one in names if one.isascii() and len(one) > 5}), number
    ):
        at = rng.randrange(1, len(name) - 1)
        slips = (
            name[:at] + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            name[:at] + rng.choice("bcdfjx") + name[at:],
        )
        wrong = rng.choice([one for one in slips if one != name])
        if wrong not in set(spellings(name)):
            found.append((wrong, name))
    return found
