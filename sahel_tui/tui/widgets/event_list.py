"""The timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.facets import event_facets
from sahel_tui.queries.timeline import Range, busy_range, whole_range
from sahel_tui.queries.views import Claim, EventView
from sahel_tui.render.timeline import draw_event
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from sahel_tui.render.line import Line


class EventList(ClaimList[EventView]):
    """Events in the order of their dates, with the extent of each date on one range of days."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("timeline.earlier", "move_range(-0.25)"),
        bound("timeline.later", "move_range(0.25)"),
        bound("timeline.zoom_in", "zoom_range(0.5)"),
        bound("timeline.zoom_out", "zoom_range(2.0)"),
        bound("timeline.all", "show_whole_range"),
    ]
    TITLE: ClassVar[str] = "Timeline"
    NOUN: ClassVar[str] = "event"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.range = Range(0, 1)
        self._date_cells = 0

    def set_rows(self, rows: Sequence[EventView]) -> None:
        """Show other events, over the years in which most of them lie."""
        self.range = busy_range(rows)
        self._date_cells = max((len(row.date.label) for row in rows), default=0)
        super().set_rows(rows)

    def claim(self, row: EventView) -> Claim:
        """The event itself."""
        return Claim("event", row.id)

    def texts(self, row: EventView) -> Sequence[str]:
        """The date as shown and as written, and all that is said of it."""
        return event_facets(row).fields

    def draw_row(self, row: EventView, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        return (draw_event(row, self.range, self._date_cells, self.body_width),)

    def remark(self) -> str:
        """The range that the extents are drawn on."""
        first, last = from_ordinal(self.range.start), from_ordinal(self.range.end - 1)
        return f" · drawn {first.iso()} to {last.iso()}"

    def action_move_range(self, share: float) -> None:
        """Draw extents on an earlier or a later range."""
        self._set_range(self.range.moved(share))

    def action_zoom_range(self, factor: float) -> None:
        """Draw extents on a longer or a shorter range; the row under the cursor stays in it."""
        row = self.current
        day = self.range.day_of(row.date) if row else None
        self._set_range(self.range.zoomed(factor, day))

    def action_show_whole_range(self) -> None:
        """Draw extents on all the years of the brief."""
        self._set_range(whole_range(self.rows))

    def _set_range(self, span: Range) -> None:
        self.range = span
        self.redraw()
