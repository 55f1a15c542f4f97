"""The briefs of a library as rows."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.errors import SahelError
from sahel_tui.queries.catalogue import Arranged, Catalogue, Held
from sahel_tui.queries.matching import find_spans
from sahel_tui.render.catalogue import draw_entry
from sahel_tui.render.line import Line
from sahel_tui.render.words import counted
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from textual.binding import BindingType

    from sahel_tui.queries.catalogue import Entry

_DIRECTIONS = {
    "date": "date, the newest first",
    "title": "title",
    "publisher": "publisher",
    "marking": "marking, the highest first",
    "findings": "findings, the most first",
}


class BriefList(ItemList):
    """One line for each brief that the filter lets through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("briefs.open", "choose_item"),
        bound("briefs.sort", "screen.sort_next"),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.catalogue = Catalogue(Held())
        self.arranged = Arranged("date", "", (), 0)
        self.remark = ""
        """What the heading says first: how far reading has come, what is hidden."""
        self._here = ""
        self._on = ""
        """The brief that the cursor is to be on, though a filter may hide it for now."""

    def set_here(self, path: str) -> None:
        """Begin on the brief that is shown now."""
        self._here = self._on = path

    def show_arranged(self, catalogue: Catalogue, arranged: Arranged) -> None:
        """Show briefs; the cursor stays on its brief where it can."""
        before = self.arranged
        same = (before.sort, before.query) == (arranged.sort, arranged.query)
        self.catalogue, self.arranged = catalogue, arranged
        here = self._here_now()
        if same and len(before.shown):
            self.stay_on(self.cursor if here is None else here)
        else:
            self.cursor, self.top = here or 0, (0, 0)
        self.show_others()

    def _here_now(self) -> int | None:
        """Where the brief is that the cursor is to be on."""
        with suppress(SahelError, ValueError):  # its file cannot be read, or it is hidden
            at = self.catalogue.entries.place_of(self._on)
            return None if at is None else self.arranged.shown.index(at)
        return None

    @property
    def current(self) -> Entry | None:
        """The brief under the cursor."""
        shown = self.arranged.shown
        with suppress(SahelError):  # its row says why
            return self.catalogue.entries[shown[self.cursor]] if self.cursor < len(shown) else None
        return None

    def move_to(self, item: int, *, at_top: bool = False) -> None:
        """Put the cursor on an item; from now on it stays there."""
        super().move_to(item, at_top=at_top)
        if self.current is not None:
            self._on = self.current.path

    def count(self) -> int:
        """How many briefs are shown."""
        return len(self.arranged.shown)

    def draw(self, item: int, line: int) -> Line:
        """A brief, what is filtered by marked."""
        del line
        try:
            entry = self.catalogue.entries[self.arranged.shown[item]]
        except SahelError as error:
            return Line(f"! {error}")
        drawn = draw_entry(entry, self.body_width, here=entry.path == self._here)
        for word in (*self.arranged.query.split(), *self.arranged.near):
            drawn.mark(lambda text, word=word: find_spans(text, word.casefold()))  # type: ignore[misc]
        return drawn

    def heading(self) -> Line:
        """Where the cursor is among how many, and what they are sorted by."""
        line = Line(" ")
        if self.remark:
            line.add(f"{self.remark} · ")
        if self.count():
            line.add(f"{self.cursor + 1:,} of {counted(self.count(), 'brief')}")
        else:
            line.add("no brief shown" if self.arranged.hidden else "no brief")
        return line.add(f" · by {_DIRECTIONS[self.arranged.sort]}")
