"""A pane of claims: rows that can be searched, filtered and followed to their passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from sahel_tui.queries.matching import Haystack, find_spans, read_query
from sahel_tui.render.line import Line
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
        """Items that the search found."""
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
            self.cursor = bisect_left(self.shown, index)

    @property
    def hidden(self) -> int:
        """How many rows the filter hides."""
        return len(self.rows) - len(self.shown)

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.shown[self.cursor]] if self.cursor < len(self.shown) else None

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
        self.move_to(bisect_left(self.shown, index))
        return lifted

    def move_to(self, item: int, *, at_top: bool = False) -> None:
        """Put the cursor on an item and bring it into view."""
        self._anchor = None
        super().move_to(item, at_top=at_top)

    # Search and filter ------------------------------------------------------------------------

    def filter_rows(self, text: str) -> None:
        """Hide the rows that don't match; the cursor stays on its row where it can."""
        if self._anchor is None:
            self._anchor = self.shown[self.cursor] if self.cursor < len(self.shown) else 0
        self.filter_text = text
        self._apply()
        self.cursor = max(0, min(len(self.shown) - 1, bisect_left(self.shown, self._anchor)))
        self.top = (0, 0)
        self.show_others()

    def search_rows(self, text: str, start: int) -> None:
        """Mark the rows that match and go to the first one at or after the item `start`."""
        self.search_text = text
        self._match()
        self.redraw()
        if self.matches:
            after = bisect_left(self.matches, start)
            self.move_to(self.matches[after % len(self.matches)])

    def next_match(self, step: int) -> None:
        """Go to the next or previous match, around the end."""
        if not self.matches:
            return
        if step > 0:
            index = bisect_right(self.matches, self.cursor)
        else:
            index = bisect_left(self.matches, self.cursor) - 1
        self.move_to(self.matches[index % len(self.matches)])

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
        row = self.rows[self.shown[item]]
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
        if self.filter_text:
            hides = f"& hides {self.hidden:,} of {len(self.rows):,}"
            line.add(f"{hides}: {quoted(self.filter_text)} · ")
        if self.search_text:
            line.add(f"/ {self._match_words()}: {quoted(self.search_text)} · ")
        return line.add(self.summary()).add(self.remark())

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
        index = bisect_right(self.matches, self.cursor)
        place = f"{index:,} of " if index and self.matches[index - 1] == self.cursor else ""
        number = len(self.matches)
        return f"{place}{number:,} match{'' if number == 1 else 'es'}"
