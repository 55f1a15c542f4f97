"""A pane of the library: rows that are read by pages, searched and filtered by a thread."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from sahel_tui.errors import SahelError
from sahel_tui.queries.library.listing import Held, Listing, Place
from sahel_tui.queries.matching import read_query
from sahel_tui.render.line import Line
from sahel_tui.render.words import quoted
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.messages import ItemHighlighted
from sahel_tui.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.binding import BindingType

    from sahel_tui.queries.library.listing import Source
    from sahel_tui.queries.views import Claim

Row = TypeVar("Row")

_NOTHING: Held[Any] = Held((), lambda _: Place("", "", ""))
_MANY = 1000
"""How many are told as `1,000+` until they have been counted."""


class ScopeList(ClaimList[Row]):
    """Rows of all briefs. Whatever takes long is done by its screen, which adds what it finds."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("library.open", "choose_item")]
    SCOPE: ClassVar[str] = "library"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.listing: Listing[Row] = Listing(_NOTHING)
        self.asked = 0
        """The number of the last question, whose answers alone are taken."""
        self.looked = 0
        """Rows that search and filter have looked at."""
        self.wanted: Place | None = None
        """The row that the cursor goes to once it is there, unless it is moved before."""
        self.trouble = ""
        """Why rows can't be read."""
        self.is_unasked = True
        """Whether nobody has asked for rows yet."""
        self.looking = 0
        """The number of the question that a thread looks for an answer to."""
        self._fresh = False
        """Whether what is shown answers an earlier question."""

    # What a kind of row gives ---------------------------------------------------------------------

    def place(self, row: Row) -> Place:
        """Where a row is."""
        raise NotImplementedError

    def words(self, row: Row) -> str:
        """All that is said of a row."""
        raise NotImplementedError

    # Rows -----------------------------------------------------------------------------------------

    def set_source(self, source: Source[Row], wanted: Place | None = None) -> None:
        """Show the rows of another source, which come by and by; search and filter stay."""
        self.listing, self.is_unasked = Listing(source), False
        self.rows = self.listing
        self.shown, self.matches = (), ()
        self.cursor, self.top, self.wanted = 0, (0, 0), wanted
        self.trouble = ""
        self.ask()
        self.redraw()

    def forget(self) -> None:
        """Show nothing until rows are asked for; they will be others than those that were shown."""
        row = self.current
        wanted = self.wanted or (None if row is None else self.place(row))
        self.set_source(_NOTHING, wanted)
        self.is_unasked = True

    def ask(self) -> None:
        """Search and filter from the beginning; what is shown stays until there is an answer."""
        self.asked += 1
        self.looked = 0
        self._fresh = True

    @property
    def looks(self) -> bool:
        """Whether rows have to be looked at for what is searched or filtered."""
        return self._filters or read_query(self.search_text) is not None

    @property
    def _filters(self) -> bool:
        return read_query(self.filter_text) is not None

    def add(self, numbers: Iterable[int], *, complete: bool = False) -> None:
        """There are more rows."""
        before = self.count()
        self.listing.extend(numbers)
        self.listing.complete = complete
        if not self._filters:
            self._show_all()
        self._redraw_from(before)

    def _show_all(self) -> None:
        self.shown = range(len(self.listing))
        if not self.looks:
            self.matches, self.looked, self._fresh = (), len(self.listing), False

    def _redraw_from(self, item: int) -> None:
        """Rows from an item on are new."""
        if item <= self.top[0] + self.page_height:
            self.redraw()
        else:
            self.redraw_heading()

    def found(self, asked: int, looked: int, shown: Sequence[int], matches: Sequence[int]) -> None:
        """Of the rows up to `looked`, these are shown, and of all that are shown, these match."""
        if asked != self.asked:
            return
        before = self.count()
        if self._fresh:
            before, self._fresh, self.matches = 0, False, array("I")
            if self._filters:
                self.shown = array("I")
        if isinstance(self.shown, array):
            self.shown.extend(shown)
        if isinstance(self.matches, array):
            self.matches.extend(matches)
        self.looked = looked
        self._redraw_from(before)
        self._put_cursor()

    def _put_cursor(self) -> None:
        """On its row, or on the first match, once that is there."""
        anchor, self.cursor = self._anchor, min(self.cursor, max(0, self.count() - 1))
        if anchor is not None and self.looked > anchor:
            super(ClaimList, self).move_to(self.item_of(bisect_left(self.shown, anchor)))
        if self._sought is not None and self.matches:
            at = bisect_left(self.matches, self._sought)
            if at < len(self.matches) or self.all_looked:
                self._sought = None
                self.move_to(self.item_of(self.matches[at % len(self.matches)]))
        self.post_message(ItemHighlighted(self))

    _sought: int | None = None
    """The place from which on the first match is gone to."""

    def go_to(self, row: int) -> None:
        """Put the cursor on a row of all, if it is shown."""
        self.wanted = None
        place = bisect_left(self.shown, row)
        if place < len(self.shown) and self.shown[place] == row:
            self.move_to(self.item_of(place))

    def move_to(self, item: int, *, at_top: bool = False) -> None:
        """The cursor is moved: nothing else moves it now."""
        self.wanted = self._sought = None
        super().move_to(item, at_top=at_top)

    @property
    def all_looked(self) -> bool:
        """Whether every row has been looked at."""
        return self.listing.complete and self.looked >= len(self.listing)

    @property
    def current(self) -> Row | None:
        """The row under the cursor; None where it can't be read."""
        place = self.current_place
        return None if place is None else self.row_at(self.shown[place])

    def row_at(self, index: int) -> Row | None:
        """A row of all; None where it can't be read, which the heading tells."""
        try:
            return self.listing[index]
        except SahelError as error:
            self.trouble = str(error)
            return None

    # Search and filter ----------------------------------------------------------------------------

    def filter_rows(self, text: str) -> None:
        """Hide the rows that don't match: the screen looks for them."""
        self._keep_anchor()
        self.filter_text = text
        self._begin()

    def search_rows(self, text: str, start: int) -> None:
        """Mark the rows that match, and go to the first at or after the item `start`."""
        self.search_text = text
        self._sought = (self.place_of(start) or 0) if read_query(text) is not None else None
        self._begin()

    def _begin(self) -> None:
        self.ask()
        if not self._filters:
            anchor, self._anchor = self._anchor, None
            self._show_all()
            if anchor is not None:
                super(ClaimList, self).move_to(self.item_of(anchor))
            self.post_message(ItemHighlighted(self))
        self.redraw()

    def find_claim(self, claim: Claim) -> int | None:
        """Rows are found by their places, in a thread."""
        del claim
        return None

    def prepare(self) -> Iterator[None]:
        """Nothing: rows are read when they are looked at."""
        yield from ()

    # Drawing --------------------------------------------------------------------------------------

    def draw(self, item: int, line: int) -> Line:
        """One line of a row, or that it can't be read."""
        try:
            return super().draw(item, line)
        except SahelError as error:
            return Line(f"! {error}")

    def heading(self) -> Line:
        """Number, title, scope, and what search and filter do."""
        key = shown_key(self.app, f"pane.{self.id}")
        line = Line(f" {key} {self.TITLE} · {self.SCOPE}  ")
        if filtered := self.filtered_words():
            line.add(f"{filtered} · ")
        if self.search_text:
            looked = "" if self.all_looked else " so far"
            line.add(f"/ {self._match_words()}{looked}: {quoted(self.search_text)} · ")
        return line.add(self.trouble or self.summary()).add(self.remark())

    def filtered_words(self) -> str:
        """What is hidden, and why; empty where nothing is filtered."""
        typed = quoted(self.filter_text)
        if not self.filter_text:
            return ""
        if self._fresh:
            return f"& looking: {typed}"
        if self.all_looked:
            return f"& hides {self.hidden:,} of {len(self.listing):,}: {typed}"
        return f"& looked at {self.looked:,} of {self.total}: {typed}"

    @property
    def total(self) -> str:
        """How many rows there are; `1,000+` until they have been counted."""
        if self.listing.complete or len(self.listing) < _MANY:
            return f"{len(self.listing):,}{'' if self.listing.complete else '+'}"
        return f"{_MANY:,}+"

    def summary(self) -> str:
        """Where the cursor is among how many."""
        plural = f"{self.NOUN}s"
        if not self.count():
            if not self.all_looked:
                return f"looking for {plural}"
            return f"no {self.NOUN} shown" if self.hidden else f"no {self.NOUN}"
        if self._filters:
            number = f"{len(self.shown):,}{'' if self.all_looked else '+'}"
        else:
            number = self.total
        here = (self.current_place or 0) + 1
        return f"{here:,} of {number} {self.NOUN if number == '1' else plural}"
