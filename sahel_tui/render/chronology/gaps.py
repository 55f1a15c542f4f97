"""Times without events, in words and as a line between two events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.model.days import from_ordinal
from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from sahel_tui.queries.chronology.gaps import Gap

_IN_DAYS = 62
"""Days up to which a gap is told in days."""


def gap_words(gap: Gap, what: str = "events") -> str:
    """`14 months without events`, `at least 40 days without new events (2 may go on)`.

    `what` is "such events" where a filter hides others.
    """
    least = "at least " if gap.at_least else ""
    if not gap.open:
        return f"{least}{_length(gap)} without {what}"
    return f"{least}{_length(gap)} without new {what} ({gap.open:,} may go on)"


def _length(gap: Gap) -> str:
    """In whole months from two of them on, and in years from two: what is over is left out."""
    if gap.days <= _IN_DAYS:
        return counted(gap.days, "day")
    first, after = from_ordinal(gap.first), from_ordinal(gap.last + 1)
    months = (after.year - first.year) * 12 + after.month - first.month - (after.day < first.day)
    years, rest = divmod(months, 12)
    if years < 2:
        return counted(months, "month")
    return counted(years, "year") + (f" {counted(rest, 'month')}" if rest else "")


def draw_gap(gap: Gap, date: int, cells: int, what: str = "events") -> Line:
    """A line between two rows whose dates have so many cells."""
    line = Line().to(min(date, cells // 3)).add(" ", DIM)
    return line.field(f"┄ {gap_words(gap, what)} ┄", cells - line.width, DIM)
