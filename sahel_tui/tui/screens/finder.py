"""Whose dossier is wanted: the actors of the library, found as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sahel_tui.model.markings import highest
from sahel_tui.queries.library.actor_finding import Finder, choices
from sahel_tui.queries.library.identities import Identities
from sahel_tui.tui.screens.across import AcrossScreen
from sahel_tui.tui.widgets.actor_finder import ActorChoices, FinderInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widget import Widget

    from sahel_tui.queries.library.actor_finding import Choice
    from sahel_tui.tui.library import Shelf

_AT_ONCE = 1000
"""Actors up to which finding them takes no longer than a key may."""


class FinderScreen(AcrossScreen):
    """One types a name, and Enter opens the dossier of the first that has it."""

    DEFAULT_CSS = "FinderScreen #finder { height: 1; padding: 0 1; }"
    FOCUSED: ClassVar[str] = "#finder"

    def __init__(
        self, shelf: Shelf | None, first: Sequence[str], chosen: Callable[[Choice], None]
    ) -> None:
        super().__init__()
        self._shelf, self._first, self._open = shelf, first, chosen
        self._finder = Finder(())
        self._known = 0
        self._asked = 0
        """The number of the last question: an answer to an earlier one is dropped."""
        self._waits = False
        """Whether Enter was pressed before there was anything to choose."""
        self.is_typing = True

    def body(self) -> Iterable[Widget]:
        """The list, and the line one types in."""
        yield ActorChoices(id="rows")
        yield FinderInput(id="finder")

    @property
    def rows(self) -> ActorChoices:
        """The list."""
        return self.query_one(ActorChoices)

    def on_mount(self) -> None:
        """Begin to type."""
        self.begin_marking()
        self.set_focus(self.query_one(FinderInput))
        self.library_grew()

    # The actors ---------------------------------------------------------------------------------

    def library_grew(self) -> None:
        """List the actors that are known by now."""
        work = self._heeding(self._list)
        self.run_worker(work, thread=True, group="list", exclusive=True)

    def _list(self) -> None:
        from sahel_tui.tui.shelf_rows import library_rows

        if self._shelf is None:
            return
        done = self._shelf.is_whole
        with library_rows(self._shelf) as rows:
            known = choices(rows.actors(), Identities(rows.judgements()))
            marking = highest((one.marking for one in rows.briefs()), rows.marking_order)
        self.hand(self._listed, Finder(known, self._first), len(known), marking, done)

    def _listed(self, finder: Finder, known: int, marking: str | None, done: bool) -> None:
        self._finder, self._known = finder, known
        self.set_marking(marking if done else marking or self.under_marking)
        self.rows.remark = "" if done or self._shelf is None else self._shelf.progress.words
        self._find(settled=done)

    def filter_rows(self, text: str) -> None:
        """Find what is typed."""
        self.filter_text, self._waits = text, False
        self._find(settled=False)

    def _find(self, *, settled: bool) -> None:
        self._asked += 1
        number, finder, text = self._asked, self._finder, self.filter_text
        if self._known <= _AT_ONCE:
            self._found(number, finder.find(text, lambda: False), settled)
            return

        def find() -> None:
            found = finder.find(text, lambda: number != self._asked)
            self.hand(self._found, number, found, settled)

        self.run_worker(find, thread=True, group="find")

    def _found(self, number: int, found: Sequence[Choice], settled: bool) -> None:
        if number != self._asked:
            return
        self.rows.set_found(found)
        self.tell()
        if self._waits and settled:
            self._choose()

    # Choosing -----------------------------------------------------------------------------------

    def on_finder_input_chosen(self) -> None:
        """Choose the one under the cursor; before all have been read, wait for that."""
        is_whole = self._shelf is None or self._shelf.is_whole
        if is_whole and self.rows.count():
            self._choose()
        else:
            self._waits = True
            self.say("" if is_whole else "The library is being read: a moment.")

    def _choose(self) -> None:
        self._waits = False
        if self.rows.current is not None:
            self._open(self.rows.current)

    def action_move_choice(self, rows: int) -> None:
        """Move in the list."""
        self.rows.action_move_cursor(rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types, keys move in the list, choose and leave; nothing else."""
        if action in ("move_choice", "go_back"):
            return not self.has_dialog
        return super().check_action(action, parameters)

    # What is said -------------------------------------------------------------------------------

    def title_words(self) -> str:
        """What is asked."""
        return "Whose dossier?"

    def detail_words(self) -> str:
        """All names of the one under the cursor."""
        choice = self.rows.current
        if choice is None:
            return "nobody is called so" if self._known else ""
        actor = choice.actor
        names = "; ".join(use.name for use in actor.names)
        return " · ".join((", ".join(actor.ids), actor.type or "no type", names))

    def status_words(self) -> str:
        """The keys that lead on."""
        return (
            f"{self.key('finder.choose')} opens · {self.key('finder.next')}"
            f" {self.key('finder.previous')} choose · {self.key('finder.close')} back"
        )
