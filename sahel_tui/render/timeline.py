"""Events as lines: the date as a person writes it, its extent, and what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, PLAIN, STRONG
from sahel_tui.render.words import evidence_words

if TYPE_CHECKING:
    from rich.style import Style

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.timeline import Range
    from sahel_tui.queries.views import EventView

_TENSE = {"past": "", "planned": "planned: ", "hypothetical": "if: ", "denied": "denied: "}
_TENSE_STYLE: dict[str, Style] = {"past": STRONG, "planned": PLAIN, "hypothetical": PLAIN}

_WHOLE_DATE = 24
"""Cells up to which a date is never cut."""
_LEAST_TITLE = 20
"""Cells that an extent leaves for the title."""
_LEAST_WITH_TAIL = 40
"""Cells from which on a title shares its room with place and actors."""


def draw_event(event: EventView, span: Range, date: int, cells: int) -> Line:
    """An event's date (in so many cells), extent, tense and title, then place and actors.

    Where there is little room, place and actors go first, then the extent, and never a date of
    up to 24 cells.
    """
    line = Line().field(event.date.label, min(date, max(_WHOLE_DATE, cells // 3))).add(" ")
    bar = 0 if cells < 48 else min(24, cells // 8)
    if bar and cells - line.width - bar - 1 >= _LEAST_TITLE:
        line.add(draw_extent(event.date, span, bar, event.tense), DIM).add(" ")
    who = ", ".join(actor.name for actor in event.actors)
    tail = f"{event.place} · {who}" if event.place and who else event.place or who
    room = cells - line.width
    if not tail or room < _LEAST_WITH_TAIL:
        return _titled(line, event, cells)
    column = line.width + room * 3 // 5
    _titled(line, event, column - 1).to(column)
    return line.field(tail, cells - column, DIM)


def _titled(line: Line, event: EventView, column: int) -> Line:
    """Add tense and title, up to a column; a title without room is known by the ellipsis."""
    tense = _TENSE.get(event.tense, f"{event.tense}: ")
    room = max(1, column - line.width)
    if room <= len(tense):
        return line.field(f"{tense}{event.title}", room)
    line.add(tense, PLAIN)
    return line.field(event.title, room - len(tense), _TENSE_STYLE.get(event.tense, PLAIN))


def draw_extent(date: Edtf, span: Range, cells: int, tense: str = "past") -> str:
    """Where a date lies: `●` a day, `◆` a stretch in one cell, `├──┤` in more, arrows to go on.

    What is about a date is round, `(~~)`, what has not happened is dotted, `[··]`; in one cell
    both are hollow: `○` a day that has not happened, `◇` all else. Between the dates of a set
    there is nothing.
    """
    first = span.place(date.earliest.ordinal(), cells) if date.earliest else -1
    last = span.place(date.latest.ordinal(), cells) if date.latest else cells
    if last < 0:
        return "◂".ljust(cells)
    if first >= cells:
        return "▸".rjust(cells)
    about = date.approximate or date.uncertain
    drawn = [" "] * cells
    if first == last:
        day = date.earliest == date.latest and not about
        solid = tense == "past" and not about
        drawn[first] = ("●" if solid else "○") if day else ("◆" if solid else "◇")
        return "".join(drawn)
    start, end = max(0, first), min(cells - 1, last)
    left, right = "()" if about else "├┤" if tense == "past" else "[]"
    sign = "·" if tense != "past" else "~" if about else "─"
    for cell in range(start, end + 1):
        drawn[cell] = sign if len(date.spans) == 1 or _touches(date, span, cells, cell) else " "
    drawn[start], drawn[end] = left, right
    if first < 0:
        drawn[start] = "◂"
    if last >= cells:
        drawn[end] = "▸"
    return "".join(drawn)


def _touches(date: Edtf, span: Range, cells: int, cell: int) -> bool:
    """Whether a date may be on a day of a cell."""
    return any(
        (first is None or span.place(first.ordinal(), cells) <= cell)
        and (last is None or span.place(last.ordinal(), cells) >= cell)
        for first, last in date.spans
    )


def event_parts(event: EventView) -> list[str]:
    """What happened, and then everything that its row may have had no room for."""
    who = (f"{a.name} ({a.role})" if a.role else a.name for a in event.actors)
    parts = [
        f"{_TENSE.get(event.tense, '')}{event.title}",
        event.date.label,
        evidence_words(event.evidence),
        event.date.text if event.date.text != event.date.label else "",
        event.type,
        event.tense,
        event.place or "",
        ", ".join(who),
        _deaths(*event.fatalities) if event.fatalities else "",
        event.note or "",
        event.marking or "",
    ]
    return [part for part in parts if part]


def _deaths(low: int | None, high: int | None) -> str:
    if low == high and low is not None:
        return f"{low} dead"
    return f"{'?' if low is None else low} to {'?' if high is None else high} dead"
