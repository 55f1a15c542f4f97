"""Which event is meant by what somebody writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.library.rows import EventRow


def find_events(rows: Sequence[EventRow], name: str) -> list[EventRow]:
    """Those that an id, `brief#id` or a title means, else those with the words in their title."""
    named = [row for row in rows if name in (row.id, f"{row.told.brief}#{row.id}")]
    if named:
        return named
    wanted = _key(name)
    titles = [(row, _key(row.title)) for row in rows]
    whole = [row for row, title in titles if title == wanted]
    return whole or [row for row, title in titles if wanted and wanted in title]


def _key(text: str) -> str:
    return fold(text, hyphen=" ").strip(" ")
