"""Where words stand one right after another, or near each other, among the words of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def places(wanted: tuple[str, ...], prefix: bool, words: Sequence[str]) -> Iterator[int]:
    """Where a sequence of words begins; `prefix`: the last of them is the beginning of a word."""
    first, size = wanted[0], len(wanted)
    if size == 1 and prefix:
        yield from (at for at, word in enumerate(words) if word.startswith(first))
        return
    head, last = wanted[: size - 1], wanted[-1]
    at = -1
    for _ in range(words.count(first)):
        at = words.index(first, at + 1)
        if at + size > len(words):
            return
        end = words[at + size - 1]
        if (end.startswith(last) if prefix else end == last) and (
            tuple(words[at : at + size - 1]) == head
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
