"""Answers queries in a thread of its own, the last one alone: the next key ends what runs."""

from __future__ import annotations

from contextlib import suppress
from threading import Condition, Thread
from typing import TYPE_CHECKING

from sahel_tui.tui.giving_back import give_back
from sahel_tui.tui.search_run import SearchRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.engines import SearchEngine
    from sahel_tui.queries.search.syntax import Query
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.search_run import Found

_CALM = 0.15
"""Seconds without a key after which more is done than the screen needs at once."""
_KEPT = 8
"""Documents that are kept for the preview."""


class Searcher:
    """One thread that answers the last question, and finds the documents to preview.

    What it has to tell it tells in that thread, with the number of the question.
    """

    def __init__(
        self,
        shelf: Shelf,
        tell: Callable[[int, Found], object],
        show: Callable[[int, int, Document], object],
    ) -> None:
        """`show` is given the question's number, the brief's id and its document."""
        self._shelf, self._tell, self._show = shelf, tell, show
        self._changed = Condition()
        self._asked = 0
        self._query: Query | None = None
        self._wanted = 0
        """Hits that are wanted at least."""
        self._preview: int | None = None
        self._news = False
        """Whether anything was asked since the thread last looked."""
        self._closed = False
        self._thread: Thread | None = None
        self._documents: dict[int, Document] = {}
        self._engine: SearchEngine | None = None

    # What the screen asks -----------------------------------------------------------------------

    def ask(self, query: Query, wanted: int) -> int:
        """Answer a query, and no other any more: the number of this question."""
        with self._changed:
            self._asked += 1
            self._query, self._wanted, self._preview = query, wanted, None
            self._interrupt()
            self._wake()
            return self._asked

    def want(self, hits: int) -> None:
        """Have so many hits of the query at least."""
        with self._changed:
            if hits > self._wanted:
                self._wanted = hits
                self._wake()

    def preview(self, brief: int) -> None:
        """Find the document of a brief that was found."""
        with self._changed:
            self._preview = brief
            self._wake()

    def close(self) -> None:
        """End the thread, soon."""
        with self._changed:
            self._asked += 1
            self._closed = True
            self._interrupt()
            self._wake()

    def _interrupt(self) -> None:
        """An engine that waits for its files is told; one in Python asks."""
        interrupt = getattr(self._engine, "interrupt", None)
        if interrupt is not None:
            interrupt()

    def _wake(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = Thread(target=self._run, name="search", daemon=True)
            self._thread.start()
        self._news = True
        self._changed.notify()

    # The thread ---------------------------------------------------------------------------------

    def _run(self) -> None:
        run: SearchRun | None = None
        answered, calm = 0, False
        while not self._closed:
            with self._changed:
                number, query, wanted = self._asked, self._query, self._wanted
                brief, self._preview, self._news = self._preview, None, False
            if number != answered and query is not None:
                run, answered, calm = self._begin(number, query), number, False
            if run is None:
                continue
            if brief is not None:
                self._show_document(number, run, brief)
            run.step(wanted, calm, self._stopped(number))
            with self._changed:
                idle = calm or run.done
                if not self._news and not idle:
                    calm |= not self._changed.wait_for(lambda: self._news, _CALM)
            if idle and not self._news:
                self._rest(run)
                with self._changed:
                    self._changed.wait_for(lambda: self._news)

    def _rest(self, run: SearchRun) -> None:
        """All is told: memory is for others now."""
        rest = getattr(run.engine, "rest", None)
        if rest is not None:
            with suppress(Exception):  # interrupted: there is another question
                rest()
        give_back()

    def _begin(self, number: int, query: Query) -> SearchRun:
        stopped = self._stopped(number)

        def tell(found: Found) -> None:
            if not stopped():
                self._tell(number, found)

        self._documents.clear()
        self._engine = self._shelf.engine
        return SearchRun(query, self._engine, tell)

    def _stopped(self, number: int) -> Callable[[], bool]:
        """Whether that question is of no interest any more."""
        return lambda: self._asked != number

    def _show_document(self, number: int, run: SearchRun, brief: int) -> None:
        document = self._documents.get(brief)
        if document is None:
            try:
                document = run.engine.document(brief)
            except Exception:  # it is gone: the next answer won't have it
                return
            if len(self._documents) >= _KEPT:
                del self._documents[next(iter(self._documents))]
            self._documents[brief] = document
        self._show(number, brief, document)
