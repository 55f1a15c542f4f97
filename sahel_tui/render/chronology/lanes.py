"""A lane: its name, its events on a range of days, and how many they are."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.render.cells import width
from sahel_tui.render.chronology.strip import draw_strip
from sahel_tui.render.line import Line
from sahel_tui.render.safe import safe
from sahel_tui.render.styles import DIM, PLAIN, STRONG
from sahel_tui.render.timeline import draw_extent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.chronology.lanes import Lane
    from sahel_tui.queries.timeline import Range

    Dated = tuple[Edtf, str]

_FEW = 24
"""Events up to which a lane is drawn with a sign for each."""
_COMPARED = 12
"""Lanes that tell the height of all strips, and their widths: those of the most events, which come
first."""
_NAME = 28
"""Cells of a name, which a longer one does not widen."""


class Columns(NamedTuple):
    """Cells of the parts of every lane."""

    name: int
    days: int
    number: int


def columns_of(lanes: Sequence[Lane], cells: int) -> Columns:
    """For lanes in so many cells: the days have what names and numbers leave."""
    names = max((width(safe(lane.name)) for lane in islice(lanes, _COMPARED)), default=0)
    count = max((len(f"{len(lane.rows):,}") for lane in islice(lanes, 1)), default=1)
    name = min(names, _NAME, cells // 3)
    return Columns(name, max(1, cells - name - count - 2), count)


def tallest(lanes: Iterable[Lane], span: Range, cells: int) -> int:
    """The most that a lane has in a cell, of the first few: strips are drawn to be compared."""
    first = islice(lanes, _COMPARED)
    return max((max(lane.density.cells(span, cells)) for lane in first), default=0)


def draw_lane(
    lane: Lane,
    span: Range,
    columns: Columns,
    events: Callable[[int], Dated],
    most: int = 0,
    *,
    ascii_only: bool = False,
) -> Line:
    """Name, days, and number of events: each drawn where no other hides it, else a strip of all.

    `◂` and `▸` say that there are more beyond the days.

    `events` gives the date and the tense of an event by its number; strips have `most` as their
    height.
    """
    drawn = None
    if len(lane.rows) <= _FEW:
        drawn = draw_marks([events(at) for at in lane.rows], span, columns.days)
    if drawn is None:
        parts = lane.density.cells(span, columns.days)
        drawn = draw_strip(parts, most=most, ascii_only=ascii_only)
    whole = lane.density.range
    before = whole is not None and whole.start < span.start and drawn[0] != "◂"
    after = whole is not None and whole.end > span.end and drawn[-1] != "▸"
    line = Line().field(lane.name, columns.name, STRONG if lane.key else PLAIN)
    line.add("◂" if before else " ", DIM).add(drawn).add("▸" if after else " ", DIM)
    return line.add(f"{len(lane.rows):,}".rjust(columns.number), DIM)


def draw_marks(events: Iterable[Dated], span: Range, cells: int) -> str | None:
    """Events on one line, the shorter upon the longer; None where one is hidden by others."""
    drawn = [draw_extent(date, span, cells, tense) for date, tense in events if _is_on(date, span)]
    shown, owner = [" "] * cells, [-1] * cells
    for at in sorted(range(len(drawn)), key=lambda at: len(drawn[at].strip()), reverse=True):
        for cell, sign in enumerate(drawn[at]):
            if sign != " ":
                shown[cell], owner[cell] = sign, at
    return "".join(shown) if len({*owner} - {-1}) == len(drawn) else None


def _is_on(date: Edtf, span: Range) -> bool:
    """Whether a date may lie on a range."""
    begins = date.earliest is None or date.earliest.ordinal() < span.end
    return begins and (date.latest is None or date.latest.ordinal() >= span.start)
