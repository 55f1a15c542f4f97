"""To whom a path is wanted: the actors of what is shown, found as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.library.actor_finding import Finder
from sahel_tui.tui.screens.finder import FinderScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.queries.library.actor_finding import Choice


class PathFinder(FinderScreen):
    """One types a name, and Enter shows the paths to the first that has it."""

    def __init__(
        self,
        known: Callable[[], tuple[Choice, ...]],
        node: str,
        first: Sequence[str],
        chosen: Callable[[Choice], None],
    ) -> None:
        super().__init__(None, first, chosen)
        self._all, self._node = known, node
        self.first_name = ""
        """What the actor is called that paths begin from."""

    def library_grew(self) -> None:
        """What was shown when a path was asked for is what paths lead through."""
        if not self._known:
            super().library_grew()

    def _list(self) -> None:
        known = self._all()
        self.first_name = next((one.actor.name for one in known if self._node in one.actor.ids), "")
        others = tuple(one for one in known if self._node not in one.actor.ids)
        self.hand(self._listed, Finder(others, self._first), len(others), self.under_marking, True)

    def on_mount(self) -> None:
        """Those that are shown below."""
        self.rows.scope = "to choose from"

    def title_words(self) -> str:
        """What is asked."""
        return f"A path from {self.first_name} to whom?"
