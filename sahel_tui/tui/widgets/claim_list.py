"""A pane of claims: rows that can be searched, filtered and followed to their passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.segment import Segment

from sahel_tui.queries.matching import Haystack, find_spans, read_query
from sahel_tui.render.line import Line
from sahel_tui.render.styles import BAR, CURSOR
from sahel_tui.render.words import counted, quoted
from sahel_tui.tui.keymap import shown_key
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.queries.views import Claim

Row = TypeVar("Row")

_SLICE = 100
"""Rows whose texts are gathered between two chances to do something else."""


class ClaimList(ItemList, Generic[Row]):
    """Rows of one kind. Items are the rows that the filter lets through."""

    TITLE: ClassVar[str]
    NOUN: ClassVar[str]
    SCOPE: ClassVar[str] = "this brief"
    """Of what the rows are."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.shown: Sequence[int] = ()
        """Indices of the rows that are not hidden."""
        self.filter_text = ""
        self.search_text = ""
        self.matches: Sequence[int] = ()
        """Places of the shown rows that the search found."""
        self.marked: frozenset[Claim] = frozenset()
        """Claims that have a `*` in the margin."""
        self._haystack: Haystack | None = None
        self._places: dict[Claim, int] = {}
        """The index of each claim's row; filled when it is first asked for."""
        self._anchor: int | None = None
        """The row that the cursor was on before filtering; None once it was moved by hand."""

    # What a kind of claim gives ---------------------------------------------------------------

    def claim(self, row: Row) -> Claim:
        """Which claim a row is."""
        raise NotImplementedError

    def texts(self, row: Row) -> Sequence[str]:
        """Every visible field of a row: what search and filter look at."""
        raise NotImplementedError

    def draw_row(self, row: Row, *, current: bool) -> Sequence[Line]:
        """A row's lines at this width."""
        raise NotImplementedError

    # Rows -------------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; a search and a filter stay."""
        self.rows = rows
        self._haystack = None
        self._places = {}
        self._apply()
        self.cursor = 0
        self.top = (0, 0)
        self.redraw()

    def put_back(self, row: Claim | None, filter_text: str, search_text: str) -> None:
        """Be as it was left, before anything is drawn; at the top where the row is gone."""
        self.filter_text, self.search_text = filter_text, search_text
        self.set_rows(self.rows)
        index = None if row is None else self.find_claim(row)
        if index is not None and index in self.shown:
            self.cursor = self.item_of(bisect_left(self.shown, index))

    @property
    def hidden(self) -> int:
        """How many rows the filter hides."""
        return len(self.rows) - len(self.shown)

    def item_of(self, place: int) -> int:
        """The item of a row by its place among those that are shown."""
        return place

    def place_of(self, item: int) -> int | None:
        """The place among the shown rows of what an item shows; None where that is no row."""
        return item if item < len(self.shown) else None

    def margin_cell(self, item: int, line: int) -> Segment:
        """The cursor, and whether the row is marked: under the cursor a mark is reversed."""
        cell = super().margin_cell(item, line)
        if not self.marked or line:
            return cell
        place = self.place_of(item)
        if place is None or self.claim(self.rows[self.shown[place]]) not in self.marked:
            return cell
        return Segment("*", CURSOR if cell.text == " " else CURSOR + BAR)

    @property
    def lack(self) -> str:
        """Why there is no claim under the cursor, where others may think that there is one."""
        return "no row left by the filter" if self.hidden and not self.count() else ""

    @property
    def where(self) -> str:
        """Where the cursor is, in figures."""
        return f"{self.cursor + 1 if self.count() else 0:,}/{self.count():,}"

    @property
    def current_place(self) -> int | None:
        """The place of the row under the cursor."""
        return self.place_of(self.cursor)

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        place = self.current_place
        return None if place is None else self.rows[self.shown[place]]

    @property
    def current_claim(self) -> Claim | None:
        """The claim under the cursor."""
        row = self.current
        return None if row is None else self.claim(row)

    def find_claim(self, claim: Claim) -> int | None:
        """The index of a claim's row, hidden or not."""
        if not self._places:
            self._places = {self.claim(row): index for index, row in enumerate(self.rows)}
        return self._places.get(claim)

    def show_claim(self, claim: Claim) -> bool:
        """Put the cursor on a claim; whether a filter had to be lifted for it."""
        index = self.find_claim(claim)
        if index is None:
            return False
        lifted = index not in self.shown
        if lifted:
            self.filter_rows("")
        self.move_to(self.item_of(bisect_left(self.shown, index)))
        return lifted

    def move_to(self, item: int, *, at_top: bool = False) -> None:
        """Put the cursor on an item and bring it into view."""
        self._anchor = None
        super().move_to(item, at_top=at_top)

    # Search and filter ------------------------------------------------------------------------

    def filter_rows(self, text: str) -> None:
        """Hide the rows that don't match; the cursor stays on its row where it can."""
        self._keep_anchor()
        self.filter_text = text
        self._apply()
        self._go_to_anchor()

    def _keep_anchor(self) -> None:
        """Remember the row under the cursor, which may be hidden now."""
        if self._anchor is None:
            place = self.current_place
            self._anchor = 0 if place is None else self.shown[place]

    def _go_to_anchor(self) -> None:
        """Put the cursor back on its row, or on the one that follows."""
        place = max(0, min(len(self.shown) - 1, bisect_left(self.shown, self._anchor or 0)))
        self.cursor = self.item_of(place) if self.shown else 0
        self.top = (0, 0)
        self.show_others()

    def search_rows(self, text: str, start: int) -> None:
        """Mark the rows that match and go to the first one at or after the item `start`."""
        self.search_text = text
        self._match()
        self.redraw()
        if self.matches:
            after = bisect_left(self.matches, self.place_of(start) or 0)
            self.move_to(self.item_of(self.matches[after % len(self.matches)]))

    def next_match(self, step: int) -> None:
        """Go to the next or previous match, around the end."""
        if not self.matches:
            return
        here = self.current_place or 0
        index = (
            bisect_right(self.matches, here) if step > 0 else bisect_left(self.matches, here) - 1
        )
        self.move_to(self.item_of(self.matches[index % len(self.matches)]))

    def _apply(self) -> None:
        found = self._find(self.filter_text)
        self.shown = range(len(self.rows)) if found is None else found
        self._match()

    def _match(self) -> None:
        found = self._find(self.search_text)
        held = set(found or ())
        self.matches = [item for item, row in enumerate(self.shown) if row in held]

    def _find(self, query: str) -> Sequence[int] | None:
        """The rows that hold a query; None where there is nothing to look for."""
        if read_query(query) is None:
            return None
        if self._haystack is None:
            self._haystack = Haystack(self.texts(row) for row in self.rows)
        return self._haystack.matching(query)

    def prepare(self) -> Iterator[None]:
        """Make ready for a search, slice by slice."""
        rows, texts = self.rows, []
        for number, row in enumerate(rows, 1):
            texts.append(self.texts(row))
            if number % _SLICE == 0:
                yield
        haystack = Haystack(texts)
        yield from haystack.prepare()
        if self._haystack is None and self.rows is rows:
            self._haystack = haystack

    # Drawing ----------------------------------------------------------------------------------

    def count(self) -> int:
        """How many rows are shown."""
        return len(self.shown)

    def draw(self, item: int, line: int) -> Line:
        """One line of a row, its matches marked."""
        place = self.place_of(item)
        row = self.rows[self.shown[item if place is None else place]]
        drawn = self.draw_row(row, current=item == self.cursor)[line]
        if self.search_text:
            drawn.mark(lambda text: find_spans(text, self.search_text))
        return drawn

    def drawn_from(self, item: int, line: int) -> tuple[object, ...]:
        """The row under the cursor may tell more."""
        return (item, line, item == self.cursor)

    def heading(self) -> Line:
        """Number, title, position, and what search and filter do."""
        key = shown_key(self.app, f"pane.{self.id}")
        line = Line().add(f" {key} {self.TITLE} · {self.SCOPE}  ")
        if filtered := self.filtered_words():
            line.add(f"{filtered} · ")
        if self.search_text:
            line.add(f"/ {self._match_words()}: {quoted(self.search_text)} · ")
        return line.add(self.summary()).add(self.remark())

    def filtered_words(self) -> str:
        """What is hidden, and why; empty where nothing is filtered."""
        if not self.filter_text:
            return ""
        return f"& hides {self.hidden:,} of {len(self.rows):,}: {quoted(self.filter_text)}"

    def summary(self) -> str:
        """Where the cursor is among how many."""
        if not self.count():
            return f"no {self.NOUN}" if not self.hidden else f"no {self.NOUN} shown"
        return f"{self.cursor + 1:,} of {counted(self.count(), self.NOUN)}"

    def remark(self) -> str:
        """What else the heading says, last."""
        return ""

    def _match_words(self) -> str:
        if not self.matches:
            return "no match"
        here = self.current_place
        index = 0 if here is None else bisect_right(self.matches, here)
        place = f"{index:,} of " if index and self.matches[index - 1] == here else ""
        number = len(self.matches)
        return f"{place}{number:,} match{'' if number == 1 else 'es'}"
