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
    """The last that begins before it or the first after; None for an actor without events."""
    with files.turn() as working:
        found = list(events_beside(working, ids, day))
    if not found:
        return None
    path, brief, _, name, *_ = min(found, key=lambda row: abs(_begin(row) - day))
    return Place(brief, os.path.join(files.library, path), name)


def _begin(row: Sequence[Any]) -> int:
    """The day that an event of a stream is sorted by."""
    day: int = next((day for day in row[5:7] if day is not None), 0)
    return day
