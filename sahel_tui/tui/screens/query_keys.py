"""The keys of the search screen while one types: earlier searches, and those saved by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.line import Line
from sahel_tui.render.styles import DIM, STRONG
from sahel_tui.render.words import quoted
from sahel_tui.tui.kept_searches import KeptSearches
from sahel_tui.tui.screens.result_panes import ResultPanes

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.tui.widgets.query_line import Asking


class QueryKeys(ResultPanes):
    """A line in which a query is typed, or the name that one is saved by."""

    def __init__(self, state: Path | None) -> None:
        super().__init__()
        self._kept = KeptSearches(state)
        self._recalled = 0
        """Which of the earlier searches stands in the line; their number for none."""
        self._typed = ""
        """What was typed before earlier searches were brought back."""
        self._goes_on = False
        """Whether the results are gone to as soon as there are any."""
        self._naming = ""
        """The name that a saved search has already, once that has been said."""

    def query_text(self) -> str:
        """What is searched for."""
        raise NotImplementedError

    @property
    def is_answered(self) -> bool:
        """Whether all that is typed finds has been found."""
        raise NotImplementedError

    # Typing -------------------------------------------------------------------------------------

    def begin_typing(self, asking: Asking, text: str) -> None:
        """Type a query, or a name."""
        self._naming = ""
        self._recalled = len(self._kept.history)
        self.line.ask(asking, text)
        self.set_focus(self.line.input)

    def action_edit_query(self) -> None:
        """Go on typing."""
        self.begin_typing("query", self.query_text())

    def action_keep_typed(self) -> None:
        """Keep what is typed: go to the results, or save the search by the name."""
        if self.line.asking == "name":
            self._save_as(self.line.input.value.strip())
        elif self.results.count():
            self.keep_query(self.query_text())
            self.set_focus(self.results)
        elif self.is_answered:
            self.say("There are no results to go to.")
        else:
            self._goes_on = True

    def action_leave_typing(self) -> None:
        """Without a name back to the results; without a query back to where it was begun."""
        if self.line.asking == "name":
            self.line.ask("query", self.query_text())
            self.set_focus(self.results)
            self.tell()
        else:
            self.action_go_back()

    def action_recall(self, step: int) -> None:
        """Bring back an earlier search."""
        history = self._kept.history
        if self.line.asking == "name" or not history:
            return
        if self._recalled >= len(history):
            self._typed = self.line.input.value
        self._recalled = max(0, min(len(history), self._recalled + step))
        here = self._recalled < len(history)
        self.line.set_text(history[self._recalled] if here else self._typed)

    # Kept searches ------------------------------------------------------------------------------

    def _load_kept(self) -> None:
        """In a thread: the searches that were kept."""
        remark = self._kept.load()
        self.call_later(self._kept_loaded, remark)

    def _kept_loaded(self, remark: str) -> None:
        self._recalled = len(self._kept.history)
        if remark:
            self.say(remark)

    def keep_query(self, query: str) -> None:
        """Have a query among the earlier searches."""
        if query.strip() and query != (self._kept.history or ("",))[-1]:
            self.run_worker(lambda: self._kept.add(query), thread=True, group="kept")

    def action_save_search(self) -> None:
        """Save this search by a name."""
        if self.query_text().strip():
            self.begin_typing("name", "")
            self.tell()
        else:
            self.say("There is no search to save yet.")

    def _save_as(self, name: str) -> None:
        query = self.query_text()
        other = self._kept.named(name)
        if not name:
            self.say("A saved search needs a name.")
        elif other is not None and other.query != query and self._naming != name:
            self._naming = name
            key = self.key("query.results")
            self.say(f"{quoted(name)} is {quoted(other.query, 30)}: {key} again replaces it")
        else:
            self.action_leave_typing()
            self.run_worker(lambda: self._save(name, query), thread=True, group="kept")

    def _save(self, name: str, query: str) -> None:
        self.call_later(self.say, self._kept.save(name, query))

    def action_show_saved(self) -> None:
        """Choose among the saved searches, then the earlier ones."""
        saved = self._kept.saved
        earlier = self._kept.history[::-1]

        def draw(item: int, _cells: int) -> list[Line]:
            if item < len(saved):
                one = saved[item]
                return [Line().add(one.name, STRONG).add(f"  {one.query}")]
            return [Line().add(earlier[item - len(saved)]).add("  earlier", DIM)]

        def chosen(item: int) -> None:
            query = saved[item].query if item < len(saved) else earlier[item - len(saved)]
            self.begin_typing("query", query)

        number = len(saved) + len(earlier)
        if not number:
            self.say(f"Nothing is saved yet: {self.key('results.save')} saves a search.")
            return
        self.ask("Saved searches, then earlier ones", number, draw, chosen)
