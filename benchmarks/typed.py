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


ODD = (
    *(
        "actor:wag* place:ga",
        "actor:a type:a kind:event",
        "kind:event army",
        'kind:passage "of the',
    ),
    *(
        "kind:relation sign:neg",
        "is:disputed the",
        "tag:mali the",
        "source:main the of",
        "brief:2018-0",
    ),
    *(
        "marking:amber -the",
        "after:2018 before:2019",
        "on:2018? the",
        "after:2018-03-",
        "-army -market",
    ),
    *("-(the or of)", "(the or of) (in or and", "((((the", "the or of or in or", "a b c d e"),
    *("th of in an", "the of and to in for on at by", "3 000", "éé", "الق", "中国", "a* b*"),
    *(
        "t* o* i*",
        "near(the o, 5",
        "near(the of and in, 9",
        "near(a* b*, 5",
        'near("of the" in, 5) a',
    ),
    *(
        '"the of the',
        '"in the market of"',
        '"of the a',
        '"the zzq',
        "army -m",
        'army -"of t',
        "al qa",
    ),
    *(
        "counter-t",
        "l'a",
        "the sort:title",
        "army sort:relevance",
        "army sort:oldest m",
        "kind:brief the",
    ),
    *("kind:passage or kind:event the", "kind:passage -the", "type:assault after:2018 place:t"),
    *("U.S. a", "TLP:AMBER", "the " * 12, "zzzzzz"),
)
"""What people type besides: every field, brackets, signs, two letters, other scripts."""


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
