"""What a query found, as lines: a hit with its matched words marked, a group, and counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sahel_tui.queries.search.fields import RANKED
from sahel_tui.render.cells import cut, fit, is_mark, width
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe, safe_line
from sahel_tui.render.styles import DIM, HEADING, KIND_LETTER, MATCH, PLAIN, STRONG
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.anchoring.states import Span
    from sahel_tui.queries.search.engines import Count
    from sahel_tui.queries.search.matching import Hit
    from sahel_tui.queries.search.results import BriefHits, Group

LETTER = {**KIND_LETTER, "passage": "¶", "brief": "B"}
"""What stands before a hit of each kind."""
_NAMES = {
    "brief": "Briefs",
    "point": "Points",
    "actor": "Actors",
    "event": "Events",
    "relation": "Relations",
    "passage": "Passages",
}
_ROOMY = 72
"""Cells from which on a hit's date and brief may stand beside its words."""
_MANY_LINES = 24
"""Lines from which on there is room for two of each hit."""
_WIDE = 110
_DATE = 10
_TITLE, _WIDE_TITLE = 18, 30
"""Cells for the brief's title."""
_BEFORE = 12
"""Cells of the words before a match, where it would else be out of sight."""


def hit_height(cells: int, lines: int, *, with_brief: bool) -> int:
    """How many lines a hit has in a list of so many."""
    return 2 if with_brief and (cells < _ROOMY or lines >= _MANY_LINES) else 1


def draw_hit(
    brief: BriefHits, hit: Hit, cells: int, height: int, *, with_brief: bool
) -> list[Line]:
    """A hit: its letter and words; its date and, where that isn't said above, its brief."""
    date = hit.date or ("undated" if hit.kind == "relation" else "")
    line = Line(f"{LETTER.get(hit.kind, '?')} ", DIM)
    if height > 1:
        below = Line("  ").field(f"{date} · {brief.title}" if date else brief.title, cells - 2, DIM)
        return [_words(line, hit, cells), below]
    beside = _DATE + 1 + ((_WIDE_TITLE if cells >= _WIDE else _TITLE) + 1 if with_brief else 0)
    _words(line, hit, cells - beside).add(" ").field(_short(date), _DATE)
    if with_brief:
        line.add(" ").field(brief.title, cells - line.width, DIM)
    return [line]


def _words(line: Line, hit: Hit, end: int) -> Line:
    """A hit's title, where its words are others, and its words, up to a column."""
    if hit.kind in ("actor", "event", "relation") and not hit.snippet.startswith(hit.title):
        line.field(hit.title, min(width(safe(hit.title)), (end - line.width) // 2), STRONG).add(" ")
    return add_marked(line, hit.snippet, hit.marks, end)


def _short(date: str) -> str:
    """A date of the format in a few cells: by its day, its months or its years, if too long."""
    date = re.sub(r"T\d\d:[^/]*", "", date)
    for fine in (r"(\d{4}-\d\d)-[\dX]{2}", r"(\d{4})-\d\d"):
        if len(date) > _DATE and "[" not in date:
            date = re.sub(fine, r"\1", date)
            ends = set(date.split("/"))
            date = ends.pop() if len(ends) == 1 else date
    return date


def add_marked(line: Line, text: str, marks: Sequence[Span], end: int) -> Line:
    """Append a text with its matches marked, the first of them in sight, up to a column."""
    shown = safe_line(text)
    spans = [(shown.at(a), shown.at(b)) for a, b in marks]
    start, room = _start(shown.text, spans, end - line.width), end - line.width
    lead = "…" if start else ""
    words = fit(shown.text[start:], room - len(lead))
    kept = len(words) - words.endswith("…")
    line.add(lead)
    at = 0
    for a, b in spans:
        first = max(at, _past_marks(words, min(a - start, kept)))
        last = max(first, _past_marks(words, min(b - start, kept)))
        line.add(words[at:first]).add(words[first:last], MATCH)
        at = last
    return line.add(words[at:]).to(end)


def _past_marks(text: str, at: int) -> int:
    """An offset moved on to where no mark is parted from what it stands upon."""
    while 0 < at < len(text) and is_mark(text[at]):
        at += 1
    return at


def _start(text: str, spans: Sequence[Span], cells: int) -> int:
    """Where a text begins to be shown, for its first match to be seen."""
    if not spans or width(text[: spans[0][1]]) <= cells - 1:
        return 0
    before = text[: spans[0][0]]
    start = cut(before, max(0, width(before) - min(_BEFORE, cells // 3)))
    space = text.find(" ", start, spans[0][0])
    return start if space < 0 else space + 1


def draw_group(group: Group, cells: int, *, complete: bool) -> Line:
    """The line above the hits of one kind, or of one brief."""
    number = f"{len(group.rows):,}{'' if complete or group.brief else '+'}"
    if group.brief is None:
        return Line(f"{_NAMES.get(group.kind, group.kind)} {number}", HEADING)
    brief = group.brief
    tail = f" · {brief.date} · {number}" + (f" · {brief.marking}" if brief.marking else "")
    tail = safe(tail)
    room = max(8, cells - width(tail))
    title = fit(safe(brief.title), room)
    return Line(title, HEADING).add(tail, PLAIN)


def count_words(hits: int, count: Count | None, limit: int, *, complete: bool) -> str:
    """How many there are: `37 hits in 10 briefs`, `64+ hits in 1,000+ briefs`."""
    if not hits:
        return "nothing found" if complete else "nothing found yet"
    number = counted(hits, "hit") if complete else f"{hits:,}+ hits"
    if count is None:
        return number
    if count.exact:
        return f"{number} in {counted(count.number, 'brief')}"
    return f"{number} in {min(count.number, limit):,}+ briefs"


def ranked_words() -> str:
    """What is said of briefs by relevance, where not all are ranked."""
    return f"the newest {RANKED:,} briefs are ranked, the others follow"
