"""The event of an actor that is nearest to a day, without going through all of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from sahel_tui.index.streams import events_beside
from sahel_tui.queries.library.listing import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.index.scope import ScopeIndex


def event_near(files: ScopeIndex, ids: Sequence[str], day: int) -> Place | None:
    """Of two as near the earlier, and of one day the first; None for an actor without events."""
    with files.turn() as working:
        begins = [_begin(row) for row in events_beside(working, ids, day)]
        if not begins:
            return None
        nearest = min(begins, key=lambda begin: (abs(begin - day), begin))
        path, brief, _, name, *_ = next(events_beside(working, ids, nearest))
    return Place(brief, os.path.join(files.library, path), name)


def _begin(row: Sequence[Any]) -> int:
    """The day that an event of a stream is sorted by."""
    day: int = next((day for day in row[5:7] if day is not None), 0)
    return day
