"""The list of all briefs, over the one that is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.worker import get_current_worker

from sahel_tui.model.markings import highest
from sahel_tui.queries.catalogue import SORTS, Catalogue, Held
from sahel_tui.render.catalogue import entry_words
from sahel_tui.render.words import counted
from sahel_tui.tui.copies_elsewhere import Asked, There
from sahel_tui.tui.gathering import AT_ONCE, Gathering
from sahel_tui.tui.landing import Landing, OpenBrief
from sahel_tui.tui.screens.across import AcrossScreen
from sahel_tui.tui.widgets.brief_list import BriefList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widget import Widget

    from sahel_tui.queries.catalogue import Arranged
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.messages import ItemChosen

_MUCH = 1.2
"""The growth of the library from which on its list is made anew."""


class BriefsScreen(AcrossScreen):
    """Briefs by title, date, publisher, marking and findings; one of them is opened from here."""

    ASKED_BY: ClassVar[str] = "open_briefs"

    def __init__(
        self, shelf: Shelf, known: Sequence[Path], here: str, marking_order: Sequence[str]
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._gathering = Gathering(shelf, known)
        self._here = here
        self._marking_order = marking_order
        self._catalogue = self._shown = Catalogue(Held())
        """All that there is, and what of it is shown until that has been arranged."""
        self._sort = SORTS[0]
        self._asked = 0
        """The number of the last question: an answer to an earlier one is dropped."""
        self._gathers = self._has_more = self._gone = False
        self._counted = 0
        """Briefs that were read when they were counted last."""

    def body(self) -> Iterable[Widget]:
        """The list."""
        yield BriefList(id="rows")

    @property
    def rows(self) -> BriefList:
        """The list."""
        return self.query_one(BriefList)

    def on_mount(self) -> None:
        """Gather the briefs in a thread."""
        self.begin_marking()
        self.rows.set_here(self._here)
        self.set_focus(self.rows)
        self._show(Catalogue(self._gathering.begin(), self._marking_order))
        self._gather(self._heads)

    # Gathering ----------------------------------------------------------------------------------

    def library_grew(self) -> None:
        """Count what there is more of, once that is much; one thread at a time."""
        read = self._shelf.progress.read
        if not self._shelf.is_whole and read < self._counted * _MUCH:
            return
        self._counted = read
        if self._gathers:
            self._has_more = True
        else:
            self._gather(self._counts)

    def _gather(self, work: Callable[[], None]) -> None:
        self._gathers, self._has_more = True, False

        def gather() -> None:
            try:
                work()
            finally:
                self.hand(self._gathered)

        self.run_worker(self._heeding(gather), thread=True, group="gather")

    def _heads(self) -> None:
        worker = get_current_worker()
        for entries in self._gathering.heads():
            if worker.is_cancelled:
                return
            self.hand(self._show, Catalogue(entries, self._marking_order))
        self._counts()

    def _counts(self) -> None:
        entries, catalogue = self._gathering.counts(), self._catalogue
        if entries is not catalogue.entries:
            catalogue = Catalogue(entries, self._marking_order)
        self.hand(self._show, catalogue)

    def _gathered(self) -> None:
        self._gathers = False
        if self._has_more and not self._gone:
            self._gather(self._counts)

    def _show(self, catalogue: Catalogue) -> None:
        if self._gone:
            catalogue.entries.close()
            return
        before, self._catalogue = self._catalogue, catalogue
        if before is not self._shown and before is not catalogue:
            before.entries.close()
        self._arrange()

    def on_unmount(self) -> None:
        """Nobody looks at them any more."""
        self._gone = True
        self._asked += 1
        for catalogue in {self._catalogue, self._shown}:
            catalogue.entries.close()

    # Sort and filter ----------------------------------------------------------------------------

    def action_sort_next(self) -> None:
        """Sort by the next key."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self._arrange()

    def filter_rows(self, text: str) -> None:
        """Show the briefs that hold all words of a text."""
        self.filter_text = text
        self._arrange()

    def _arrange(self) -> None:
        self._asked += 1
        number, catalogue, sort, text = self._asked, self._catalogue, self._sort, self.filter_text
        if len(catalogue) <= AT_ONCE:
            self._arranged(number, catalogue, catalogue.arrange(sort, text))
            return

        def arrange() -> None:
            found = catalogue.arrange(sort, text, lambda: number != self._asked)
            if number == self._asked:
                self.hand(self._arranged, number, catalogue, found)

        self.run_worker(self._heeding(arrange), thread=True, group="arrange")

    def _arranged(self, number: int, catalogue: Catalogue, arranged: Arranged) -> None:
        if number != self._asked:
            return
        words = self.filter_words(arranged.hidden, len(catalogue), arranged.near)
        self.rows.remark = " · ".join(part for part in (self._shelf.progress.words, words) if part)
        before, self._shown = self._shown, catalogue
        self.rows.show_arranged(catalogue, arranged)
        if before is not catalogue:
            before.entries.close()
        known = catalogue.marking
        if not self._shelf.is_whole:  # of those that are still to be read nothing is known
            known = highest((known, self.under_marking), self._marking_order)
        self.set_marking(known)
        self.tell()

    # What is said and done ----------------------------------------------------------------------

    def title_words(self) -> str:
        """How many briefs there are."""
        unread = self._catalogue.entries.unread
        words = f"{counted(len(self._catalogue), 'brief')} of this library"
        return f"{words}, {unread:,} that cannot be read" if unread else words

    def detail_words(self) -> str:
        """All of the brief under the cursor."""
        entry = self.rows.current
        return entry_words(entry, here=entry.path == self._here) if entry else ""

    def status_words(self) -> str:
        """The keys that lead on."""
        return (
            f"{self.key('briefs.open')} opens · {self.key('across.filter')} filter"
            f" · {self.key('briefs.sort')} sort · {self.key('across.back')} back"
        )

    def copied(self) -> Asked | None:
        """The brief under the cursor."""
        entry = self.rows.current
        return Asked((There(Path(entry.path), Landing()),)) if entry is not None else None

    def on_item_chosen(self, message: ItemChosen) -> None:
        """Open a brief."""
        if message.pane is not self.rows:
            return
        entry = self.rows.current
        if entry is not None:
            self.post_message(OpenBrief(Path(entry.path), Landing(back="the list of briefs")))
