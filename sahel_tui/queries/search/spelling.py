"""Did you mean: the word of a vocabulary that a word which occurs nowhere was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = 7
"""Letters of a word of which one is left out: a typo beyond them is in what follows."""


def deletions(word: str) -> Iterator[str]:
    """The keys under which a word is found again with one letter wrong near its beginning.

    Two words with a common key are near each other; an index keeps each word under its keys.
    """
    head = word[:_PREFIX]
    yield head
    seen = {head}
    for at in range(len(head)):
        key = head[:at] + head[at + 1 :]
        if key and key not in seen:
            seen.add(key)
            yield key


def distance(one: str, other: str, most: int) -> int:
    """Letters to insert, delete, replace or swap with the next; `most` + 1 where they are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row, older = row, [i], before
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(last) > most:
            return most + 1
        before = last
    return min(row[-1], most + 1)
