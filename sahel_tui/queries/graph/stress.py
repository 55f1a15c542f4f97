"""Where the nodes of a connected graph stand, so that distances are as many as steps between them.

Stress is minimised by stochastic gradient descent (Zheng, Pawar, Goodman: Graph Drawing by
Stochastic Gradient Descent, 2018), with fixed seeds: the same graph has the same picture.
"""

from __future__ import annotations

import random
from math import exp, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Pair = tuple[int, int]
_ROUNDS = 30
_FEW_ROUNDS = 15
_MANY = 60
"""Nodes from which one start, and half of the rounds, have to do."""
_STARTS = 3
_LAST_STEP = 0.1


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Nobody waits for what was being worked out."""


def never() -> bool:
    """Whether to stop: no."""
    return False


def links(count: int, pairs: Sequence[Pair]) -> list[list[int]]:
    """The neighbours of each node, ascending."""
    found: list[set[int]] = [set() for _ in range(count)]
    for one, other in pairs:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return [sorted(one) for one in found]


def parts(neighbours: Sequence[Sequence[int]]) -> list[list[int]]:
    """The connected parts, each ascending, by their first nodes."""
    seen: set[int] = set()
    found = []
    for node in range(len(neighbours)):
        if node not in seen:
            part = [at for at, steps in enumerate(steps_from(neighbours, node)) if steps >= 0]
            seen.update(part)
            found.append(part)
    return found


def steps_from(neighbours: Sequence[Sequence[int]], start: int) -> list[int]:
    """How many steps each node is away; -1 where no way leads to it."""
    steps = [-1] * len(neighbours)
    steps[start] = 0
    front = [start]
    while front:
        reached = []
        for node in front:
            for other in neighbours[node]:
                if steps[other] < 0:
                    steps[other] = steps[node] + 1
                    reached.append(other)
        front = reached
    return steps


def stress_layout(
    neighbours: Sequence[Sequence[int]], stopped: Callable[[], bool] = never
) -> list[complex]:
    """A place for each node of a connected graph; its longest axis lies across.

    Raises Stopped.
    """
    count = len(neighbours)
    terms = []
    for node in range(count):
        steps = steps_from(neighbours, node)
        terms += [(node, other, steps[other]) for other in range(node + 1, count)]
    if not terms:
        return [0j] * count
    starts = _STARTS if count < _MANY else 1
    found = [_descend(count, terms, seed, stopped) for seed in range(starts)]
    return _across(min(found, key=lambda places: _stress(places, terms)))


def _descend(
    count: int, terms: Sequence[tuple[int, int, int]], seed: int, stopped: Callable[[], bool]
) -> list[complex]:
    chance = random.Random(seed)
    places = [complex(chance.random(), chance.random()) for _ in range(count)]
    order = list(terms)
    longest = max(steps for _, _, steps in order)
    rounds = _ROUNDS if count < _MANY else _FEW_ROUNDS
    decay = log(longest * longest / _LAST_STEP) / (rounds - 1)
    for number in range(rounds):
        if stopped():
            raise Stopped
        chance.shuffle(order)
        step = longest * longest * exp(-decay * number)
        for one, other, steps in order:
            between = places[one] - places[other]
            far = abs(between) or 1e-9
            move = between * (min(1.0, step / (steps * steps)) * (far - steps) / (2 * far))
            places[one] -= move
            places[other] += move
    return places


def _stress(places: Sequence[complex], terms: Sequence[tuple[int, int, int]]) -> float:
    return sum((abs(places[a] - places[b]) / steps - 1) ** 2 for a, b, steps in terms)


def _across(places: Sequence[complex]) -> list[complex]:
    """The same, turned so that the axis along which they lie widest is the real one."""
    middle = sum(places) / len(places)
    centred = [place - middle for place in places]
    spread = sum(place * place for place in centred)
    if abs(spread) < 1e-12:
        return centred
    turn = (spread / abs(spread)) ** 0.5
    return [place / turn for place in centred]
