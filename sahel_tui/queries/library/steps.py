"""Long work in small steps: between two of them it ends where nobody waits for it any more."""

from __future__ import annotations

from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Stopped = Callable[[], bool]

T = TypeVar("T")

_STEP = 1_000
"""Comparisons of which each takes about a microsecond."""
_SORTED_AT_ONCE = 5_000


class Unwanted(Exception):  # noqa: N818 - it is no error
    """Nobody waits for it any more."""


class Steps:
    """Counts what was done, and asks now and then whether anybody still waits."""

    def __init__(self, stopped: Stopped) -> None:
        self._stopped = stopped
        self._left = 0

    def __call__(self, count: int = 1) -> None:
        """So many comparisons were made, or will be; Unwanted where nobody waits for them."""
        self._left -= count
        if self._left < 0:
            self._left = _STEP
            if self._stopped():
                raise Unwanted


def in_order(values: Iterable[T], key: Callable[[T], Any]) -> Iterator[T]:
    """Sorted as `sorted` does, a few at a time: one call for many would hold up other threads."""
    waiting = iter(values)
    runs = iter(lambda: sorted(islice(waiting, _SORTED_AT_ONCE), key=key), [])
    return merge(*runs, key=key)


def let_go(*tables: dict[Any, Any]) -> None:
    """Empty large tables entry by entry: to free all in one call would hold up other threads."""
    for table in tables:
        while table:
            table.popitem()
