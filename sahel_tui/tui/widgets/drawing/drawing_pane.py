"""A pane of relations that draws a map or a matrix in the place of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from textual.geometry import Offset, Region

from sahel_tui.render.line import Line
from sahel_tui.render.words import quoted
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.widgets.claim_list import ClaimList
from sahel_tui.tui.widgets.drawing.strips import differ, drawn_strip
from sahel_tui.tui.widgets.light_strip import LightStrip

if TYPE_CHECKING:
    from textual.strip import Strip

    from sahel_tui.queries.library.listing import Place
    from sahel_tui.tui.widgets.drawing.picture import Picture

Row = TypeVar("Row")
View = Literal["list", "map", "matrix"]

_ROOM_FOR_FOOTING, _ROOM_FOR_TWO = 6, 14
"""Rows from which on one says what is selected, and two."""


class DrawingPane(ClaimList[Row]):
    """The list stays as it is while a drawing stands in its place."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.view: View = "list"
        """What was chosen."""
        self.has_column = False
        """Whether there is room for a drawing: no other list stands beside."""
        self.picture: Picture | None = None
        self._centre_id = ""
        self.selected: Place | None = None
        """The relation that a drawing begins with."""
        self.begins_at = ("", "")
        """The actors whom the cursor of the next drawing is on."""
        self.narrowing: tuple[str, ...] = ()
        """What filters and a date leave of the relations, in words."""
        self.ascii_only = False
        self.is_working = False
        """Whether something is being worked out."""
        self._lines: list[Line] | None = None
        """What is drawn, its footing included; made when it is looked at."""
        self._rows_drawn = 0
        """How many of these are the drawing's own."""

    @property
    def centre_id(self) -> str:
        """The actor in the centre: a drawing marks it."""
        return self._centre_id

    @centre_id.setter
    def centre_id(self, node: str) -> None:
        if node != self._centre_id:
            self._centre_id = node
            if self.drawing is not None:
                self.redraw_all()

    @property
    def is_drawn(self) -> bool:
        """Whether a drawing is shown, or waited for."""
        return self.view != "list" and self.has_column

    @property
    def drawing(self) -> Picture | None:
        """What is drawn."""
        return self.picture if self.is_drawn else None

    @property
    def drawing_size(self) -> tuple[int, int]:
        """Cells and rows for a drawing."""
        width, height = self.size
        return max(0, width - self.GUTTER), max(0, height - 1 - self._footing_rows)

    @property
    def _footing_rows(self) -> int:
        height = self.size.height
        return (height >= _ROOM_FOR_FOOTING) + (height >= _ROOM_FOR_TWO)

    # Drawing --------------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Draw the list anew; where there is a drawing instead, only the heading tells of it."""
        if self.drawing is None:
            super().redraw()
        else:
            self._forget_drawn()
            self.redraw_heading()

    def redraw_all(self) -> None:
        """Draw everything anew, a drawing too."""
        self._lines = None
        super().redraw()

    @property
    def lines(self) -> list[Line]:
        """What is drawn."""
        if self._lines is None:
            self._lines = self._drawn_lines()
        return self._lines

    def _drawn_lines(self) -> list[Line]:
        drawing = self.drawing
        if drawing is None or drawing.size != self.drawing_size:
            return []
        lines = drawing.draw(self.centre_id, ascii_only=self.ascii_only)
        self._rows_drawn = len(lines)
        return [*lines, *drawing.footing(self.size.width, self._footing_rows)]

    def _draw_changes(self) -> None:
        """Draw the lines that differ."""
        before, self._lines = self._lines, self._drawn_lines()
        if before is None or len(before) != len(self._lines):
            self.refresh()
            return
        cells = self.size.width
        rows = [0]  # the heading
        for row, (old, new) in enumerate(zip(before, self._lines, strict=True), 1):
            if differ(old, new):
                rows.append(row)
        self.refresh(*[Region(0, row, cells, 1) for row in rows])

    def render_line(self, y: int) -> Strip:
        """One line of the drawing, or of the list (Textual's Line API)."""
        if y == 0 or not self.is_drawn:
            return super().render_line(y)
        (cells, _), lines = self.size, self.lines
        if y > len(lines):
            return LightStrip(Line().segments(cells), cells)
        line = lines[y - 1]
        if y > self._rows_drawn:
            return LightStrip(line.segments(cells), cells)
        return drawn_strip(line, 1, cells)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is on the screen."""
        if (drawing := self.drawing) is None or drawing.size != self.drawing_size:
            return super().cursor_screen_offset
        left, top, _, height = self.content_region
        x, y = drawing.cursor_at
        return Offset(left + self.GUTTER + x, top + min(height - 1, 1 + y))

    def heading(self) -> Line:
        """What is hidden comes before all that the tabs and the status say, too."""
        if not self.is_drawn:
            line = super().heading()
            if self.narrowing and line.width > self.size.width:
                line = self._titled("").add(" · ".join([*self.narrowing, self.summary()]))
            return line
        parts = [*self.narrowing, self.centre_words()]
        if self.picture is None or self.picture.size != self.drawing_size:
            parts.insert(0, "placing…")
        elif self.is_working:
            parts.insert(0, "working…")
        if self.search_text and self.picture is not None:
            parts.insert(0, self._search_words(self.picture))
        line = self._titled(f"{self.TITLE} · {self.SCOPE} · {self.view}  ").add(" · ".join(parts))
        if line.width > self.size.width:
            line = self._titled(f"{self.view}  ").add(" · ".join(parts))
        return line

    def _titled(self, title: str) -> Line:
        return Line(f" {shown_key(self.app, f'pane.{self.id}')} {title}")

    def _search_words(self, picture: Picture) -> str:
        """How many actors are called so, and how many of them one doesn't see."""
        found = picture.named(self.search_text)
        beyond = sum(not picture.has(node) for node in found)
        words = f"/ {len(found):,} called {quoted(self.search_text)}"
        return f"{words}, {beyond:,} not drawn" if beyond else words

    def centre_words(self) -> str:
        """Who is in the centre."""
        names = self.picture.names if self.picture is not None else {}
        name = names.get(self.centre_id, self.centre_id)
        return f"● {name}" if name else "no actor"

    def filtered_words(self) -> str:
        """What a date and filters hide, then what is typed."""
        words = [*self.narrowing, super().filtered_words()]
        return " · ".join(word for word in words if word)
