"""The timeline: events on a range of days, limited to some of them, in lanes or in one order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from sahel_tui.queries.timeline import Range
from sahel_tui.render.line import Line
from sahel_tui.render.words import counted
from sahel_tui.tui.messages import ItemHighlighted
from sahel_tui.tui.widgets.timeline.folded import INDENT
from sahel_tui.tui.widgets.timeline.limited import WITHIN, LimitedList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.chronology.jumps import Jump
    from sahel_tui.queries.chronology.lanes import By, Lane
    from sahel_tui.queries.chronology.survey import Survey
    from sahel_tui.render.chronology.lanes import Columns
    from sahel_tui.tui.widgets.timeline.head import Head

Row = TypeVar("Row")

_ROOM = 7
"""Lines under the heading from which on two of them say how many events there are when."""
_LONGEST = 6
"""Digits of a number of days."""


def _days(text: str) -> int:
    """How many days somebody typed; EdtfError where it is no such number."""
    from sahel_tui.model.date_grammar import EdtfError

    typed = text.strip()
    if not typed.isascii() or not typed.isdigit() or len(typed) > _LONGEST:
        raise EdtfError("give a number of days such as 30")
    return int(typed)


class TimelineList(LimitedList[Row]):
    """A child says what its rows are, and has them counted (`renew`)."""

    TITLE: ClassVar[str] = "Timeline"
    NOUN: ClassVar[str] = "event"
    LANES: ClassVar[tuple[By, ...]] = ("actor", "place", "type")

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

    def renew(self) -> None:
        """Have the rows that are shown counted, and put into lanes."""
        raise NotImplementedError

    def lay(self) -> None:
        """Have them put into lanes, where lanes are wanted."""
        raise NotImplementedError

    # The range ------------------------------------------------------------------------------------

    @property
    def whole(self) -> Range:
        """All of the time."""
        return self.survey.whole if self.survey else self.range

    @property
    def lack(self) -> str:
        """On a lane, which one it is."""
        if self.laid is None or not self.count() or self.current_place is not None:
            return super().lack
        lane = self.laid.lanes[self.lane_of(self.cursor) or 0]
        return f"{lane.name}: {counted(len(lane.rows), self.NOUN)}"

    def current_date(self) -> Edtf | None:
        """Of the event under the cursor."""
        place = self.current_place
        return None if place is None else self.dated(self.shown[place])[0]

    def action_move_range(self, step: int) -> None:
        """Draw extents on an earlier or a later range: the next month after a month."""
        from sahel_tui.queries.chronology.levels import beside

        self.set_range(beside(self.range, step))

    def action_zoom_range(self, closer_in: bool) -> None:
        """Draw extents on a longer or a shorter range; the row under the cursor stays in it."""
        from sahel_tui.queries.chronology.levels import closer, wider

        date = self.current_date()
        day = self.range.day_of(date) if date else None
        if day is None:
            day = (self.range.start + self.range.end) // 2
        self.set_range((closer if closer_in else wider)(self.range, day))

    def action_show_whole_range(self) -> None:
        """Draw extents on all the years that there are."""
        self.set_range(self.whole)

    def set_range(self, span: Range) -> None:
        """Draw extents on other days."""
        self.range = span
        if self.within:
            self.limit()
        self.redraw()

    # What is typed --------------------------------------------------------------------------------

    def asked_text(self, purpose: str) -> str:
        """What stands already of what is to be typed."""
        return str(self.around.days) if purpose == "days" and self.around else ""

    def asked_words(self, purpose: str, text: str) -> str:
        """Where it leads, or why it leads nowhere; the words of EdtfError where it is wrong."""
        from sahel_tui.model.date_grammar import EdtfError
        from sahel_tui.queries.chronology.jumps import read_jump

        if not text.strip():
            return ""
        try:
            if purpose == "days":
                return f"all within {counted(_days(text), 'day')}"
            return f"the first event from {read_jump(text, self.range).label} on"
        except EdtfError as error:
            return str(error)

    def take(self, purpose: str, text: str) -> str:
        """Do it; EdtfError where it is wrong. A remark of what came of it."""
        from sahel_tui.queries.chronology.jumps import read_jump

        if purpose == "date":
            return self.jump(read_jump(text, self.range))
        self.look_around(_days(text))
        return ""

    def jump(self, to: Jump) -> str:
        """Go to the first event from a day on, and show its time; a remark of what came of it."""
        self.set_range(to.range)
        day, starts = to.days.start, self._starts()
        place = next((at for at, start in enumerate(starts) if start >= day), None)
        if place is not None:
            self.move_to(self.item_of(place))
            return f"The first event from {to.label} on."
        if self.shown:
            self.move_to(self.item_of(len(self.shown) - 1))
        return f"No event from {to.label} on{': this is the last one' if self.shown else ''}."

    def _starts(self) -> Iterable[int]:
        """Of the rows that are shown the first days that are known."""
        if self.survey:
            return self.survey.starts
        from sahel_tui.queries.chronology.reach import reach

        return (reach(self.dates[row]).start for row in self.shown)

    # As it was left -------------------------------------------------------------------------------

    def put_back_view(self, lanes: str, within: str, span: tuple[int, int]) -> None:
        """Be drawn as it was left, as far as that can be."""
        if span[0] < span[1]:
            self.range = Range(*span)
        self.within = within if within in WITHIN else ""
        self.by = next((by for by in self.LANES if by == lanes), None)

    # Lanes ----------------------------------------------------------------------------------------

    def action_next_lanes(self) -> None:
        """Lanes by actor, by place, and so on; then none."""
        ways = (None, *self.LANES)
        self.set_lanes(ways[(ways.index(self.by) + 1) % len(ways)])

    def set_lanes(self, by: By | None) -> None:
        """Put events into lanes, or show them in one order; the cursor stays on its event."""
        place, self.by = self.current_place, by
        self.laid = None
        self.refold()
        self.lay()
        if self.laid is None:
            self.cursor = 0 if place is None else place
        else:
            self.cursor = 0
        self.top = (0, 0)
        self.redraw()
        if self.count():
            self.reveal()
        self.post_message(ItemHighlighted(self))

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

    # Drawing --------------------------------------------------------------------------------------

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
