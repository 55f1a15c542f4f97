"""An area is shared out among the parts of a drawing, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Region(NamedTuple):
    """A rectangle; of a terminal in cells and rows."""

    x: float
    y: float
    width: float
    height: float


def regions(weights: Sequence[float], whole: Region, aspect: float = 2.0) -> list[Region]:
    """A region for each, by its weight; `aspect` is how much higher than wide a cell is."""
    if len(weights) < 2:
        return [whole] * len(weights)
    cut = _halfway(weights)
    share = sum(weights[:cut]) / sum(weights)
    x, y, width, height = whole
    if width >= height * aspect:
        first = Region(x, y, width * share, height)
        rest = Region(x + first.width, y, width - first.width, height)
    else:
        first = Region(x, y, width, height * share)
        rest = Region(x, y + first.height, width, height - first.height)
    return regions(weights[:cut], first, aspect) + regions(weights[cut:], rest, aspect)


def _halfway(weights: Sequence[float]) -> int:
    """How many to take for about half of the weight: at least one, and never all."""
    half, done = sum(weights) / 2, 0.0
    for number, weight in enumerate(weights[:-1]):
        if number and done + weight / 2 > half:
            return number
        done += weight
    return len(weights) - 1
