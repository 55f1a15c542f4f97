"""Which label an arrow key leads to from another: the nearest that lies that way.

From every label all others can be reached: where that is not so of itself, a key that leads
nowhere, or somewhere that is reached in another way too, leads to the one that was left out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sahel_tui.render.graph.boxes import Box

Direction = Literal["up", "down", "left", "right"]
DIRECTIONS: tuple[Direction, ...] = ("up", "down", "left", "right")
Steps = dict[str, dict[Direction, str]]

_AXES: dict[Direction, complex] = {"up": -1j, "down": 1j, "left": -1, "right": 1}
_ASIDE = 2.0
"""How much farther a place is for each cell that it lies aside."""


def steps_between(labels: Sequence[tuple[str, Box]]) -> Steps:
    """For each label where the arrow keys lead."""
    places = {one: complex(box.x + box.width / 2, 2 * box.y) for one, box in labels}
    steps: Steps = {one: {} for one in places}
    for one in places:
        for direction in DIRECTIONS:
            if found := _nearest(one, direction, places):
                steps[one][direction] = found
    if not _mended(steps, places):
        _in_a_ring(steps, places)
    return steps


def _nearest(one: str, direction: Direction, places: dict[str, complex]) -> str | None:
    """The nearest within 45 degrees of a direction."""
    found = []
    for other, place in places.items():
        ahead = (place - places[one]) / _AXES[direction]
        if other != one and ahead.real > 0 and abs(ahead.imag) <= ahead.real:
            found.append((ahead.real + _ASIDE * abs(ahead.imag), other))
    return min(found)[1] if found else None


def _mended(steps: Steps, places: dict[str, complex]) -> bool:
    """Lead to what no way leads to; whether every label can be reached from every other then."""
    for _ in range(2 * len(places)):
        if not (gap := _gap(steps)):
            return True
        inside, outside = gap
        pairs = sorted((abs(places[a] - places[b]), a, b) for a in inside for b in outside)
        if not any(_lead(steps, places, a, b) for _, a, b in pairs):
            return False
    return not _gap(steps)


def _gap(steps: Steps) -> tuple[set[str], set[str]] | None:
    """Labels, and others that no way leads to from there."""
    if not steps:
        return None
    first = min(steps)
    reached = _reached(steps, first)
    if len(reached) < len(steps):
        return reached, steps.keys() - reached
    back: dict[str, list[str]] = {one: [] for one in steps}
    for one, ways in steps.items():
        for other in ways.values():
            back[other].append(one)
    homing = _walk(back, first)
    return (steps.keys() - homing, homing) if len(homing) < len(steps) else None


def _reached(steps: Steps, start: str) -> set[str]:
    return _walk({one: ways.values() for one, ways in steps.items()}, start)


def _walk(ways: Mapping[str, Iterable[str]], start: str) -> set[str]:
    reached, front = {start}, [start]
    while front:
        for other in ways[front.pop()]:
            if other not in reached:
                reached.add(other)
                front.append(other)
    return reached


def _lead(steps: Steps, places: dict[str, complex], one: str, other: str) -> bool:
    """Have a key of one label lead to another, if nothing is lost by that."""
    between = places[other] - places[one]
    ways = sorted(DIRECTIONS, key=lambda way: -(between / _AXES[way]).real)
    for way in ways:
        was = steps[one].get(way)
        steps[one][way] = other
        if was is None or was in _reached(steps, one):
            return True
        steps[one][way] = was
    return False


def _in_a_ring(steps: Steps, places: dict[str, complex]) -> None:
    """Left and right go through all labels as one reads."""
    order = sorted(places, key=lambda one: (places[one].imag, places[one].real, one))
    for one, other in pairwise([*order, order[0]]):
        steps[one]["right"] = other
        steps[other]["left"] = one
