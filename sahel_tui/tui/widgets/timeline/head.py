"""What stands above the rows of a timeline: how many events there are when, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.chronology.survey import context
from sahel_tui.queries.timeline import Range
from sahel_tui.render.chronology.axis import draw_axis
from sahel_tui.render.chronology.lanes import Columns
from sahel_tui.render.chronology.strip import draw_pointer, draw_strip, draw_window
from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM

if TYPE_CHECKING:
    from sahel_tui.queries.chronology.survey import Survey


class Head(NamedTuple):
    """A strip and its axis, drawn once for as long as they stay the same."""

    span: Range
    columns: Columns
    strip: Line
    axis: str
    indent: int

    def axis_line(self, shown: Range, day: int | None) -> Line:
        """The axis, with the range that is shown and the place of a day marked on it."""
        cell = -1 if day is None else self.span.place(day, self.columns.days)
        axis = draw_window(draw_pointer(self.axis, cell), shown, self.span)
        axis = draw_pointer(axis, cell)
        return Line().to(self.indent + self.columns.name + 1).add(axis, DIM)


def head_of_rows(survey: Survey, shown: Range, cells: int, *, ascii_only: bool) -> Head:
    """Over the rows: all of their time, or as much around what is shown as can be told apart."""
    span = context(shown, survey.whole)
    columns = Columns(0, max(1, cells - 2), 0)
    return _head(survey, span, columns, 0, ascii_only=ascii_only)


def head_of_lanes(
    survey: Survey, shown: Range, columns: Columns, indent: int, *, ascii_only: bool
) -> Head:
    """Over lanes, which begin some cells in: the range that they are drawn on, cell above cell."""
    return _head(survey, shown, columns, indent, ascii_only=ascii_only)


def _head(survey: Survey, span: Range, columns: Columns, indent: int, *, ascii_only: bool) -> Head:
    counts, whole = survey.density, survey.whole
    cells = counts.cells(span, columns.days)
    before = whole.start < span.start and counts.within(Range(whole.start, span.start)) > 0
    after = whole.end > span.end and counts.within(Range(span.end, whole.end)) > 0
    strip = Line().to(indent).field("all", columns.name).add("◂" if before else " ", DIM)
    strip.add(draw_strip(cells, ascii_only=ascii_only)).add("▸" if after else " ", DIM)
    return Head(span, columns, strip, draw_axis(span, columns.days), indent)
