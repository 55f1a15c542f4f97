"""The panes of the library: its points, actors, relations and events."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.library.rows import EventRow, PointRow
from sahel_tui.queries.library.scope import (
    ActorSum,
    TieRow,
    actor_fields,
    date_of,
    event_fields,
    place_of,
    place_of_actor,
    point_fields,
    tie_fields,
)
from sahel_tui.queries.timeline import Range
from sahel_tui.queries.views import Claim
from sahel_tui.render.blocks import MEASURE
from sahel_tui.render.scope import (
    actor_columns,
    actor_words,
    draw_scope_actor,
    draw_scope_event,
    draw_scope_point,
    draw_scope_tie,
    event_words,
    point_words,
    tie_words,
)
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.scope_list import ScopeList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from sahel_tui.queries.library.listing import Place
    from sahel_tui.render.line import Line

_USUAL_DATE = 14
"""Cells of a date until the dates are known."""


class ScopePoints(ScopeList[PointRow]):
    """The points of all briefs, the newest first, wrapped."""

    TITLE: ClassVar[str] = "Bottom line"
    NOUN: ClassVar[str] = "point"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._wrapped = lru_cache(maxsize=64)(self._wrap_point)

    def claim(self, row: PointRow) -> Claim:
        """The point itself."""
        return Claim("point", row.id)

    def place(self, row: PointRow) -> Place:
        """In its brief."""
        return place_of(row)

    def texts(self, row: PointRow) -> Sequence[str]:
        """All that is shown of it."""
        return point_fields(row)

    def words(self, row: PointRow) -> str:
        """All that is said of it."""
        return point_words(row)

    def draw_row(self, row: PointRow, *, current: bool) -> Sequence[Line]:
        """As many lines as its text needs."""
        del current
        return draw_scope_point(row, min(MEASURE, self.body_width))

    def height_of(self, item: int) -> int:
        """As many lines as its text needs."""
        return self._wrapped(self.shown[item])

    def redraw(self) -> None:
        """Rows may be others, or at another width."""
        self._wrapped.cache_clear()
        super().redraw()

    def measure(self) -> None:
        """Wrap anew."""
        self._wrapped.cache_clear()
        super().measure()

    def _wrap_point(self, index: int) -> int:
        row = self.row_at(index)
        return 1 if row is None else len(self.draw_row(row, current=False))


class ScopeActors(ScopeList[ActorSum]):
    """The actors of all briefs, those of the most briefs first."""

    TITLE: ClassVar[str] = "Actors"
    NOUN: ClassVar[str] = "actor"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.counts: dict[str, Sequence[int]] = {}
        """Mentions over time of those that were counted, by the first of their ids."""
        self.days = (0, 0)
        self.ascii_only = False

    def claim(self, row: ActorSum) -> Claim:
        """The actor itself."""
        return Claim("actor", row.ids[0])

    def place(self, row: ActorSum) -> Place:
        """In no brief."""
        return place_of_actor(row)

    def texts(self, row: ActorSum) -> Sequence[str]:
        """All that is shown of it."""
        return actor_fields(row)

    def words(self, row: ActorSum) -> str:
        """All that is said of it."""
        return actor_words(row)

    def draw_row(self, row: ActorSum, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        counts = self.counts.get(row.ids[0])
        return (draw_scope_actor(row, counts, self.body_width, ascii_only=self.ascii_only),)

    def uncounted(self) -> list[ActorSum]:
        """Those on the screen whose mentions over time aren't known."""
        rows = (self.row_at(self.shown[item]) for item, _ in self.frame if item < self.count())
        return [row for row in rows if row is not None and row.ids[0] not in self.counts]

    def remark(self) -> str:
        """What the columns count, and over which time."""
        return actor_columns(*self.days, self.body_width) if any(self.days) else ""


class ScopeTies(ScopeList[TieRow]):
    """The relations of the actor in the centre, of all briefs."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("library.centre", "screen.centre_other")]
    TITLE: ClassVar[str] = "Relationships"
    NOUN: ClassVar[str] = "relation"
    centre = ""
    """What the actor is called."""

    def claim(self, row: TieRow) -> Claim:
        """The relation itself."""
        return Claim("relation", row.relation.id)

    def place(self, row: TieRow) -> Place:
        """In its brief."""
        return place_of(row)

    def texts(self, row: TieRow) -> Sequence[str]:
        """All that is shown of it."""
        return tie_fields(row)

    def words(self, row: TieRow) -> str:
        """All that is said of it."""
        return tie_words(row)

    def draw_row(self, row: TieRow, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        return (draw_scope_tie(row, self.body_width),)

    def summary(self) -> str:
        """The centre, and the position."""
        return f"● {self.centre} · {super().summary()}" if self.centre else "no actor"


class ScopeEvents(ScopeList[EventRow]):
    """The events of all briefs in the order of their dates."""

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
        self.range = self._whole = Range(0, 1)
        self._date_cells = _USUAL_DATE
        self._moved = False
        """Whether the range was chosen by hand."""

    def set_ranges(self, busy: Range, whole: Range, date_cells: int) -> None:
        """What extents are drawn on, unless it was chosen by hand."""
        self._whole = whole
        self._date_cells = date_cells
        if not self._moved:
            self.range = busy
        self.redraw()

    def claim(self, row: EventRow) -> Claim:
        """The event itself."""
        return Claim("event", row.id)

    def place(self, row: EventRow) -> Place:
        """In its brief."""
        return place_of(row)

    def texts(self, row: EventRow) -> Sequence[str]:
        """All that is shown of it."""
        return event_fields(row)

    def words(self, row: EventRow) -> str:
        """All that is said of it."""
        return event_words(row)

    def draw_row(self, row: EventRow, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        return (draw_scope_event(row, self.range, self._date_cells, self.body_width),)

    def remark(self) -> str:
        """The range that the extents are drawn on."""
        first, last = from_ordinal(self.range.start), from_ordinal(self.range.end - 1)
        return f" · drawn {first.iso()} to {last.iso()}" if self._whole.end > 1 else ""

    def action_move_range(self, share: float) -> None:
        """Draw extents on an earlier or a later range."""
        self._set_range(self.range.moved(share))

    def action_zoom_range(self, factor: float) -> None:
        """Draw extents on a longer or a shorter range; the row under the cursor stays in it."""
        row = self.current
        day = self.range.day_of(date_of(row.date)) if row else None
        self._set_range(self.range.zoomed(factor, day))

    def action_show_whole_range(self) -> None:
        """Draw extents on all the years of the library."""
        self._set_range(self._whole)

    def _set_range(self, span: Range) -> None:
        self.range, self._moved = span, True
        self.redraw()
