"""A line that takes less time to make than Textual's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.cache import FIFOCache
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.segment import Segment

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
