"""An event that several briefs tell, as one row, and its tellings below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.chronology.told import dead_of, differing_words
from sahel_tui.queries.library.scope import date_of
from sahel_tui.render.scope import (
    brief_cells,
    draw_event_beside,
    draw_scope_event,
    event_words,
    view_of,
)
from sahel_tui.render.styles import DIM, WARNING
from sahel_tui.render.timeline import draw_event
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from sahel_tui.queries.chronology.told import Told
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.queries.timeline import Range
    from sahel_tui.render.line import Line

_SHORT = {"date": "dates", "place": "places", "fatalities": "deaths", "denied": "denials"}


def draw_told(row: Told, span: Range, date: int, cells: int) -> Line:
    """An event in one line: how many tell it, and in what they differ, in the place of its brief.

    Where there is no room for that, it stands before the title, so that it is never cut.
    """
    if len(row.tellings) == 1:
        return draw_scope_event(row.row, span, date, cells)
    differ = ", ".join(_SHORT[one] for one in row.differ)
    words = f"{len(row.tellings):,}× {f'{differ} differ' if differ else 'told'}"
    event = view_of(row.row)
    if not brief_cells(cells):
        return draw_event(event._replace(title=f"{words}: {event.title}"), span, date, cells)
    return draw_event_beside(event, span, date, cells, words, WARNING if differ else DIM)


def draw_telling(row: EventRow, span: Range, date: int, cells: int) -> Line:
    """One telling, below its event: the same row, whose date begins a little further in."""
    event = view_of(row)
    dated = event.date._replace(label=f"  {event.date.label}")
    return draw_event_beside(event._replace(date=dated), span, date, cells, row.told.brief)


def told_words(row: Told) -> str:
    """All that is said of an event: what its tellings differ in comes first."""
    parts = [*differing_words(row), dead_of(row.dead)]
    if len(row.tellings) > 1:
        parts.append(f"told by {counted(len(row.tellings), 'brief')}")
    return " · ".join([event_words(row.row), *(part for part in parts if part)])


def telling_words(row: EventRow) -> str:
    """One telling in a line: what it says of date, place and figures, and whose it is."""
    parts = [date_of(row.date).label, row.title, row.place or "", row.tense, row.told.brief]
    return " · ".join(part for part in parts if part)
