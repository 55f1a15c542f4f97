"""A made-up library of any size: `python -m benchmarks.made_up FOLDER --briefs N [--seed S]`.

The same for the same seed, brief by brief: a larger library begins with the smaller ones. Every
quote is in its text, and there once, but for one in each hundredth brief. Half of the texts stand
in the brief, as it is quicker to write and to read one file, and half beside it, as analysts do.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.telling import filling, pick, relate, tell
from benchmarks.toml_of_brief import Parts, toml_of_brief
from benchmarks.world import World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.telling import Told
    from benchmarks.world import Happening

_WORDS = 900
_AT_ONCE = 2_000
"""Briefs that one process writes before it takes the next ones."""

world_of = lru_cache(maxsize=1)(World)
"""Everything that the briefs of a seed have in common."""


class MadeUp(NamedTuple):
    """One brief: its file below the library's folder, and the text beside it, if one is."""

    path: str
    toml: str
    beside: str | None
    text: str
    """The text, wherever it stands."""


class Written(NamedTuple):
    """How much was written, in bytes of UTF-8."""

    briefs: int
    toml: int
    text: int


def write_library(folder: Path, number: int, seed: int = 1) -> Written:
    """Write `number` briefs and their `sahel.toml`, in folders by year and month."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sahel.toml").write_text(world_of(seed).registry.toml, encoding="utf-8")
    starts = range(0, number, _AT_ONCE)
    parts = [range(at, min(at + _AT_ONCE, number)) for at in starts]
    if len(parts) == 1:
        return _write(folder, seed, parts[0])
    with ProcessPoolExecutor() as pool:
        found = list(pool.map(_write, repeat(folder), repeat(seed), parts))
    return Written(*map(sum, zip(*found, strict=True)))


def made_up_briefs(numbers: range, seed: int = 1) -> Iterator[MadeUp]:
    """The briefs of some numbers, one after the other."""
    world = world_of(seed)
    yield from (_brief(world, seed, number) for number in numbers)


def _write(folder: Path, seed: int, numbers: range) -> Written:
    briefs = toml = text = 0
    made: set[str] = set()
    for one in made_up_briefs(numbers, seed):
        path = folder / one.path
        if (parent := one.path.rpartition("/")[0]) not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(parent)
        toml += path.write_bytes(one.toml.encode())
        if one.beside:
            path.with_suffix(".txt").write_bytes(one.beside.encode())
        briefs, text = briefs + 1, text + len(one.text.encode())
    return Written(briefs, toml, text)


def _brief(world: World, seed: int, number: int) -> MadeUp:
    rng = random.Random(f"{seed}/{number}")
    episode = world.episode(rng)
    told = [tell(world, rng, world.happening(rng, episode)) for _ in range(rng.randint(5, 9))]
    large = rng.sample(episode.large, min(len(episode.large), rng.randrange(3)))
    told += [tell(world, rng, _retold(rng, one)) for one in large]
    day = min(world.day(rng, episode) + rng.randrange(12), len(world.iso) - 1)
    pairs = [pick(rng, told) for _ in range(rng.randint(3, 6))]
    related = [relate(world, rng, one.who, one.whom, day) for one in pairs]
    text = _text(world, rng, told, related)
    name = f"{world.iso[day]}-b{number:07}"
    beside = text if number % 2 else None
    parts = Parts(world, rng, number, day, name, text, told, related)
    digest = hashlib.sha256(text.encode()).hexdigest() if beside else None
    toml = toml_of_brief(parts, digest)
    return MadeUp(f"{name[:4]}/{name[5:7]}/{name}.toml", toml, beside, text)


def _retold(rng: random.Random, large: Happening) -> Happening:
    """As another source tells it: one in four has another day, one in four another count."""
    day = large.day + (rng.choice((-2, -1, 1, 2, 5)) if rng.random() < 0.25 else 0)
    dead = large.dead + (rng.randrange(1, 6) if rng.random() < 0.25 else 0)
    return large._replace(day=max(0, day), dead=dead)


def _text(world: World, rng: random.Random, told: list[Told], related: list[Told]) -> str:
    """The sentences in any order, between others that fill the text."""
    sentences = [one.text for one in (*told, *related)]
    words = sum(sentence.count(" ") + 1 for sentence in sentences)
    wanted = _WORDS + rng.randrange(-150, 150)
    while words < wanted:
        sentences.append(filling(world, rng))
        words += sentences[-1].count(" ") + 1
    rng.shuffle(sentences)
    paragraphs = []
    while sentences:
        size = 3 + int(rng.random() * 4)
        paragraphs.append(" ".join(sentences[:size]))
        del sentences[:size]
    return "\n\n".join(paragraphs) + "\n"


def main() -> None:
    """Write a library, and say how much it holds."""
    parser = argparse.ArgumentParser(description="Write a made-up library.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--briefs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    written = write_library(given.folder, given.briefs, given.seed)
    print(f"{written.briefs:,} briefs, {written.toml:,} bytes of TOML, {written.text:,} of text")


if __name__ == "__main__":
    main()
