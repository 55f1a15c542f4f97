"""Rows of a whole library as lines: what is claimed, and which brief claims it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.library.scope import date_of
from sahel_tui.queries.views import EventView, Participation
from sahel_tui.render.blocks import wrapped
from sahel_tui.render.cells import share, width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.sparklines import sparkline
from sahel_tui.render.styles import DIM, PLAIN, SIGN, STRONG
from sahel_tui.render.timeline import draw_event
from sahel_tui.render.words import counted, span_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from sahel_tui.queries.library.rows import EventRow, PointRow, Telling
    from sahel_tui.queries.library.scope import ActorSum, TieRow
    from sahel_tui.queries.timeline import Range

PARTS = 12
"""Parts of the time of all briefs, each a cell of an actor's row."""
_ROOMY = 60
"""Cells from which on a row names its brief."""
_ROOM_FOR_PARTS = 36
_SIGN_WORD = {1: "+", 0: "·", -1: "−"}
_INDENT = 2


def brief_cells(cells: int) -> int:
    """How many of a row's cells name its brief; 0 where there is no room."""
    return 0 if cells < _ROOMY else min(36, cells // 5)


def told_by(told: Telling) -> str:
    """A brief and its day, in words."""
    return f"{told.brief}, {from_ordinal(told.day).iso()}"


def _beside(line: Line, told: Telling, cells: int) -> Line:
    room = brief_cells(cells)
    return line.to(cells - room).field(told.brief, room, DIM) if room else line


# Points ---------------------------------------------------------------------------------------


def draw_scope_point(row: PointRow, cells: int) -> list[Line]:
    """A point: its text, wrapped at words; then what is claimed of it, its brief and its day."""
    words = wrapped(row.text, cells, STRONG, _INDENT, first=Line("P "))
    return words + wrapped(_point_standing(row), cells, DIM, _INDENT)


def _point_standing(row: PointRow) -> str:
    sure = [row.likelihood.replace("-", " ")] if row.likelihood else []
    sure += [f"{row.confidence} confidence"] if row.confidence else []
    return " · ".join([row.kind, *sure, told_by(row.told), row.id])


def point_words(row: PointRow) -> str:
    """A point, and all that is said of it."""
    marking = f" · {row.marking}" if row.marking else ""
    return f"{row.text} · {_point_standing(row)}{marking}"


# Actors ---------------------------------------------------------------------------------------


def draw_scope_actor(
    row: ActorSum, counts: Sequence[int] | None, cells: int, *, ascii_only: bool
) -> Line:
    """An actor: mentions, relations by sign, mentions over time, name, briefs and type.

    `counts` are None as long as nobody has counted them.
    """
    line = Line().add(f"{row.mentions:>6,}× ", PLAIN if row.mentions else DIM)
    if cells >= _ROOMY:
        line.add(f"{row.positive:>4,}+ ", SIGN[1]).add(f"{row.negative:>4,}− ", SIGN[-1])
        neutral = f"{row.neutral:,}·" if row.neutral else ""
        line.add(f"{neutral:>5} ")
    if cells >= _ROOM_FOR_PARTS:
        spark = " " * PARTS if counts is None else sparkline(counts, ascii_only=ascii_only)
        line.add(f"{spark} ")
    tail = f"{counted(row.briefs, 'brief')} · {row.type or 'no type'}"
    room = cells - line.width - 1
    wanted, beside = width(safe(row.name)), width(safe(tail))
    name = share(room, wanted, beside, usual=min(30, room // 2), most=cells // 2)
    line.field(row.name, name, STRONG).add(" ")
    return line.field(tail, cells - line.width, DIM)


def actor_columns(first: int, last: int, cells: int) -> str:
    """What the columns of an actor's row count, by the days of the oldest and newest brief."""
    words = " · × mentions"
    if cells >= _ROOMY:
        words += ", relations + − ·"
    begin, end = (from_ordinal(day).iso()[:7] for day in (first, last))
    return words + (f", by time: {begin} to {end}" if cells >= _ROOM_FOR_PARTS else "")


def actor_words(row: ActorSum) -> str:
    """An actor, and all that is counted of it."""
    signs = f"{row.positive:,} positive, {row.neutral:,} neutral, {row.negative:,} negative"
    parts = [row.name, row.type or "no type", counted(row.mentions, "mention")]
    parts += [f"in {counted(row.briefs, 'brief')}", f"relations: {signs}"]
    return " · ".join([*parts, f"id {', '.join(row.ids)}"])


# Events ---------------------------------------------------------------------------------------


def draw_scope_event(row: EventRow, span: Range, date: int, cells: int) -> Line:
    """An event as in its brief, and which that is."""
    return draw_event_beside(view_of(row), span, date, cells, row.told.brief)


def draw_event_beside(
    event: EventView, span: Range, date: int, cells: int, beside: str, style: Style = DIM
) -> Line:
    """An event, and words where others have their brief, if there is room for them."""
    room = brief_cells(cells)
    line = draw_event(event, span, date, cells - room - 1 if room else cells)
    return line.to(cells - room).field(beside, room, style) if room else line


def view_of(row: EventRow) -> EventView:
    """As it is drawn: nothing of this asks for its evidence."""
    who = zip(row.actors, row.names, strict=True)
    parts = tuple(Participation(one, name, role) for (one, role), name in who)
    head = (row.id, date_of(row.date), row.title, row.type, row.place, row.place_id, parts)
    return EventView(*head, row.fatalities, row.tense, None, row.marking, ())


def event_words(row: EventRow) -> str:
    """An event, and all that is said of it."""
    who = zip(row.actors, row.names, strict=True)
    parts = [
        row.title,
        date_of(row.date).label,
        row.type,
        row.tense,
        row.place or "",
        ", ".join(f"{name} ({role})" if role else name for (_, role), name in who),
        row.marking or "",
        told_by(row.told),
    ]
    return " · ".join(part for part in parts if part)


# Relations ------------------------------------------------------------------------------------


def draw_scope_tie(row: TieRow, cells: int, *, possible: bool = False) -> Line:
    """Sign, type, direction, the other actor, when it holds, and its brief."""
    one = row.relation
    room = cells - brief_cells(cells)
    label = 12 if room < 56 else 15 if room < 100 else 24
    line = Line().add(_SIGN_WORD[one.sign] + " ", SIGN[one.sign])
    line.field(row.label, label).add(f" {row.direction} ")
    tail = ("possibly · " if possible else "") + _standing(row)
    left = room - line.width - 1
    wanted, beside = width(safe(row.other_name)), width(safe(tail))
    name = share(left, wanted, beside, usual=max(8, min(30, left // 2)), most=left * 3 // 5)
    line.field(row.other_name, name, STRONG).add(" ")
    return _beside(line.field(tail, room - line.width - 1, DIM), one.told, cells)


def _standing(row: TieRow) -> str:
    """What is not plain comes first, so that no cut hides it."""
    one = row.relation
    since = date_of(one.since) if one.since else None
    until = date_of(one.until) if one.until else None
    parts = ["" if one.status == "asserted" else one.status]
    parts += ["contested" if one.contested else "", span_words(since, until)]
    return " · ".join(part for part in parts if part)


def tie_words(row: TieRow) -> str:
    """A relation as a sentence, and then all that is said of it."""
    one = row.relation
    status = "asserted" if one.status == "asserted" else ""
    parts = [f"{one.source_name} {one.type} {one.target_name}", status, _standing(row)]
    parts += [one.marking or "", told_by(one.told)]
    return " · ".join(part for part in parts if part)
