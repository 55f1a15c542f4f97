"""Rows of many files in one order, with no file asked before its rows can be next."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Found = tuple[int, str, int]
    """Day, path and id of a brief."""
    Source = tuple[int, Callable[[], Iterable[Found]]]
    """The newest day of a file (the oldest, where the oldest come first), and its rows in order."""

_NONE = -1
_LAST = "\U0010ffff"


def in_order(sources: Iterable[Source], *, newest: bool) -> Iterator[Found]:
    """The rows of all, the newest first or the oldest; of one day by their paths."""
    edge = _LAST if newest else ""
    begun = (_after_edge((bound, edge, _NONE), rows) for bound, rows in sources)
    return (found for found in merge(*begun, reverse=newest) if found[2] != _NONE)


def _after_edge(edge: Found, rows: Callable[[], Iterable[Found]]) -> Iterator[Found]:
    """The rows, asked for only once all that comes before the edge has been taken."""
    yield edge
    yield from rows()
