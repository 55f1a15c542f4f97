"""The timeline: what is done to its range, its limits and its lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from sahel_tui.queries.timeline import Range
from sahel_tui.render.words import counted
from sahel_tui.tui.messages import ItemHighlighted
from sahel_tui.tui.widgets.timeline.drawn import DrawnList
from sahel_tui.tui.widgets.timeline.limited import WITHIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.chronology.jumps import Jump
    from sahel_tui.queries.chronology.lanes import By

Row = TypeVar("Row")

_LONGEST = 6
"""Digits of a number of days."""


def _days(text: str) -> int:
    """How many days somebody typed; EdtfError where it is no such number."""
    from sahel_tui.model.date_grammar import EdtfError

    typed = text.strip()
    if not typed.isascii() or not typed.isdigit() or len(typed) > _LONGEST:
        raise EdtfError("give a number of days such as 30")
    return int(typed)


class TimelineList(DrawnList[Row]):
    """A child says what its rows are, and has them counted (`renew`)."""

    LANES: ClassVar[tuple[By, ...]] = ("actor", "place", "type")

    # What a kind of row gives ---------------------------------------------------------------------

    def renew(self) -> None:
        """Have the rows that are shown counted, and put into lanes."""
        raise NotImplementedError

    def lay(self) -> None:
        """Have them put into lanes, where lanes are wanted."""
        raise NotImplementedError

    # The range ------------------------------------------------------------------------------------

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
        place = self.first_from(to.days.start)
        if place is not None:
            self.move_to(self.item_of(place))
            return f"The first event from {to.label} on."
        if self.shown:
            self.move_to(self.item_of(len(self.shown) - 1))
        return f"No event from {to.label} on{': this is the last one' if self.shown else ''}."

    def first_from(self, day: int) -> int | None:
        """The place of the first row that is shown whose first known day is this one or later."""
        return next((at for at, start in enumerate(self._starts()) if start >= day), None)

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
