"""One actor through a whole library, as lines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sahel_tui.model.dates import parse
from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.library.event_conflicts import dead_words
from sahel_tui.queries.library.mentions import binned
from sahel_tui.render.cells import width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.sparklines import sparkline
from sahel_tui.render.styles import DIM, MATCH, SIGN, STRONG, WARNING
from sahel_tui.render.words import counted, span_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.library.actor_finding import Choice
    from sahel_tui.queries.library.dossier import Dossier, Ties
    from sahel_tui.queries.library.outline import Join, More, Name, Row, Section
    from sahel_tui.queries.library.passages import PassageRow
    from sahel_tui.queries.library.rows import EventRow, PointRow, RelationRow
    from sahel_tui.queries.search.engines import Count

_SIGNS = {1: "+", 0: "·", -1: "−"}
_DATE = 16
_MOST_BARS = 60
_ROOMY = 60
"""Cells from which on there is room for what is nice to know."""
_BEFORE = 24
"""Characters of a passage that are shown before the actor's name."""


def count_words(count: Count, noun: str) -> str:
    """`12 events`; `12 events and more` where they are still being counted."""
    words = counted(count.number, noun)
    return words if count.exact else f"{words} and more"


def draw_head(found: Dossier, cells: int, *, ascii_only: bool) -> list[Line]:
    """Who it is, and how often briefs name it over time: two lines."""
    actor, counts = found.actor, found.counts
    line = Line(f" {actor.name}", STRONG)
    ids = actor.ids if actor.ids != (actor.name,) else ()
    for part in (", ".join(ids), actor.type or "no type", actor.country or ""):
        line.add(f" · {part}" if part else "", DIM)
    line.add(f" · {count_words(counts.mentions, 'mention')}")
    line.add(f" in {count_words(counts.briefs, 'brief')}")
    return [line, draw_mentions(found.mentions, cells, ascii_only=ascii_only)]


def draw_mentions(mentions: Sequence[tuple[int, int]], cells: int, *, ascii_only: bool) -> Line:
    """Mentions by the dates of the briefs: a bar for each part of the time, a dot for none."""
    line = Line(" ")
    bins = binned(mentions, max(1, min(_MOST_BARS, cells - 24)))
    if bins is None:
        return line.add("no mention in any source", DIM)
    first, last = (from_ordinal(day).iso() for day in (bins.first, bins.last))
    line.add(f"{first} ", DIM).add(sparkline(bins.counts, ascii_only=ascii_only))
    line.add(f" {last}" if last != first else "", DIM)
    most = f" · {max(bins.counts):,} at most"
    return line.add(most, DIM) if line.width + len(most) <= cells else line


def draw_section(section: Section, cells: int, *, folded: bool) -> Line:
    """Its title, how many rows there are, and whether they are folded away."""
    line = Line(f"{'▸' if folded else '─'} {section.title}", STRONG)
    held, total = section.held, section.total
    if total is None or (total.exact and total.number == held):
        line.add(f" {held:,} " if held else " none ")
    else:
        line.add(f" {held:,} of {total.number:,}{' ' if total.exact else ' and more '}")
    return line.add("─" * (cells - line.width), DIM)


def draw_row(row: Row, cells: int) -> Line:
    """A row of any kind on one line; what has no room is in `row_words`."""
    if row.kind == "relation":
        return _relation(row.data, cells, outgoing=row.outgoing)
    return _DRAW[row.kind](row.data, cells)


def _name(name: Name, cells: int) -> Line:
    line = Line("  ").field(name.declared.name, min(cells // 2, 40), STRONG)
    return line.add(f" {_name_words(name)}", DIM)


def _name_words(name: Name) -> str:
    declared, used = name.declared, name.used
    parts = [declared.kind if declared.kind not in ("name", "alias") else ""]
    if used is None:
        parts.append("in no source")
    else:
        parts.append(f"{counted(used.mentions, 'mention')} in {counted(used.briefs, 'brief')}")
    return " · ".join(part for part in parts if part)


def _by(briefs: int, ids: Sequence[str]) -> str:
    more = f" and {briefs - len(ids):,} more" if briefs > len(ids) else ""
    return f"{', '.join(ids)}{more}"


def _tie(ties: Ties, cells: int) -> Line:
    line = Line("  ").add(ties.name, STRONG)
    for number, sign in ((ties.positive, 1), (ties.neutral, 0), (ties.negative, -1)):
        if number:
            line.add(f" {number:,}{_SIGNS[sign]}", SIGN[sign])
    return line if line.width <= cells else Line("  ").field(ties.name, cells - 2, STRONG)


def _relation(row: RelationRow, cells: int, *, outgoing: bool) -> Line:
    """From the actor's side: sign, type, direction, status, when, and who says so."""
    line = Line("    ").add(_SIGNS[row.sign] + " ", SIGN[row.sign])
    label = row.type if outgoing or not row.inverse else row.inverse
    arrow = "↔" if not row.inverse else "→" if outgoing else "←"
    room = cells - line.width
    line.field(label, max(1, min(20, room // 3))).add(f" {arrow} ")
    return line.field(_standing(row), cells - line.width, DIM)


def _standing(row: RelationRow) -> str:
    since, until = (_date(one) if one else None for one in (row.since, row.until))
    parts = (row.status, span_words(since, until), row.told.brief)
    return " · ".join(part for part in parts if part)


def _event(event: EventRow, cells: int) -> Line:
    line = Line("  ").field(_date(event.date).label, min(_DATE, cells // 3)).add(" ")
    room = cells - line.width
    title = event.title if event.tense == "past" else f"{event.tense}: {event.title}"
    line.field(title, min(width(safe(title)), max(12, room * 3 // 5)), STRONG)
    return line.add(" ").field(_event_tail(event), cells - line.width, DIM)


def _event_tail(event: EventRow) -> str:
    dead = dead_words(event.fatalities) if event.fatalities else ""
    return " · ".join(part for part in (dead, event.place or "", event.told.brief) if part)


def _point(point: PointRow, cells: int) -> Line:
    line = Line("  ")
    tail = f" · {point.told.brief}"
    room = max(12, cells - 2 - min(width(safe(tail)), cells // 3))
    line.field(point.text, min(width(safe(point.text)), room))
    return line.field(tail, cells - line.width, DIM)


def _passage(passage: PassageRow, cells: int) -> Line:
    line = Line("  ").field(_date(passage.published).label, min(_DATE, cells // 3), DIM).add(" ")
    spans = [(a - passage.start, b - passage.start) for a, b in passage.mentions]
    begin = max(0, spans[0][0] - _BEFORE) if spans else 0
    if begin:
        begin = passage.text.rfind(" ", 0, begin) + 1
        line.add("…")
    at = begin
    for start, end in [*spans, (len(passage.text), len(passage.text))]:
        if line.width > cells:
            break
        start = max(at, start)
        line.add(_one_line(passage.text[at:start])).add(_one_line(passage.text[start:end]), MATCH)
        at = max(at, end)
    return line


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _more(more: More, cells: int) -> Line:
    return Line("  ").field(_more_words(more), cells - 2, DIM)


def _more_words(more: More) -> str:
    return f"… {more.number:,} {'earlier' if more.is_before else 'more'}"


def _join(join: Join, cells: int) -> Line:
    line = Line("  ")
    if join.judged:
        line.add(f"{join.judged}: ", WARNING)
    line.add(f"{join.score:.2f} ")
    name = f"{join.other.name} ({', '.join(join.other.ids)})"
    room = cells - line.width
    line.field(name, min(width(safe(name)), max(8, room * 2 // 5)), STRONG)
    return line.add(" ").field("; ".join(join.reasons), cells - line.width, DIM)


_DRAW: dict[str, Callable[..., Line]] = {
    "name": _name,
    "tie": _tie,
    "event": _event,
    "point": _point,
    "passage": _passage,
    "join": _join,
    "more": _more,
}


@lru_cache(maxsize=2000)
def _date(text: str) -> Edtf:
    return parse(text)


def row_words(row: Row) -> str:
    """All of a row, in words."""
    data = row.data
    if row.kind == "name":
        declared, used = data.declared, data.used
        by = f"declared as {', '.join(declared.ids)} by {_by(declared.briefs, declared.by)}"
        parts = [declared.name, _name_words(data)]
        parts.append(f"used by {_by(used.briefs, used.by)}" if used else "")
        return " · ".join(part for part in (*parts, by) if part)
    if row.kind == "more":
        return f"{_more_words(data)} {data.section}"
    if row.kind == "tie":
        counts = f"{data.positive:,}+ {data.neutral:,}· {data.negative:,}−"
        return f"{data.name} ({data.other}) · {counts}"
    if row.kind == "relation":
        words = f"{_SIGNS[data.sign]} {data.source_name} {data.type} {data.target_name}"
        return " · ".join(part for part in (words, _standing(data), data.marking or "") if part)
    if row.kind == "event":
        parts = [data.title, _date(data.date).label, data.tense, _event_tail(data)]
        parts += [", ".join(data.names), data.marking or ""]
        return " · ".join(part for part in parts if part)
    if row.kind == "join":
        return f"{data.other.name} ({', '.join(data.other.ids)}) · {'; '.join(data.reasons)}"
    if row.kind == "point":
        return " · ".join(part for part in (data.text, data.told.brief, data.marking or "") if part)
    place = f"{data.told.brief} · {data.source} {data.start:,}–{data.end:,}"
    claims = ", ".join(f"{one.kind} {one.id}" for one in data.claims)
    return " · ".join(part for part in (place, claims, data.marking or "") if part)


def _in_briefs(number: int) -> str:
    return f"{number:>4,} {'brief ' if number == 1 else 'briefs'} "


def draw_choice(choice: Choice, cells: int) -> Line:
    """An actor to choose: mentions, briefs, name, type, other names."""
    actor = choice.actor
    line = Line().add(f"{choice.mentions:>5,}× ").add(_in_briefs(choice.briefs), DIM)
    if cells < _ROOMY:
        line = Line().add(f"{choice.mentions:>5,}× ")
    others = "; ".join(use.name for use in actor.names if use.name != actor.name)
    room = cells - line.width
    line.field(actor.name, min(width(safe(actor.name)), max(8, room // 2)), STRONG)
    words = f" · {actor.type or 'no type'}{f' · also {others}' if others else ''}"
    return line.field(words, cells - line.width, DIM)
