"""The timeline of a brief."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.queries.facets import event_facets
from sahel_tui.queries.timeline import Range, busy_range, whole_range
from sahel_tui.queries.views import Claim, EventView
from sahel_tui.render.timeline import draw_event
from sahel_tui.tui.bindings import TIMELINE_BINDINGS
from sahel_tui.tui.messages import ItemHighlighted
from sahel_tui.tui.widgets.timeline.timeline_list import TimelineList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from sahel_tui.model.dates import Edtf
    from sahel_tui.render.line import Line


class EventList(TimelineList[EventView]):
    """Events in the order of their dates, with the extent of each date on one range of days."""

    BINDINGS: ClassVar[list[BindingType]] = TIMELINE_BINDINGS
    _dates: Sequence[str] = ()

    def set_rows(self, rows: Sequence[EventView]) -> None:
        """Show other events, over the years in which most of them lie."""
        if rows is not self.rows:
            self.range = busy_range(rows)
            self.date_cells = max((len(row.date.label) for row in rows), default=0)
            self._dates = [row.date.text for row in rows]
            self._by_actor = None
        super().set_rows(rows)

    @property
    def dates(self) -> Sequence[str]:
        """Of all rows by their EDTF."""
        return self._dates

    def dated(self, index: int) -> tuple[Edtf, str]:
        """The date and the tense of a row of all."""
        return self.rows[index].date, self.rows[index].tense

    def title_of(self, index: int) -> str:
        """What a row of all says."""
        return self.rows[index].title

    @property
    def whole(self) -> Range:
        """From the first to the last day that any date names."""
        return whole_range(self.rows)

    def claim(self, row: EventView) -> Claim:
        """The event itself."""
        return Claim("event", row.id)

    def texts(self, row: EventView) -> Sequence[str]:
        """The date as shown and as written, and all that is said of it."""
        return event_facets(row).fields

    def draw_row(self, row: EventView, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        return (draw_event(row, self.range, self.date_cells, self.row_width),)

    # What it follows ------------------------------------------------------------------------------

    _own = ""
    """How many events are those of the actor that is selected, in words."""
    _by_actor: dict[str, list[int]] | None = None

    def rows_of_actor(self, actor: str) -> Sequence[int]:
        """Those that an actor has a part in."""
        if self._by_actor is None:
            self._by_actor = {}
            for index, row in enumerate(self.rows):
                for one in dict.fromkeys(part.id for part in row.actors):
                    self._by_actor.setdefault(one, []).append(index)
        return self._by_actor.get(actor, ())

    def set_own(self, actor: str) -> None:
        """The heading says how many events are those of an actor; of none where it is empty."""
        rows, own = self.rows_of_actor(actor), ""
        if actor:
            parts = self.rows[rows[0]].actors if rows else ()
            name = next((part.name for part in parts if part.id == actor), actor)
            own = f" · {len(rows):,} of {name}"
        if own != self._own:
            self._own = own
            self.redraw_heading()

    def go_near(self, claims: Sequence[Claim]) -> None:
        """Put the cursor on the nearest of some events; where a filter hides all, it stays."""
        here = self.current_place or 0
        rows = (row for claim in claims if (row := self.find_claim(claim)) is not None)
        places = ((bisect_left(self.shown, row), row) for row in rows)
        there = [at for at, row in places if at < len(self.shown) and self.shown[at] == row]
        if there:
            self.move_to(self.item_of(min(there, key=lambda at: (abs(at - here), at))))

    def remark(self) -> str:
        """How many are the selected actor's, and the range."""
        return self._own + super().remark()

    # What is shown --------------------------------------------------------------------------------

    _is_counted = False
    """Whether rows are counted as soon as they are shown: not before the first screen stands."""

    def _apply(self) -> None:
        found = self._find(self.filter_text)
        self.shown = range(len(self.rows)) if found is None else found
        if self.around or self.within:
            from sahel_tui.queries.chronology.limits import Limits

            self.shown = Limits(self.limits).through(self.shown, self._dates)
        self.refold()
        self._match()
        self.renew()

    def limit(self) -> None:
        """Show the rows that the limits let through; the cursor stays on its row, where it can."""
        self._keep_anchor()
        self._apply()
        self._go_to_anchor()
        self.top = (0, 0)
        self.redraw()
        if self.count():
            self.reveal()
        self.post_message(ItemHighlighted(self))

    def renew(self) -> None:
        """Count the rows that are shown, and put them into lanes."""
        self.survey = self.laid = None
        if self._is_counted:
            self._count()
        self.lay()

    def _count(self) -> None:
        from sahel_tui.queries.chronology.survey import survey

        self.survey = survey([self._dates[row] for row in self.shown])

    def lay(self) -> None:
        """Put them into lanes, where lanes are wanted."""
        if self.by is not None:
            from sahel_tui.queries.chronology.lanes import laid_views, lanes

            self.laid = lanes([self.rows[row] for row in self.shown], self.by, laid_views(self.by))
            self.refold()

    def prepare(self) -> Iterator[None]:
        """Count the rows; make ready for a search."""
        if not self._is_counted:
            self._is_counted = True
            in_sight = self.cursor_place in self.frame
            self._count()  # lanes stay as they are, with those that are open
            self.redraw()
            if in_sight:
                self.reveal()  # times without events have lines now
            yield
        yield from super().prepare()

    def filtered_words(self) -> str:
        """What is hidden, and why; empty where nothing is filtered."""
        said = self.filtered_by
        return f"{self.hides} {self.hidden:,} of {len(self.rows):,}: {said}" if said else ""
