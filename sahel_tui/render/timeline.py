"""Events as lines: the date as a person writes it, its extent, and what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, PLAIN, STRONG
from sahel_tui.render.words import evidence_words

if TYPE_CHECKING:
    from rich.style import Style

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.timeline import Range
    from sahel_tui.queries.views import EventView

_TENSE = {"past": "", "planned": "planned: ", "hypothetical": "if: ", "denied": "denied: "}
_TENSE_STYLE: dict[str, Style] = {"past": STRONG, "planned": PLAIN, "hypothetical": PLAIN}


def draw_event(event: EventView, span: Range, date: int, cells: int) -> Line:
    """An event's date (in so many cells), extent, tense and title, then place and actors."""
    date = min(date, max(12, cells // 3))
    bar = 0 if cells < 48 else min(24, cells // 8)
    line = Line().field(event.date.label, date).add(" ")
    if bar:
        line.add(draw_extent(event.date, span, bar, event.tense), DIM).add(" ")
    line.add(_TENSE.get(event.tense, f"{event.tense}: "), PLAIN)
    who = ", ".join(actor.name for actor in event.actors)
    tail = f"{event.place} · {who}" if event.place and who else event.place or who
    room = cells - line.width
    title = room - min(width(safe(tail)), room * 2 // 5) - 1
    line.field(event.title, title, _TENSE_STYLE.get(event.tense, PLAIN)).add(" ")
    return line.field(tail, cells - line.width, DIM)


def draw_extent(date: Edtf, span: Range, cells: int, tense: str = "past") -> str:
    """Where a date lies: `●` a day, `├─┤` a stretch, `┄` where it is about, arrows to go on.

    What is not past is hollow: `○` for a day.
    """
    first = span.place(date.earliest.ordinal(), cells) if date.earliest else -1
    last = span.place(date.latest.ordinal(), cells) if date.latest else cells
    if last < 0:
        return "◂".ljust(cells)
    if first >= cells:
        return "▸".rjust(cells)
    start, end = max(0, first), min(cells - 1, last)
    fill = "┄" if date.approximate or date.uncertain or tense != "past" else "─"
    drawn = [" "] * cells
    if first == last:
        day = date.earliest == date.latest and not date.approximate
        drawn[start] = ("●" if tense == "past" else "○") if day else "◆" if fill == "─" else "◇"
        return "".join(drawn)
    drawn[start : end + 1] = fill * (end + 1 - start)
    drawn[start] = "◂" if first < 0 else "├"
    drawn[end] = "▸" if last >= cells else "┤"
    return "".join(drawn)


def event_words(event: EventView) -> str:
    """Everything that the row of an event may have had no room for."""
    parts = [f"{_TENSE.get(event.tense, '')}{event.title}", event.date.label]
    if event.date.label != event.date.text:
        parts.append(event.date.text)
    parts += [event.type, event.tense, event.place or ""]
    parts.append(", ".join(f"{a.name} ({a.role})" if a.role else a.name for a in event.actors))
    if event.fatalities:
        parts.append(_deaths(*event.fatalities))
    parts += [evidence_words(event.evidence), event.note or "", event.marking or ""]
    return " · ".join(part for part in parts if part)


def _deaths(low: int | None, high: int | None) -> str:
    if low == high and low is not None:
        return f"{low} dead"
    return f"{'?' if low is None else low} to {'?' if high is None else high} dead"
