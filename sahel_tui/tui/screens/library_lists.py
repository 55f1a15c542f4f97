"""What the panes of the library show, found by threads: the next question ends the last."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sahel_tui.render.scope import PARTS
from sahel_tui.tui.giving_back import give_back
from sahel_tui.tui.scope_run import Asked, gathered, looked, ranges
from sahel_tui.tui.screens.library_opening import LibraryOpening
from sahel_tui.tui.widgets.scope_lists import ScopeActors, ScopeTies
from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.library.listing import Listing, Place, Source
    from sahel_tui.queries.timeline import Range
    from sahel_tui.tui.scope_run import Looked
    from sahel_tui.tui.scopes import Scope
    from sahel_tui.tui.widgets.scope_list import ScopeList

_FOUND_AT_ONCE = 5_000
"""Rows in memory up to which one of them is found faster than a thread is started."""
_AT_ONCE = 1000
"""Rows in memory up to which looking through them takes no longer than a key may."""


class LibraryLists(LibraryOpening):
    """Asks for what shows, when it shows."""

    _counting = False
    """Whether a thread counts mentions."""

    # Rows -----------------------------------------------------------------------------------------

    def catch_up(self) -> None:
        """Ask for the rows of the lists that show, and look through them."""
        for pane in self.lists:
            if self.scope is not None and pane.display and self.query_one("#lists").display:
                if pane.is_unasked:
                    self._load(pane, self._source(self.scope, pane))
                self._look(pane)
        self.count_mentions()

    def _source(self, scope: Scope, pane: ScopeList[Any]) -> Source[Any]:
        if isinstance(pane, ScopeTies):
            return scope.ties(frozenset(scope.identities.members(self.centre)))
        if isinstance(pane, ScopeEvents):
            from sahel_tui.queries.chronology.retold import Retold

            return Retold(scope.events, scope.identities)
        return scope.actors if isinstance(pane, ScopeActors) else scope.points

    def _load(self, pane: ScopeList[Any], source: Source[Any]) -> None:
        pane.set_source(source, pane.wanted)
        listing, wanted = pane.listing, pane.wanted
        if source.held:
            for numbers, complete in gathered(source, lambda: False):
                pane.add(numbers, complete=complete)
            if wanted is not None and len(listing) <= _FOUND_AT_ONCE and not pane.looks:
                if (number := source.key_of(wanted)) is not None:
                    pane.go_to(number)
                wanted = None
            self._look(pane)
            self.tell()
            self.soon()

        def gather() -> None:
            if not source.held:
                for numbers, complete in gathered(
                    source, lambda: self._gone or pane.listing is not listing
                ):
                    self.hand(self._add, pane, listing, numbers, complete)
                give_back()
            self._settle(pane, listing, source, wanted)

        if not source.held or wanted is not None or isinstance(pane, ScopeEvents):
            self._run_for(pane, gather, "gather")

    def _run_for(self, pane: ScopeList[Any], work: Callable[[], None], group: str) -> None:
        """In a thread; if it fails, the pane says why for as long as it is asked the same."""
        asked = pane.asked

        def failed(why: str) -> None:
            if asked == pane.asked:
                pane.trouble, pane.looking = why, 0
                pane.redraw_heading()
            self.say(why)

        self.run_worker(self._heeding(work, failed), thread=True, group=group)

    def _settle(
        self, pane: ScopeList[Any], listing: Listing[Any], source: Source[Any], wanted: Place | None
    ) -> None:
        """In a thread, once there are all rows: where the cursor goes, and what extents are on."""
        number = source.key_of(wanted) if wanted is not None else None
        if number is not None:
            with suppress(ValueError):  # another version of the index has it
                self.hand(self._go_to, pane, listing, listing.numbers.index(number))
        if isinstance(pane, ScopeEvents):
            self.hand(self._set_ranges, pane, listing, *ranges(source, listing.numbers))
            self._rest()
            self.date_events(pane, listing)

    def _rest(self) -> None:
        """In a thread that has done with many rows."""
        if self.scope is not None:
            self.scope.rest()
        give_back()

    def _add(
        self, pane: ScopeList[Any], listing: Listing[Any], numbers: Sequence[int], complete: bool
    ) -> None:
        if pane.listing is listing:
            pane.add(numbers, complete=complete)
            self._look(pane)
            self.tell()
            self.soon()

    def soon(self) -> None:
        """What is shown changed: the preview follows."""
        self.call_after_refresh(self.count_mentions)
        self._previewed += 1
        self._follow()

    def _go_to(self, pane: ScopeList[Any], listing: Listing[Any], row: int) -> None:
        if pane.listing is listing and pane.wanted is not None:
            pane.go_to(row)
            self.tell()

    def _set_ranges(
        self, pane: ScopeEvents, listing: Listing[Any], busy: Range, cells: int
    ) -> None:
        if pane.listing is listing:
            pane.set_ranges(busy, cells)

    def date_events(self, pane: ScopeEvents, listing: Listing[Any]) -> None:
        """In a thread: find the dates of all events, and which of them are one."""
        raise NotImplementedError

    # Search and filter ----------------------------------------------------------------------------

    def _look(self, pane: ScopeList[Any]) -> None:
        """Look through the rows that nobody has looked at, unless a thread is at it."""
        if not pane.looks or pane.looking == pane.asked or pane.looked >= len(pane.listing):
            return
        asked, source, numbers = pane.asked, pane.listing.source, pane.listing.numbers
        lets = pane.lets() if isinstance(pane, ScopeEvents) else None
        wanted = Asked(pane.filter_text, pane.search_text, pane.texts, lets)
        done = (pane.looked, len(pane.shown) if pane.looked else 0)

        def look() -> None:
            for one in looked(
                source, numbers, wanted, done, lambda: self._gone or asked != pane.asked
            ):
                self.hand(self._looked, pane, asked, one)
            self._rest()
            self.hand(self._look_ended, pane, asked)

        pane.looking = asked
        if source.held and len(numbers) <= _AT_ONCE:
            for one in looked(source, numbers, wanted, done, lambda: False):
                pane.found(asked, *one)
            pane.looking = 0
            self.looked_through(pane)
        else:
            self._run_for(pane, look, "look")

    def _looked(self, pane: ScopeList[Any], asked: int, one: Looked) -> None:
        pane.found(asked, *one)
        self.tell()

    def _look_ended(self, pane: ScopeList[Any], asked: int) -> None:
        if pane.looking == asked:
            pane.looking = 0
            self.looked_through(pane)
            self._look(pane)

    def looked_through(self, pane: ScopeList[Any]) -> None:
        """All rows that there are have been looked at."""
        raise NotImplementedError

    # The actor in the centre ----------------------------------------------------------------------

    def set_centre(self, actor: str, wanted: Place | None = None) -> None:
        """Show the relations of another actor, with the cursor on one of them."""
        if self.scope is None or actor == self.centre:
            return
        self.centre = actor
        self._name_centre()
        ties = self.query_one(ScopeTies)
        ties.forget()
        ties.wanted = wanted
        self.catch_up()

    # Mentions over time ---------------------------------------------------------------------------

    def count_mentions(self) -> None:
        """Count those of the actors on the screen, one after the other."""
        pane, scope = self.query_one(ScopeActors), self.scope
        if self._counting or scope is None or not pane.display or pane.size.width < 1:
            return
        rows = pane.uncounted()
        if not rows:
            return
        self._counting = True

        def count() -> None:
            try:
                found = {row.ids[0]: scope.mentions(row.ids, PARTS) for row in rows[:_SOME]}
            except BaseException:
                self.hand(self._counted, scope, {})
                raise
            self.hand(self._counted, scope, found)

        self.run_worker(self._heeding(count), thread=True, group="count")

    def _counted(self, scope: Scope, found: dict[str, Sequence[int]]) -> None:
        self._counting = False
        pane = self.query_one(ScopeActors)
        if scope is self.scope:
            pane.counts.update(found)
            pane.redraw()
        if found:
            self.count_mentions()


_SOME = 8
"""Actors whose mentions are shown as soon as they are counted."""
