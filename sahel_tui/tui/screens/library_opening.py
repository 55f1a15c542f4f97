"""The panes of the library, opened on what there is of it by now, and again when there is more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.errors import SahelError
from sahel_tui.model.markings import highest
from sahel_tui.tui.screens.library_panes import LIST_IDS, LibraryPanes
from sahel_tui.tui.widgets.scope_lists import ScopeActors, ScopeTies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.library.listing import Place
    from sahel_tui.queries.library.scope import ActorSum
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.scopes import Scope
    from sahel_tui.tui.screens.dialog import LibraryLeft


class LibraryOpening(LibraryPanes):
    """Has the scope that the lists are of; a thread makes it."""

    def __init__(
        self, shelf: Shelf, order: Sequence[str], centre: str, *, list_id: str, delay: float
    ) -> None:
        super().__init__(list_id=list_id, delay=delay)
        self.shelf = shelf
        self._order = order
        self.centre = centre
        """An id of the actor whose relations are shown; empty: of the first of all."""
        self.scope: Scope | None = None
        self._opening = False
        self._known: tuple[object, int, bool] = (None, 0, False)
        """When the scope was last made: the index, how many briefs had been read, and if all."""

    def on_mount(self) -> None:
        """Begin to ask."""
        self.set_marking(None)
        self.query_one(ScopeActors).ascii_only = self.app.terminal.ascii  # type: ignore[attr-defined]
        for name, (filter_text, search_text) in self._begin_words:
            pane = self.pane(name)
            pane.filter_text, pane.search_text = filter_text, search_text
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
    _begin_words: LibraryLeft = ()

    def begin_with(self, words: LibraryLeft) -> None:
        """Once mounted, have lists filter and search."""
        self._begin_words = tuple(one for one in words if one[0] in LIST_IDS)

    def library_left(self) -> LibraryLeft | None:
        """What the lists filter and search."""
        return tuple((one.id or "", (one.filter_text, one.search_text)) for one in self.lists)

    # The library ----------------------------------------------------------------------------------

    def library_grew(self) -> None:
        """Ask again, once there is another index, twice as many briefs, or all of them."""
        progress, index = self.shelf.progress, self.shelf.index
        before, read, done = self._known
        if index is not None:
            news = index is not before
        else:
            news = progress.read >= max(1, 2 * read) or (progress.done and not done)
        if news and not self._opening:
            self._opening, self._known = True, (index, progress.read, progress.done)
            self.run_worker(self._open, thread=True, group="scope")
        self.tell()

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

    def _name_centre(self) -> None:
        if self.scope is None:
            return
        actors: Sequence[ActorSum] = self.scope.actors
        found = (one for one in actors if self.centre in one.ids)
        row = next(found, None) or next(iter(actors), None)
        if row is not None:
            self.centre = row.ids[0]
        self.query_one(ScopeTies).centre = row.name if row is not None else ""
