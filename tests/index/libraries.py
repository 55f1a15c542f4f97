"""Small libraries, written for a test."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WORDS = (
    *("ambush", "army", "convoy", "market", "river", "village", "patrol", "treaty", "border"),
    *("mosque", "drone", "gold", "grain", "fuel", "siege", "truce", "envoy", "coup", "junta"),
    *("militia", "herder", "farmer", "school", "bridge", "well", "radio", "rumour"),
)
ACTORS = {
    "wagner": ("Wagner Group", "Wagner"),
    "jnim": ("JNIM", "Jama’at Nusrat"),
    "tiani": ("Abdourahamane Tiani", "Tchiani"),
    "mali": ("Mali", "Bamako’s government"),
    "alqaida": ("al-Qaida", "Al Qaeda"),
}
REGISTRY = """\
marking_order = ["TLP:CLEAR", "TLP:RED"]
[[actor]]
id = "tiani"
name = "Abdourahamane Tiani"
aliases = ["Tchiani"]
"""


def write_brief(folder: Path, number: int, seed: int = 1, words: str = "") -> Path:
    """One brief; every third has its text in a file beside it."""
    rng = random.Random(f"{seed}/{number}")
    day = f"20{10 + number % 14:02}-{1 + number % 12:02}-{1 + number % 28:02}"
    actors = rng.sample(sorted(ACTORS), 3)
    sentences = [_sentence(rng, actors) for _ in range(rng.randrange(3, 9))]
    if words:
        sentences.append(f"Here stands {words}.")
    text = "\n\n".join(sentences)
    path = folder / str(2010 + number % 3) / f"b{number:05}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    source = f'text = """{text}"""'
    if number % 3 == 0:
        replace(path.with_suffix(".txt"), text)
        source = f'file = "{path.stem}.txt"'
    replace(path, _brief(number, day, source, actors, sentences))
    return path


def _sentence(rng: random.Random, actors: list[str]) -> str:
    words = rng.choices(WORDS, k=rng.randrange(4, 12))
    name = rng.choice(ACTORS[rng.choice(actors)])
    return f"{name} {' '.join(words)} number {rng.randrange(10**6)}."


def _brief(number: int, day: str, source: str, actors: list[str], sentences: list[str]) -> str:
    quotes = [sentence.rstrip(".") for sentence in sentences]
    declared = "".join(
        f'[[actor]]\nid = "{one}"\nname = "{ACTORS[one][0]}"\naliases = ["{ACTORS[one][1]}"]\n'
        for one in actors
        if one != "tiani"
    )
    first, second = actors[:2]
    return f"""\
format = "sahel-brief/1"
[brief]
id = "b{number:05}"
title = "{WORDS[number % len(WORDS)].title()} and {WORDS[number * 7 % len(WORDS)]}"
published = {day}
publisher = "{("Desert Review", "River Post")[number % 2]}"
marking = "{("TLP:CLEAR", "TLP:RED")[number % 5 == 0]}"
[[source]]
{source}
[[point]]
id = "p1"
text = "It is about {sentences[0].split()[-3]}."
evidence = [{{ exact = "{quotes[0]}", stance = "{("supports", "disputes")[number % 4 == 0]}" }}]
{declared}[[relation]]
id = "r1"
source = "{first}"
target = "{second}"
type = "{("fights", "allied-with")[number % 2]}"
since = "{day[:7]}"
evidence = ["{quotes[1]}"]
[[event]]
id = "e1"
title = "{sentences[2].split()[-3].title()} at the well"
date = "{day[:7]}"
type = "{("assault", "agree")[number % 2]}"
place = "Gao"
actors = ["{first}"]
evidence = ["{quotes[2]}"]
"""


def replace(path: Path, text: str) -> None:
    """Write a file as a careful editor does: a reader never sees half of it."""
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, path)


def write_library(folder: Path, briefs: int, seed: int = 1) -> Path:
    """So many briefs, and the registry that they share."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sahel.toml").write_text(REGISTRY, encoding="utf-8")
    for number in range(briefs):
        write_brief(folder, number, seed)
    return folder
