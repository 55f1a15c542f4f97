"""The timeline of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.errors import SahelError
from sahel_tui.queries.chronology.dated import Coded
from sahel_tui.queries.chronology.limits import Limits
from sahel_tui.queries.chronology.retold import Retold
from sahel_tui.queries.chronology.told import Told, alone
from sahel_tui.queries.library.listing import Listing
from sahel_tui.queries.library.scope import date_of, event_fields, place_of
from sahel_tui.queries.views import Claim
from sahel_tui.render.chronology.told import draw_telling, draw_told, told_words
from sahel_tui.render.line import Line
from sahel_tui.tui.bindings import TIMELINE_BINDINGS
from sahel_tui.tui.messages import ItemHighlighted, TimelineAsked
from sahel_tui.tui.widgets.scope_list import ScopeList
from sahel_tui.tui.widgets.timeline.timeline_list import TimelineList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from sahel_tui.model.dates import Edtf
    from sahel_tui.queries.chronology.dated import Dated
    from sahel_tui.queries.chronology.lanes import By, Lanes
    from sahel_tui.queries.chronology.survey import Survey
    from sahel_tui.queries.library.listing import Place, Source
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.queries.timeline import Range

_READING = "The dates are still being read."
_USUAL_DATE = 14
"""Cells of a date until the dates are known."""


class ScopeEvents(TimelineList[Told], ScopeList[Told]):
    """The events of all briefs in the order of their dates, each once."""

    BINDINGS: ClassVar[list[BindingType]] = TIMELINE_BINDINGS
    LANES: ClassVar[tuple[By, ...]] = ("actor", "place", "brief", "type")

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.date_cells = _USUAL_DATE
        self.all_dated: Dated | None = None
        """What is told of all events without reading a row; None until it is known."""
        self.asked_about = 0
        """The number of the last question about the rows that are shown."""
        self.all_survey: Survey | None = None
        """The same of when they are."""
        self.compared = 0
        """Of how many rows it is known by now which tellings are of one event."""
        self.unjoined = ""
        """Why it will not be known of all."""
        self._moved = False
        """Whether the range was chosen by hand."""

    def set_source(self, source: Source[Told], wanted: Place | None = None) -> None:
        """Show the rows of another source: nothing is known of them."""
        self.all_dated = self.all_survey = None
        self.unjoined = ""
        self.survey = self.laid = None
        self.asked_about += 1
        self.refold()
        super().set_source(source, wanted)

    def set_ranges(self, busy: Range, date_cells: int) -> None:
        """What extents are drawn on, unless it was chosen by hand."""
        self.date_cells = date_cells
        if not self._moved:
            self.range = busy
        self.redraw()

    def set_range(self, span: Range) -> None:
        """Draw extents on other days."""
        self._moved = True
        super().set_range(span)

    def set_dated(self, found: Dated, survey: Survey) -> None:
        """What is told of all events; where tellings were joined the rows are others, and fewer."""
        source = self.listing.source
        self.all_dated, self.all_survey, self.compared = found, survey, 0
        if not isinstance(source, Retold) or not found.joined:
            self._keep_numbers_once()
            return
        place = self.current_place
        here = None if place is None else self.listing.numbers[self.shown[place]]
        joined = Retold(source.source, source.identities, found.tellings)
        self.listing = Listing(joined)
        self.listing.extend(found.numbers)
        self.listing.complete = True
        self.rows = self.listing
        self._keep_numbers_once()
        self._anchor = (
            None if here is None else self.listing.numbers.index(found.tellings.head(here))
        )
        self._begin()

    def _keep_numbers_once(self) -> None:
        """Those of a million events are four megabytes."""
        if self.all_dated is not None and self.all_dated.numbers == self.listing.numbers:
            self.all_dated = self.all_dated._replace(numbers=self.listing.numbers)

    # Rows -----------------------------------------------------------------------------------------

    @property
    def dates(self) -> Sequence[str]:
        """Of all rows by their EDTF; none until they are known."""
        return self.all_dated.dates if self.all_dated else ()

    def dated(self, index: int) -> tuple[Edtf, str]:
        """The date and the tense of a row of all."""
        if self.all_dated:
            return date_of(self.all_dated.dates[index]), self.all_dated.tenses[index]
        row = self.row_at(index)
        return (date_of(row.row.date), row.row.tense) if row else (date_of("0001"), "past")

    @property
    def known_survey(self) -> Survey | None:
        """What is told of the rows that are shown, if that is known."""
        everything = len(self.shown) == len(self.listing)
        return self.survey or (self.all_survey if everything else None)

    def first_from(self, day: int) -> int | None:
        """Each day of a long list is looked at once."""
        if self.survey and isinstance(starts := self.survey.starts, Coded):
            return starts.first(lambda start: start >= day)
        return super().first_from(day)

    def title_of(self, index: int) -> str:
        """What a row of all says."""
        row = self.row_at(index)
        return row.row.title if row else ""

    @property
    def current(self) -> Told | None:
        """The event under the cursor; of a telling that one alone."""
        row, telling = super().current, self.telling_of(self.cursor) if self.count() else None
        return row if row is None or telling is None else alone(row.tellings[telling])

    def claim(self, row: Told) -> Claim:
        """The telling that stands for the event."""
        return Claim("event", row.row.id)

    def place(self, row: Told) -> Place:
        """In its brief."""
        return place_of(row.row)

    def texts(self, row: Told) -> Sequence[str]:
        """All that is shown of it in any telling."""
        return tuple(word for one in row.tellings for word in event_fields(one))

    def words(self, row: Told) -> str:
        """All that is said of it."""
        return told_words(row)

    # What is shown --------------------------------------------------------------------------------

    @property
    def _filters(self) -> bool:
        return super()._filters or bool(self.around or self.within)

    def lets(self) -> Callable[[int], bool] | None:
        """Which rows of all the limits let through; None where there are none, or no dates yet."""
        if self.all_dated is None or not (self.around or self.within):
            return None
        limits, dates = Limits(self.limits), self.all_dated.dates
        return lambda row: limits.lets(dates[row])

    def limit(self) -> None:
        """Have the rows looked for that the limits let through."""
        if self.all_dated is None:
            self.around, self.within = None, ""
            words = f"The dates are not known: {self.unjoined}." if self.unjoined else _READING
            self.screen.say(words)  # type: ignore[attr-defined]
            return
        self._keep_anchor()
        self._begin()

    def _begin(self) -> None:
        self.forget_counts()
        super()._begin()
        self.renew()

    def forget_counts(self) -> None:
        """Other rows are shown: what was told of those before is wrong."""
        self.survey = self.laid = None
        self.asked_about += 1
        self.refold()

    def found(self, asked: int, looked: int, shown: Sequence[int], matches: Sequence[int]) -> None:
        """Of the rows up to `looked`, these are shown, and of all that are shown, these match."""
        if asked == self.asked:
            self.forget_counts()
        super().found(asked, looked, shown, matches)

    def renew(self) -> None:
        """Have the screen count the rows that are shown, and put them into lanes."""
        self.post_message(TimelineAsked(self))

    lay = renew

    def set_counts(self, asked: int, survey: Survey | None, laid: Lanes | None) -> None:
        """What is told of the rows that are shown."""
        if asked != self.asked_about:
            return
        place = self.current_place
        self.survey = survey or self.survey
        if laid is not None and laid is not self.laid:
            self.laid = laid
            self.refold()
            self.cursor, self.top = 0, (0, 0)
        elif place is not None and self.laid is None:
            self.cursor = self.item_of(place)
        self.redraw()
        if self.count():
            self.reveal()
        self.post_message(ItemHighlighted(self))

    def tellings_of(self, place: int) -> int:
        """How many tellings an event opens into; 0 where it has one alone."""
        number = self.listing.numbers[self.shown[place]]
        return len(self.all_dated.tellings.get(number, ())) if self.all_dated else 0

    # Drawing --------------------------------------------------------------------------------------

    def draw(self, item: int, line: int) -> Line:
        """One line of an item, or that it can't be read."""
        try:
            return super().draw(item, line)
        except SahelError as error:
            return Line(f"! {error}")

    def draw_row(self, row: Told, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        return (draw_told(row, self.range, self.date_cells, self.row_width),)

    def draw_telling(self, place: int, telling: int) -> Line:
        """One of the tellings of an event."""
        row: EventRow = self.listing[self.shown[place]].tellings[telling]
        return draw_telling(row, self.range, self.date_cells, self.row_width)

    def filtered_words(self) -> str:
        """What is hidden, and why; empty where nothing is filtered."""
        said = self.filtered_by
        if not said:
            return ""
        if self._fresh:
            return f"looking: {said}"
        if self.all_looked:
            return f"{self.hides} {self.hidden:,} of {len(self.listing):,}: {said}"
        return f"looked at {self.looked:,} of {self.total}: {said}"

    def remark(self) -> str:
        """How far tellings have been joined, and the range."""
        found = self.all_dated
        if self.unjoined:
            return f" · tellings not joined: {self.unjoined}{super().remark()}"
        if found is None:
            return ""
        tellings = found.tellings.number - len(found.tellings)
        joins = f" ({len(found.numbers) + tellings:,} tellings)" if tellings else ""
        if not found.joined:
            joins = f" · joining tellings {100 * self.compared // max(1, len(found.numbers))}%"
        return f"{joins}{super().remark()}"
