"""Gathering the dossier of one actor, and more of its rows where somebody goes on to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.library.dossier import Limits
from sahel_tui.tui.dossier_work import Gathered, gather_dossier, gather_more
from sahel_tui.tui.screens.judging import JudgingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from sahel_tui.queries.library.dossier import HeldKind
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.messages import ItemHighlighted
    from sahel_tui.tui.widgets.section_list import SectionList


class DossierGathering(JudgingScreen):
    """One actor through the whole library, gathered in a thread, more and more."""

    @property
    def rows(self) -> SectionList:
        """The rows of the dossier."""
        raise NotImplementedError

    def fill(self) -> None:
        """Show the rows that are gathered by now."""
        raise NotImplementedError

    def __init__(self, shelf: Shelf, actor: str, name: str, author: str, *, delay: float) -> None:
        super().__init__(shelf, author, delay=delay)
        self.actor = actor
        """One of its ids."""
        self.called = name
        self.gathered: Gathered | None = None
        """What is shown; None before anything is known."""
        self._limits = Limits()
        self._settled = False
        """Whether nothing more is gathered."""
        self.fetching: HeldKind | None = None
        """Of what more rows are being fetched."""
        self.trouble = ""
        """Why nothing more could be gathered."""
        self._number = 0
        """Of the last gathering: what an earlier one finds is dropped."""

    # Gathering ----------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Begin to gather."""
        self.begin_marking()
        self.set_focus(self.rows)
        self.tell()
        self._gather()

    def library_grew(self) -> None:
        """All of the library has been read: gather anew."""
        if self.shelf.is_whole:
            self._gather()
        self.tell()

    def _gather(self) -> None:
        self._number += 1
        number, actor, limits = self._number, self.actor, self._limits
        self.fetching, self._settled, self.trouble = None, False, ""

        def gather() -> None:
            stopped = lambda: number != self._number  # noqa: E731 - one name for one question
            for found in gather_dossier(self.shelf, actor, limits, stopped):
                self.hand(self._show, number, found)
            self.hand(self._settle, number)

        self._run(number, gather)

    def _run(self, number: int, work: Callable[[], None]) -> None:
        """In a thread; if it fails, another may be asked for the same."""
        work = self._heeding(work, lambda why: self._failed(number, why))
        self.run_worker(work, thread=True, group="gather")

    def _failed(self, number: int, why: str) -> None:
        if number == self._number:
            self.fetching, self._settled, self.trouble = None, True, why
            self.say(why)

    def _settle(self, number: int) -> None:
        if number == self._number:
            self._settled = True
            self._fetch_here()

    def on_item_highlighted(self, message: ItemHighlighted) -> None:
        """On the row that stands for others, those are fetched."""
        if message.pane is self.rows:
            self._fetch_here()

    def _fetch_here(self) -> None:
        row = self.rows.current
        if row is not None and row.kind == "more":
            self.fetch(row.data.section)

    def fetch(self, kind: HeldKind) -> None:
        """Have more rows of a kind, unless they are on their way."""
        known, number = self.gathered, self._number
        if known is None or self.fetching is not None or not self._settled:
            return
        limits = self._limits.grown(kind)
        held: int = getattr(limits, kind)
        self.fetching, self.trouble = kind, ""

        def find() -> None:
            found = gather_more(self.shelf, known, kind, held, lambda: number != self._number)
            if found is not None:
                self.hand(self._fetched, number, limits, found)

        self._run(number, find)

    def _fetched(self, number: int, limits: Limits, found: Gathered) -> None:
        if number == self._number:
            self.fetching, self._limits = None, limits
            self._show(number, found)

    def on_unmount(self) -> None:
        """Nobody waits for more."""
        self._number += 1

    def _show(self, number: int, found: Gathered) -> None:
        whole = self.gathered is not None and self.gathered.dossier.done
        if number != self._number or (whole and not found.dossier.done):
            return  # what is shown stays until there is as much
        self.gathered, self.called = found, found.dossier.actor.name
        self.set_marking(found.dossier.marking)
        self.fill()
        self.tell()
