"""What the panes of the library show, found by threads: the next question ends the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.errors import SahelError
from sahel_tui.model.markings import highest
from sahel_tui.render.scope import PARTS
from sahel_tui.tui.scope_run import Asked, gathered, looked, ranges
from sahel_tui.tui.screens.library_panes import LibraryPanes
from sahel_tui.tui.widgets.scope_lists import ScopeActors, ScopeEvents, ScopeTies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.library.listing import Listing, Place, Source
    from sahel_tui.queries.library.scope import ActorSum
    from sahel_tui.queries.timeline import Range
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.scope_run import Looked
    from sahel_tui.tui.scopes import Scope
    from sahel_tui.tui.widgets.scope_list import ScopeList

_AT_ONCE = 1000
"""Rows in memory up to which looking through them takes no longer than a key may."""


class LibraryLists(LibraryPanes):
    """Asks for what shows, when it shows."""

    def __init__(
        self, shelf: Shelf, order: Sequence[str], centre: str, *, list_id: str, delay: float
    ) -> None:
        super().__init__(list_id=list_id, delay=delay)
        self.shelf = shelf
        self._order = order
        self.centre = centre
        """An id of the actor whose relations are shown; empty: of the first of all."""
        self.scope: Scope | None = None
        self._opening = self._counting = False
        self._known = -1
        """How many briefs had been read when they were last asked for."""

    def on_mount(self) -> None:
        """Begin to ask."""
        self.set_marking(None)
        self.query_one(ScopeActors).ascii_only = self.app.terminal.ascii  # type: ignore[attr-defined]
        if self._begins is not None:
            self.pane(self._begins[0]).wanted = self._begins[1]
        self.set_focus(self.pane(self.list_id))
        self.tell()
        self.library_grew()

    def on_unmount(self) -> None:
        """Nobody waits for more."""
        self._gone = True
        if self.scope is not None:
            self.scope.close()

    _gone = False

    def begin_at(self, pane_id: str, place: Place) -> None:
        """Once mounted, have a list's cursor on a row."""
        self._begins = (pane_id, place)

    _begins: tuple[str, Place] | None = None

    # The library ----------------------------------------------------------------------------------

    def library_grew(self) -> None:
        """Ask again, once there is another index, twice as many briefs, or all of them."""
        progress, index = self.shelf.progress, self.shelf.index
        grown = progress.done or progress.read >= 2 * self._known
        news = index is not self._index if index is not None else grown and self._has_news
        if not self._opening and news:
            self._opening, self._index, self._known = True, index, progress.read
            self._known_done = progress.done
            self.run_worker(self._open, thread=True, group="scope")
        self.tell()

    _index: object = None
    _known_done = False

    @property
    def _has_news(self) -> bool:
        return (self.shelf.progress.read, self.shelf.progress.done) != (
            self._known,
            self._known_done,
        )

    def _open(self) -> None:
        from sahel_tui.tui.scopes import scope_of

        try:
            self.hand(self._show_scope, scope_of(self.shelf))
        except SahelError as error:
            self.hand(self._fail, str(error))

    def _fail(self, trouble: str) -> None:
        self._opening = False
        self.say(trouble)

    def _show_scope(self, scope: Scope) -> None:
        if not self.is_mounted:
            scope.close()
            return
        before, self.scope, self._opening = self.scope, scope, False
        for pane in self.lists:
            pane.forget()
        if before is not None:
            before.close()
        actors = self.query_one(ScopeActors)
        actors.counts, actors.days = {}, scope.days
        self.set_marking(highest(sorted(scope.markings, key=str), self._order))
        self._name_centre()
        self.catch_up()
        self.tell()
        self.library_grew()  # what came meanwhile

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
            return scope.events
        return scope.actors if isinstance(pane, ScopeActors) else scope.points

    def _load(self, pane: ScopeList[Any], source: Source[Any]) -> None:
        pane.set_source(source, pane.wanted)
        listing, wanted = pane.listing, pane.wanted
        if source.held:
            for numbers, complete in gathered(source, lambda: False):
                self._add(pane, listing, numbers, complete)

        def gather() -> None:
            if not source.held:
                for numbers, complete in gathered(
                    source, lambda: self._gone or pane.listing is not listing
                ):
                    self.hand(self._add, pane, listing, numbers, complete)
            self._settle(pane, listing, source, wanted)

        if not source.held or wanted is not None or isinstance(pane, ScopeEvents):
            self.run_worker(self._heeding(gather), thread=True, group="gather")

    def _settle(
        self, pane: ScopeList[Any], listing: Listing[Any], source: Source[Any], wanted: Place | None
    ) -> None:
        """In a thread, once there are all rows: where the cursor goes, and what extents are on."""
        number = source.key_of(wanted) if wanted is not None else None
        if number is not None:
            self.hand(self._go_to, pane, listing, number)
        if isinstance(pane, ScopeEvents):
            self.hand(self._set_ranges, pane, listing, *ranges(source, listing.numbers))

    def _heeding(self, work: Callable[[], None]) -> Callable[[], None]:
        """Work for a thread that ends when nobody waits for it, and says why it can't go on."""

        def heed() -> None:
            from sahel_tui.index.failures import StoppedError

            try:
                work()
            except StoppedError:
                return
            except SahelError as error:
                self.hand(self.say, str(error))

        return heed

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

    def _go_to(self, pane: ScopeList[Any], listing: Listing[Any], number: int) -> None:
        if pane.listing is listing and pane.wanted is not None:
            pane.go_to(number)
            self.tell()

    def _set_ranges(
        self, pane: ScopeEvents, listing: Listing[Any], busy: Range, whole: Range, cells: int
    ) -> None:
        if pane.listing is listing:
            pane.set_ranges(busy, whole, cells)

    # Search and filter ----------------------------------------------------------------------------

    def _look(self, pane: ScopeList[Any]) -> None:
        """Look through the rows that nobody has looked at, unless a thread is at it."""
        if not pane.looks or pane.looking == pane.asked or pane.looked >= len(pane.listing):
            return
        asked, source, numbers = pane.asked, pane.listing.source, pane.listing.numbers
        wanted = Asked(pane.filter_text, pane.search_text, pane.texts)
        done = (pane.looked, pane.count() if pane.looked else 0)

        def look() -> None:
            for one in looked(
                source, numbers, wanted, done, lambda: self._gone or asked != pane.asked
            ):
                self.hand(self._looked, pane, asked, one)
            self.hand(self._look_ended, pane, asked)

        pane.looking = asked
        if source.held and len(numbers) <= _AT_ONCE:
            for one in looked(source, numbers, wanted, done, lambda: False):
                pane.found(asked, *one)
            pane.looking = 0
        else:
            self.run_worker(self._heeding(look), thread=True, group="look")

    def _looked(self, pane: ScopeList[Any], asked: int, one: Looked) -> None:
        pane.found(asked, *one)
        self.tell()

    def _look_ended(self, pane: ScopeList[Any], asked: int) -> None:
        if pane.looking == asked:
            pane.looking = 0
            self._look(pane)

    # The actor in the centre ----------------------------------------------------------------------

    def set_centre(self, actor: str) -> None:
        """Show the relations of another actor."""
        if self.scope is None or actor == self.centre:
            return
        self.centre = actor
        self._name_centre()
        ties = self.query_one(ScopeTies)
        ties.forget()
        ties.wanted = None
        self.catch_up()

    def _name_centre(self) -> None:
        if self.scope is None:
            return
        actors: Sequence[ActorSum] = self.scope.actors
        found = (one for one in actors if self.centre in one.ids)
        row = next(found, None) or next(iter(actors), None)
        if row is not None:
            self.centre = row.ids[0]
        self.query_one(ScopeTies).centre = row.name if row is not None else ""

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
