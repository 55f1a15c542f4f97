"""The searches that were made, and those that were saved by name, as the search screen has them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.state.searches import Saved


class KeptSearches:
    """Kept in the user's state folder; where there is none, for as long as the program runs."""

    def __init__(self, state: Path | None) -> None:
        self._state = state
        self.history: tuple[str, ...] = ()
        """The newest last."""
        self.saved: tuple[Saved, ...] = ()

    # Each of these waits for the disk: they are called in threads ---------------------------------

    def load(self) -> str:
        """Read what was kept; what there is to say of that, if anything."""
        from sahel_tui.state.files import StateError
        from sahel_tui.state.searches import load_history, load_saved

        if self._state is None:
            return ""
        try:
            history, saved = load_history(self._state), load_saved(self._state)
        except StateError as error:
            return f"Earlier searches could not be read: {error}"
        new = [one for one in self.history if one not in history.queries]
        self.history = (*history.queries, *new)
        self.saved = saved.searches
        return history.remark or saved.remark

    def add(self, query: str) -> None:
        """Note that a search was made; where it can't be written, it is noted all the same."""
        from sahel_tui.state.files import StateError
        from sahel_tui.state.searches import add_to_history

        self.history = (*(one for one in self.history if one != query), query)
        if self._state is not None:
            with suppress(StateError):  # that nothing is remembered was said at the start
                self.history = add_to_history(self._state, query).queries

    def save(self, name: str, query: str) -> str:
        """Save a search by a name: what there is to say of it."""
        from sahel_tui.state.files import StateError
        from sahel_tui.state.searches import Saved, save_search

        try:
            if self._state is None:
                others = [one for one in self.saved if one.name != name]
                self.saved = (*others, Saved(name, query))
                return f'Saved as "{name}" until the end of this run: there is no state folder.'
            self.saved = save_search(self._state, name, query).searches
        except (StateError, ValueError) as error:
            return f"It could not be saved: {error}"
        return f'Saved as "{name}".'

    def named(self, name: str) -> Saved | None:
        """The saved search of a name."""
        return next((one for one in self.saved if one.name == name), None)
