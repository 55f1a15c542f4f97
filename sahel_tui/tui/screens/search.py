"""Searching the library as one types: results, the passage of one of them, and where it leads."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.model.markings import highest
from sahel_tui.queries.search.parsing import parse
from sahel_tui.render.hits import count_words, ranked_words
from sahel_tui.render.words import quoted
from sahel_tui.tui.bindings import SEARCH_BINDINGS
from sahel_tui.tui.copies_elsewhere import Asked, There
from sahel_tui.tui.landing import OpenBrief
from sahel_tui.tui.messages import Answered, Previewed
from sahel_tui.tui.screens.query_keys import QueryKeys
from sahel_tui.tui.search_run import COUNTED
from sahel_tui.tui.searcher import Searcher
from sahel_tui.tui.touring import landing_at, neighbour

if TYPE_CHECKING:
    from pathlib import Path

    from textual.binding import BindingType
    from textual.widgets import Input

    from sahel_tui.queries.search.syntax import Query
    from sahel_tui.tui.landing import Landing
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.messages import ItemChosen, ItemHighlighted
    from sahel_tui.tui.search_run import Found


class SearchScreen(QueryKeys):
    """What is typed goes to the searcher; what it finds comes back as messages."""

    BINDINGS: ClassVar[list[BindingType]] = SEARCH_BINDINGS

    def __init__(
        self, shelf: Shelf, state: Path | None, marking_order: tuple[str, ...], *, delay: float
    ) -> None:
        super().__init__(state)
        self._shelf = shelf
        self._marking_order = marking_order
        self._delay = delay
        """Seconds after which the preview follows the cursor."""
        self._preview_timer: asyncio.TimerHandle | None = None
        self._searcher = Searcher(
            shelf,
            lambda *answer: self.post_message(Answered(*answer)),
            lambda *preview: self.post_message(Previewed(*preview)),
        )
        self._query: Query = parse("")
        self._number = 0
        """Of the last question."""
        self._renewals = shelf.renewals
        """How often the library had changed when it was asked."""
        self._fresh = False
        """Whether nothing of its answer has been shown yet."""
        self.found: Found | None = None
        """What is shown."""

    def on_mount(self) -> None:
        """Begin to type."""
        self._mark(())
        self.begin_typing("query", "")
        self._ask(fresh=True)
        self.run_worker(self._load_kept, thread=True, group="kept")

    def on_unmount(self) -> None:
        """Nobody asks any more."""
        if self._preview_timer is not None:
            self._preview_timer.cancel()
        self._searcher.close()

    # Asking -------------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what has been typed by now."""
        event.stop()
        if self.line.asking == "query" and event.value != self._query.text:
            self._query = parse(event.value, typing=True)
            self._goes_on = False
            self._ask(fresh=True)

    def _ask(self, *, fresh: bool) -> None:
        self._fresh = self._fresh or fresh
        page = self.results.rows_in_sight
        wanted = page if self._fresh else self.results.cursor + page
        self._number = self._searcher.ask(self._query, wanted)
        self.tell()

    def library_grew(self) -> None:
        """There is more to be found, or something else."""
        if self._renewals != self._shelf.renewals:
            self._renewals = self._shelf.renewals
            self.results.hold()
        self._ask(fresh=False)

    # Answers ------------------------------------------------------------------------------------

    def on_answered(self, message: Answered) -> None:
        """Show what has been found, if it is still what is asked for."""
        if message.number != self._number:
            return
        found, results, whole = message.found, self.results, self._shelf.is_whole
        before, complete = self.found, found.complete and whole
        self.found = found
        count = found.counted
        count = count if whole or count is None else count._replace(exact=False)
        results.said = count_words(found.hits, count, COUNTED, complete=complete)
        if self._fresh or before is None or before.briefs != found.briefs:
            results.set_briefs(found.briefs, complete=complete, fresh=self._fresh)
            self._fresh = False
            self._mark(tuple(one.marking for one in found.briefs))
        else:
            results.set_complete(complete)
        if self._goes_on and (results.count() or self.is_answered):
            self._goes_on = False
            self.action_keep_typed()
        self.tell()

    def _mark(self, markings: tuple[str | None, ...]) -> None:
        self.set_marking(highest(markings, self._marking_order))

    def on_item_highlighted(self, message: ItemHighlighted) -> None:
        """Soon the preview follows; and near the end of what is found, more is wanted."""
        if message.pane is not self.results:
            return
        page = self.results.rows_in_sight
        if self.results.cursor and self.results.cursor + page > self.results.count():
            self._searcher.want(self.results.count() + page)
        if self._preview_timer is not None:
            self._preview_timer.cancel()
        if self._delay:
            loop = asyncio.get_running_loop()
            self._preview_timer = loop.call_later(self._delay, self.ask_preview)
        else:
            self.ask_preview()

    def ask_preview(self) -> None:
        """Have the passage of the hit under the cursor shown."""
        self._preview_timer = None
        current = self.results.current
        if current is None:
            self.preview.clear()
        elif self.preview.display and not self.preview.shows(current[1]):
            self._searcher.preview(current[0].id)

    def on_previewed(self, message: Previewed) -> None:
        """Show the passage of the hit under the cursor."""
        current = self.results.current
        if message.number == self._number and current and current[0].id == message.brief:
            self.preview.set_hit(message.document, current[1])

    # What is said -------------------------------------------------------------------------------

    def tell(self) -> None:
        """Bring the note and the status up to date."""
        found, problems = self.found, self._query.problems
        if problems and self.line.asking == "query":
            self.note.point_at(problems[0], self.line)
        else:
            self.note.say(self._note(found))
        self.say_status()

    def _note(self, found: Found | None) -> str:
        progress = self._shelf.progress.words
        if self.meant and self._shelf.progress.done:
            return f"did you mean {quoted(self.meant, 40)}? {self.key('query.accept')} takes it"
        if found is not None and found.trouble:
            return found.trouble
        if self._query.is_void:
            return self._query.problems[0].message
        hit = self.results.current
        scattered = "in several of its items, in none together" if hit and not hit[1].whole else ""
        ranked = ranked_words() if found is not None and found.is_ranked_in_part else ""
        return " · ".join(part for part in (progress, scattered, ranked) if part)

    @property
    def meant(self) -> str:
        """What was probably meant, where nothing is found."""
        found = self.found
        return (found.meant or "") if found and found.query.text == self._query.text else ""

    # Going there --------------------------------------------------------------------------------

    def on_item_chosen(self, message: ItemChosen) -> None:
        """Open the brief at the hit."""
        if message.pane is self.results:
            self.action_open_result()
        else:
            super().on_item_chosen(message)

    def action_open_result(self) -> None:
        """Open the brief with the hit's span selected, and go on through its matches from there."""
        if (current := self.results.current) is not None:
            brief, hit = current
            self.keep_query(self._query.text)
            landing = landing_at(brief, hit, self._query.text)
            self.post_message(OpenBrief(self._shelf.file_of(brief.path), landing))

    def copied(self) -> Asked | None:
        """What the hit under the cursor leads to."""
        if (current := self.results.current) is None:
            return None
        brief, hit = current
        landing = landing_at(brief, hit, self._query.text)
        return Asked((There(self._shelf.file_of(brief.path), landing),))

    def beyond(self, path: str, step: int) -> tuple[Path, Landing] | None:
        """Where the matches go on before or after those of a brief."""
        found = self.found
        if found is None:
            return None
        if not found.complete:
            self._searcher.want(found.hits + self.results.rows_in_sight)
        return neighbour(found.briefs, self._shelf.file_of, path, step, self._query.text)

    @property
    def is_answered(self) -> bool:
        """Whether all that is typed finds has been found."""
        found = self.found
        of_this = found is not None and found.query.text == self._query.text
        return of_this and self.is_complete and self._shelf.is_whole

    @property
    def is_complete(self) -> bool:
        """Whether all that the query finds has been found."""
        return self.found is not None and self.found.complete

    # Keys while typing --------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Take what was probably meant; else go to the results."""
        if self.line.asking == "query" and self.meant:
            self.line.set_text(self.meant)
        else:
            self.action_keep_typed()

    def query_text(self) -> str:
        """What is searched for."""
        return self._query.text
