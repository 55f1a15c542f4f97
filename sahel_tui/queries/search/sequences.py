"""Where words stand one right after another, or near each other, among the words of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def places(wanted: Sequence[str], prefix: bool, words: Sequence[str]) -> Iterator[int]:
    """Where a sequence of words begins; `prefix`: the last of them is the beginning of a word."""
    last = wanted[-1]
    head, size = list(wanted[:-1]), len(wanted)
    for at in range(len(words) - size + 1):
        end = words[at + size - 1]
        if (end.startswith(last) if prefix else end == last) and (
            size == 1 or list(words[at : at + size - 1]) == head
        ):
            yield at


def near_places(
    found: Sequence[Sequence[int]], sizes: Sequence[int], distance: int
) -> set[tuple[int, int]]:
    """Of sequences that stand near one of every other: the index of each, and where it begins.

    `found`: where each sequence begins, in order. Near is what SQLite's FTS5 means by it: between
    the end of each and the beginning of the last are at most so many words.
    """
    near: set[tuple[int, int]] = set()
    for last in sorted({at for one in found for at in one}):
        ranges = [
            (bisect_left(one, last - distance - size), bisect_right(one, last))
            for one, size in zip(found, sizes, strict=True)
        ]
        if all(a < b for a, b in ranges):
            for index, (a, b) in enumerate(ranges):
                near.update((index, at) for at in found[index][a:b])
    return near
