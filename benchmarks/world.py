"""What happens in a made-up library: episodes over ten years, some of them hardly more than a day.

Most of what happens belongs to an episode, with a cast and towns of its own, and is densest where
that begins. What is large there is told by several briefs, which do not agree on all of it.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.registry import Registry, registry
from benchmarks.vocabulary import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_DAY = date(2014, 1, 1)
DAYS = 3652
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_ACTORS, _PLACES, _EPISODES, _LARGE = 400, 300, 240, 12
_SCATTERED = 0.3
"""The share of briefs that belong to no episode."""
ACTS = (
    *(("agree", "signed an accord with"), ("consult", "met the envoys of")),
    *(("support", "spoke in favour of"), ("concede", "gave way to")),
    *(("aid", "sent lorries of grain to"), ("retreat", "drew back before")),
    *(("request", "asked for guarantees from"), ("accuse", "laid the raid to the charge of")),
    *(("reject", "turned down the terms of"), ("threaten", "warned of reprisals against")),
    *(("sanction", "froze the accounts of"), ("mobilize", "called up reserves against")),
    *(("coerce", "held two messengers of"), ("assault", "opened fire on a convoy of")),
    *(("assault", "shelled the positions of"), ("assault", "ambushed a patrol of")),
)
"""Types of PLOVER, and how a sentence says them."""


class Happening(NamedTuple):
    """What happened: the day from the first one, what, who, to whom, where, and how many died."""

    day: int
    act: int
    who: int
    whom: int
    town: int
    dead: int


class Episode(NamedTuple):
    """A time in which much happens, to the same few."""

    day: int
    width: float
    """Days in which two thirds of it are over."""
    cast: tuple[int, ...]
    towns: tuple[int, ...]
    large: tuple[Happening, ...]
    """What several briefs tell."""


class World:
    """Everything that the briefs of one seed have in common."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(f"world of {seed}")
        self.registry: Registry = registry(rng, _ACTORS, _PLACES)
        self.words = Words(seed)
        self._who = ranked(rng, range(_ACTORS), [1 / (rank + 3) for rank in range(_ACTORS)])
        self._where = ranked(rng, range(_PLACES), [1 / (rank + 5) for rank in range(_PLACES)])
        self._episodes = [self._episode(rng) for _ in range(_EPISODES)]
        self._when = ranked(
            rng, range(_EPISODES), [rng.paretovariate(1.1) for _ in range(_EPISODES)]
        )
        days = [FIRST_DAY + timedelta(day) for day in range(DAYS + 400)]
        self.iso = [day.isoformat() for day in days]
        self.written = [f"{day.day} {_MONTHS[day.month - 1]} {day.year}" for day in days]

    def _episode(self, rng: random.Random) -> Episode:
        day, width = rng.randrange(DAYS - 120), 1 + rng.expovariate(1 / 20)
        cast = tuple(dict.fromkeys(rng.choice(self._who) for _ in range(8)))
        towns = tuple(dict.fromkeys(rng.choice(self._where) for _ in range(5)))
        episode = Episode(day, width, cast, towns, ())
        return episode._replace(large=tuple(self.happening(rng, episode) for _ in range(_LARGE)))

    def episode(self, rng: random.Random) -> Episode:
        """Which episode a brief is about, or a few weeks in which nothing much is the matter."""
        if rng.random() > _SCATTERED:
            return self._episodes[self._when[int(rng.random() * 4096)]]
        return Episode(int(rng.random() * (DAYS - 60)), 30, (), (), ())

    def day(self, rng: random.Random, episode: Episode) -> int:
        """A day of an episode; never beyond ten years."""
        return min(episode.day + int(rng.expovariate(1 / episode.width)), DAYS - 1)

    def happening(self, rng: random.Random, episode: Episode) -> Happening:
        """Something that happens in an episode, most often to its own cast."""
        draw = rng.random
        who = self.actor(rng, episode)
        while (whom := self.actor(rng, episode)) == who:
            pass
        towns = episode.towns if draw() < 0.7 and episode.towns else self._where
        dead = int(rng.expovariate(0.15)) if draw() < 0.5 else 0
        town = towns[int(draw() * len(towns))]
        return Happening(self.day(rng, episode), int(draw() * len(ACTS)), who, whom, town, dead)

    def actor(self, rng: random.Random, episode: Episode) -> int:
        """Someone, most often of an episode's own cast."""
        cast = episode.cast if len(episode.cast) > 1 and rng.random() < 0.6 else self._who
        return cast[int(rng.random() * len(cast))]


def ranked(rng: random.Random, values: Sequence[int], weights: Sequence[float]) -> list[int]:
    """A table of values as frequent as their weights, to draw from at once."""
    return rng.choices(values, weights, k=4096)
