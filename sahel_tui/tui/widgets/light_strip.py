"""A line that takes less time to make than Textual's own."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.style import Style

_PARTS = 4
"""What is remembered of each kind that is made of a line."""


class LightStrip(Strip):
    """Its seven caches are made when they are asked for, which is seldom (Textual 8.2.8)."""

    __slots__ = ()

    def __init__(self, segments: list[Segment], cells: int) -> None:
        self._segments = segments
        self._cell_length = cells
        self._render_cache = self._link_ids = self._cell_count = None

    def __getattr__(self, name: str) -> Any:
        if not name.endswith("_cache"):
            raise AttributeError(name)
        cache: FIFOCache[Any, Any] = FIFOCache(_PARTS)
        setattr(self, name, cache)
        return cache


class CellStrip(LightStrip):
    """A line of cells that are known one by one: a plain character and its style each.

    The painter takes these; segments are made when Textual asks for them.
    """

    __slots__ = ("cells",)

    def __init__(self, cells: list[tuple[str, Style]]) -> None:
        self.cells = cells
        self._cell_length = len(cells)
        self._render_cache = self._link_ids = self._cell_count = None

    def __getattr__(self, name: str) -> Any:
        if name != "_segments":
            return super().__getattr__(name)
        self._segments = [
            Segment("".join([text for text, _ in alike]), style)
            for style, alike in groupby(self.cells, itemgetter(1))
        ]
        return self._segments
