"""An event that several briefs tell, as one row, and its tellings below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.chronology.told import dead_of, differing_words
from sahel_tui.queries.library.scope import date_of
from sahel_tui.render.line import Line
from sahel_tui.render.scope import draw_scope_event, event_words, view_of
from sahel_tui.render.styles import DIM, WARNING
from sahel_tui.render.timeline import draw_event
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from sahel_tui.queries.chronology.told import Told
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.queries.timeline import Range

_SHORT = {"date": "dates", "place": "places", "fatalities": "figures", "denied": "denials"}
_CELLS = 26
"""Cells that say how many tell it, and in what they differ."""
_INDENT = 2


def draw_told(row: Told, span: Range, date: int, cells: int) -> Line:
    """An event in one line: that it is told otherwise comes before what may be cut."""
    if len(row.tellings) == 1:
        return draw_scope_event(row.row, span, date, cells)
    room = min(_CELLS, cells // 3)
    line = draw_event(view_of(row.row), span, date, cells - room - 1).to(cells - room)
    differ = ", ".join(_SHORT[one] for one in row.differ)
    words = f"{differ} differ" if differ else "told"
    return line.field(f"{len(row.tellings):,}× {words}", room, WARNING if differ else DIM)


def draw_telling(row: EventRow, span: Range, date: int, cells: int) -> Line:
    """One telling, below its event: the same row, which begins a little further in."""
    line = Line().to(_INDENT)
    inner = draw_scope_event(row, span, max(0, date - _INDENT), cells - _INDENT)
    line.parts += inner.parts
    line.width += inner.width
    return line


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
