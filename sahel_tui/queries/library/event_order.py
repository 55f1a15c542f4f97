"""Events from the newest to the oldest, as they are compared over a whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.library.rows import EventRow

WIDE = 60
"""Days from which an event lasts long, or is dated so vaguely, that it comes before all others:
what remains is near in time to what is near in the order."""


def newest_first(rows: Iterable[EventRow]) -> list[EventRow]:
    """By their first days, the newest first; those of WIDE days or more before all others."""
    return sorted(rows, key=lambda row: (not is_wide(row), -begin_of(row), row.told.path, row.id))


def is_wide(row: EventRow) -> bool:
    """Whether it has WIDE days or more, or is open."""
    return row.first is None or row.last is None or row.last - row.first >= WIDE


def begin_of(row: EventRow) -> int:
    """The day that it is sorted by: its first, or else its last."""
    return next((day for day in (row.first, row.last) if day is not None), 0)
