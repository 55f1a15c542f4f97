"""What the lines of a timeline are: events, lanes, the strip above them and the gaps between."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from sahel_tui.render.line import Line
from sahel_tui.render.words import counted
from sahel_tui.tui.widgets.timeline.folded import INDENT
from sahel_tui.tui.widgets.timeline.limited import LimitedList

if TYPE_CHECKING:
    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.chronology.lanes import By, Lane
    from sahel_tui.queries.chronology.survey import Survey
    from sahel_tui.queries.timeline import Range
    from sahel_tui.render.chronology.lanes import Columns
    from sahel_tui.tui.widgets.timeline.head import Head

Row = TypeVar("Row")

_ROOM = 7
"""Lines under the heading from which on two of them say how many events there are when."""


class DrawnList(LimitedList[Row]):
    """A child says what its rows are, and when."""

    TITLE: ClassVar[str] = "Timeline"
    NOUN: ClassVar[str] = "event"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.by: By | None = None
        """What lanes are wanted by."""
        self.survey: Survey | None = None
        """What is told of the rows that are shown; None until they are counted."""
        self.date_cells = 0
        # With what they were made of: as long as that is kept, no other object has its id.
        self._head: tuple[object, Head, object] | None = None
        self._looks: tuple[object, tuple[Columns, int], object] | None = None

    # What a kind of row gives ---------------------------------------------------------------------

    def dated(self, index: int) -> tuple[Edtf, str]:
        """The date and the tense of a row of all."""
        raise NotImplementedError

    def current_date(self) -> Edtf | None:
        """Of the event under the cursor."""
        place = self.current_place
        return None if place is None else self.dated(self.shown[place])[0]

    @property
    def whole(self) -> Range:
        """All of the time."""
        return self.survey.whole if self.survey else self.range

    # The heading ----------------------------------------------------------------------------------

    @property
    def lack(self) -> str:
        """On a lane, which one it is."""
        if self.laid is None or not self.count() or self.current_place is not None:
            return super().lack
        lane = self.laid.lanes[self.lane_of(self.cursor) or 0]
        return f"{lane.name}: {counted(len(lane.rows), self.NOUN)}"

    def remark(self) -> str:
        """The range that extents are drawn on, unless the limits have said it or there are none."""
        return "" if self.within or not self.rows else f" · drawn {self.range_words}"

    def summary(self) -> str:
        """Where the cursor is among how many."""
        if not self.by or not self.laid or not self.count():
            return super().summary()
        lane, place = self.lane_of(self.cursor), self.current_place
        lanes = f"lane {(lane or 0) + 1:,} of {len(self.laid.lanes):,} by {self.by}"
        if place is None:
            return f"{lanes} · {counted(len(self.shown), self.NOUN)}"
        return f"{place + 1:,} of {counted(len(self.shown), self.NOUN)} · {lanes}"

    # The head -------------------------------------------------------------------------------------

    @property
    def head_height(self) -> int:
        """Two lines where there is room for them and for rows."""
        return 2 if self._measured.height > _ROOM and len(self.rows) else 0

    def draw_head(self, line: int) -> Line:
        """The strip, and its axis with the range and the row under the cursor."""
        head = self._head_now()
        if head is None:
            return Line()
        if line == 0:
            return head.strip
        date = self.current_date()
        shown = head.span if self.laid else self.range
        return head.axis_line(shown, self._pointed(date) if date else None)

    def _pointed(self, date: Edtf) -> int | None:
        """The day by which a date is pointed at."""
        return self.range.day_of(date) if self.laid else date.sort_key[0].ordinal()

    def _head_now(self) -> Head | None:
        if self.survey is None:
            return None
        key = (id(self.survey), self.range, self.body_width, id(self.laid))
        if self._head is None or self._head[0] != key:
            self._head = key, self._make_head(self.survey), (self.survey, self.laid)
        return self._head[1]

    def _make_head(self, survey: Survey) -> Head:
        from sahel_tui.tui.widgets.timeline.head import head_of_lanes, head_of_rows

        ascii_only = self._ascii_only
        if self.laid is None:
            return head_of_rows(survey, self.range, self.body_width, ascii_only=ascii_only)
        columns, _ = self._lane_look()
        return head_of_lanes(survey, self.range, columns, INDENT, ascii_only=ascii_only)

    # Lanes and gaps -------------------------------------------------------------------------------

    def draw_lane(self, lane: Lane) -> Line:
        """Name, days and number."""
        from sahel_tui.render.chronology.lanes import draw_lane

        columns, most = self._lane_look()
        return draw_lane(
            lane,
            self.range,
            columns,
            lambda place: self.dated(self.shown[place]),
            most,
            ascii_only=self._ascii_only,
        )

    def _lane_look(self) -> tuple[Columns, int]:
        """What all lanes have in common, for as long as it stays the same."""
        from sahel_tui.render.chronology.lanes import columns_of, tallest

        assert self.laid is not None
        key = (id(self.laid), self.range, self.row_width)
        if self._looks is None or self._looks[0] != key:
            columns = columns_of(self.laid.lanes, self.row_width)
            most = tallest(self.laid.lanes, self.range, columns.days)
            self._looks = key, (columns, most), self.laid
        return self._looks[1]

    @property
    def _ascii_only(self) -> bool:
        return bool(getattr(self.app, "terminal", None) and self.app.terminal.ascii)  # type: ignore[attr-defined]

    def lines_below(self, place: int) -> int:
        """A line for a time without events."""
        if self.survey is None or not (gap := self.survey.gaps.get(place + 1)):
            return 0
        from sahel_tui.queries.chronology.gaps import least_gap

        return int(gap.days >= least_gap(self.range))

    def draw_below(self, place: int) -> Line:
        """How long nothing happened."""
        from sahel_tui.render.chronology.gaps import draw_gap

        assert self.survey is not None
        what = "such events" if self.filtered_by else "events"
        return draw_gap(self.survey.gaps[place + 1], self.date_cells, self.body_width, what)
