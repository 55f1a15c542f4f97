"""Mentions over time, in as many parts as there are cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Bins(NamedTuple):
    """Days in parts of about one length, and what was counted in each."""

    first: int
    """The first day of the first part, as an ordinal."""
    last: int
    counts: tuple[int, ...]


def binned(counted: Iterable[tuple[int, int]], parts: int) -> Bins | None:
    """Pairs of a day and a number, in so many parts at most; None where there is no day."""
    pairs = list(counted)
    if not pairs or parts < 1:
        return None
    first, last = min(pairs)[0], max(pairs)[0]
    days = last - first + 1
    parts = min(parts, days)
    counts = [0] * parts
    for day, number in pairs:
        counts[(day - first) * parts // days] += number
    return Bins(first, last, tuple(counts))


def levels(counts: Sequence[int], top: int) -> tuple[int, ...]:
    """How high each stands, to `top`: 0 for nothing alone, so that one of many is still seen."""
    most = max(counts, default=0)
    return tuple(-(-number * top // most) if number else 0 for number in counts)
