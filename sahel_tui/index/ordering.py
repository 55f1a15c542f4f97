"""Rows of many files in one order, with no file asked before its rows can be next."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Found = tuple[int, str, str, int]
    """The day, less than 0 so that the newest is the first; id and path of a brief; its number."""
    Source = tuple[int, Callable[[], Iterable[Found]]]
    """The newest day of a file (the oldest, where the oldest come first), and its rows in order."""

_NONE = -1
_LAST = "\U0010ffff"


def in_order(sources: Iterable[Source], *, newest: bool) -> Iterator[int]:
    """The numbers of all, the newest first or, the other way round, the oldest."""
    edge = "" if newest else _LAST
    begun = (_after_edge((-bound, edge, edge, _NONE), rows) for bound, rows in sources)
    return (found[3] for found in merge(*begun, reverse=not newest) if found[3] != _NONE)


def _after_edge(edge: Found, rows: Callable[[], Iterable[Found]]) -> Iterator[Found]:
    """The rows, asked for only once all that comes before the edge has been taken."""
    yield edge
    yield from rows()
