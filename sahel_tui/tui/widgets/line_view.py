"""A view of items drawn line by line: only what is visible is ever built."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar, Self

from rich.segment import Segment
from textual.geometry import Offset, Region, Size

from sahel_tui.render.line import Line
from sahel_tui.render.styles import BAR, CURSOR, DIM, HEADING
from sahel_tui.tui.widgets.light_strip import LightStrip
from sahel_tui.tui.widgets.line_cache import Headed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.strip import Strip


Place = tuple[int, int]
"""An item, and one of its lines."""

_KEPT = 1000
"""Drawn lines that a view keeps at most: some pages."""


class LineView(Headed, can_focus=True):
    """Items of one or more lines under a heading, with a cursor in the first column.

    The top is an item and a line of it, never a line number of the whole: nothing needs to
    know how many lines there are, so that an item is measured when it comes into view.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "LineView { width: 1fr; height: 1fr; }"
    BLANK: ClassVar[bool] = False
    GUTTER = 1
    """Cells before the body of every line."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        self._fitting = False
        super().__init__(id=id)
        self.cursor = 0
        """The item under the cursor."""
        self.top: Place = (0, 0)
        self._drawn: dict[tuple[object, ...], list[Segment]] = {}
        self._frame: list[Place] | None = None
        self._measured = Size(0, 0)

    # What a view is made of -------------------------------------------------------------------

    def count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def heading(self) -> Line:
        """The line above the items."""
        raise NotImplementedError

    @property
    def head_height(self) -> int:
        """How many lines stand between the heading and the items."""
        return 0

    def draw_head(self, line: int) -> Line:
        """One of these lines, as wide as an item's."""
        raise NotImplementedError

    def footing(self) -> Sequence[Line]:
        """Lines under the items, if any are needed."""
        return ()

    def height_of(self, item: int) -> int:
        """How many lines an item has at this width; at least one."""
        raise NotImplementedError

    def draw(self, item: int, line: int) -> Line:
        """The body of one line of an item."""
        raise NotImplementedError

    def drawn_from(self, item: int, line: int) -> tuple[object, ...]:
        """All that decides how a line is drawn, but for what `redraw` is told of."""
        return (item, line)

    def margin_cell(self, item: int, line: int) -> Segment:
        """The first cell of a line: where the cursor is."""
        here = item == self.cursor and line == 0
        return Segment("▶" if here else " ", CURSOR)

    # Geometry ---------------------------------------------------------------------------------

    @property
    def page_height(self) -> int:
        """How many lines there are for items."""
        return max(1, self._measured.height - self._first_row - len(self.footing()))

    @property
    def _first_row(self) -> int:
        """The row of the first item's line."""
        return 1 + self.head_height

    @property
    def body_width(self) -> int:
        """How many cells there are for an item's line."""
        return max(1, self._measured.width - self.GUTTER)

    @property
    def frame(self) -> list[Place]:
        """What stands on each line under the heading."""
        if self._frame is None:
            self._fit()
            self._frame = list(self._below(self.top, self.page_height))
        return self._frame

    @property
    def cursor_place(self) -> Place:
        """The item under the cursor, and the line of it that the cursor is on."""
        return (self.cursor, 0)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is on the screen; if it is out of sight, the nearest line."""
        x, y, _, height = self.content_region
        frame = self.frame
        line = min(bisect_left(frame, self.cursor_place), max(0, len(frame) - 1))
        row = min(line + self._first_row if frame else 0, height - 1)
        return Offset(x, y + max(0, row))

    def _fit(self) -> None:
        """At a new size measure anew, fill the view, and show where the cursor is.

        Textual draws a view at a new size by itself, and before it tells of it: so nothing is
        refreshed here, and the first that is drawn is right.
        """
        size = self.size
        if size == self._measured:
            return
        self._measured, self._fitting = size, True
        self.measure()
        if self.count() and size.area:
            item, line = self.top
            self._set_top(min((item, min(line, self.height_of(item) - 1)), self._bottom()))
            self.reveal()
        self._fitting = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Have it drawn anew, unless that is under way."""
        if self._fitting:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _below(self, place: Place, lines: int) -> Iterator[Place]:
        item, line = place
        count = self.count()
        while lines > 0 and item < count:
            height = self.height_of(item)
            while line < height and lines > 0:
                yield (item, line)
                line, lines = line + 1, lines - 1
            item, line = item + 1, 0

    def _above(self, place: Place, lines: int) -> Place:
        """The place this many lines higher, or the very top."""
        item, line = place
        while lines > line and item > 0:
            lines -= line + 1
            item -= 1
            line = self.height_of(item) - 1
        return (item, max(0, line - lines))

    def _lower(self, place: Place, lines: int) -> Place:
        """The place this many lines lower, or the last line."""
        last = place
        for last in self._below(place, lines + 1):  # noqa: B007 - the last one is the answer
            pass
        return last

    def _bottom(self) -> Place:
        """The top at which the last line of all stands last."""
        count = self.count()
        if not count:
            return (0, 0)
        return self._above((count - 1, self.height_of(count - 1) - 1), self.page_height - 1)

    # Moving -----------------------------------------------------------------------------------

    def scroll_lines(self, lines: int) -> None:
        """Move the view, not past its ends."""
        if lines < 0:
            self._set_top(self._above(self.top, -lines))
        else:
            self._set_top(min(self._lower(self.top, lines), self._bottom()))

    def show(self, place: Place, *, lines: int = 1, context: int = 0) -> None:
        """Bring `lines` lines from a place into view, with some lines of context around."""
        context = min(context, max(0, (self.page_height - lines) // 2))
        first = self._above(place, context)
        last = self._lower(place, min(lines, self.page_height) - 1 + context)
        frame = self.frame
        if frame and first < frame[0]:
            self._set_top(first)
        elif not frame or last > frame[-1]:
            self._set_top(max((0, 0), min(place, self._above(last, self.page_height - 1))))

    def _set_top(self, top: Place) -> None:
        if top != self.top:
            self.top = top
            self._frame = None
            self.refresh()

    def redraw(self) -> None:
        """Draw everything anew: the items, or how they are shown, changed."""
        self._forget_drawn()
        self.refresh()

    def _forget_drawn(self) -> None:
        self._drawn.clear()
        self._frame = None

    def redraw_heading(self) -> None:
        """Draw the heading alone, and what stands below it."""
        self.refresh(Region(0, 0, self._measured.width, self._first_row))

    def redraw_item(self, item: int, cells: int | None = None) -> None:
        """Draw an item's visible lines anew, or their first cells alone."""
        wide = self._measured.width if cells is None else cells
        places = enumerate(self.frame, self._first_row)
        rows = [row for row, place in places if place[0] == item]
        if rows:
            self.refresh(Region(0, rows[0], wide, len(rows)))

    # Drawing ----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen (Textual's Line API)."""
        if y == 0:
            self._fit()
        cells = self._measured.width
        if y == 0:
            return LightStrip(self._draw_heading(cells), cells)
        row = y - self._first_row
        if row < 0:
            head = self.draw_head(y - 1).segments(cells - self.GUTTER)
            return LightStrip([Segment(" " * self.GUTTER), *head], cells)
        if row >= len(self.frame):
            below = row - self.page_height
            footing = self.footing() if below >= 0 else ()
            line = footing[below] if 0 <= below < len(footing) else Line()
            return LightStrip(line.segments(cells), cells)
        item, line_number = self.frame[row]
        body = self._body(item, line_number, cells - self.GUTTER)
        return LightStrip([self.margin_cell(item, line_number), *body], cells)

    def _body(self, item: int, line: int, cells: int) -> list[Segment]:
        """The line beside the margin, drawn once for as long as it stays the same.

        For any width: a pane that is alone for a while comes back as it was.
        """
        key = (cells, *self.drawn_from(item, line))
        drawn = self._drawn.get(key)
        if drawn is None:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            drawn = self._drawn[key] = self.draw(item, line).segments(cells)
        return drawn

    def _draw_heading(self, cells: int) -> list[Segment]:
        """Reversed with the focus; else bold, with a rule up to the edge."""
        line = self.heading()
        if self.has_focus:
            return [Segment(s.text, BAR) for s in line.segments(cells)]
        line.parts = [(text, style + HEADING) for text, style in line.parts]
        return line.add(" ").segments(cells, DIM, "─")

    def on_resize(self, event: events.Resize) -> None:
        """Lines depend on the width."""
        del event
        self._fit()

    def reveal(self) -> None:
        """Bring the cursor into view."""
        self.show((self.cursor, 0), lines=self.height_of(self.cursor))

    def measure(self) -> None:
        """The width changed: drop what was wrapped at the old one."""
        self._frame = None
