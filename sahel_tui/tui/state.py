"""What the explorer shows at one moment: one immutable value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sahel_tui.queries.views import Claim


class Explorer(NamedTuple):
    """The selection and the arrangement; a brief itself never changes."""

    list_id: str = "points"
    """The list that shows where there is room for one alone."""
    centre: str = ""
    """The actor in the centre of the relationships."""
    claim: Claim | None = None
    """The claim whose passages are highlighted."""
    follow: bool = True
    """Whether the other panes follow the cursor."""
    zoomed: bool = False
    """Whether the focused pane is alone on the screen."""


class Visited(NamedTuple):
    """A place to come back to."""

    pane: str
    state: Explorer
    row: Claim | None
    """The claim under the cursor of a list."""
    cursor: tuple[int, int]
    """The paragraph and line under the cursor of the source."""
    stop: int
    """Which place of the selection is shown in the source."""


class Trail:
    """Where the user has been: back and forward as in a browser."""

    def __init__(self) -> None:
        self._back: list[Visited] = []
        self._forward: list[Visited] = []

    def leave(self, place: Visited) -> None:
        """Remember a place that a jump leaves."""
        self._back.append(place)
        self._forward.clear()

    def back(self, here: Visited) -> Visited | None:
        """The place before, if there is one."""
        return self._step(self._back, self._forward, here)

    def forward(self, here: Visited) -> Visited | None:
        """The place that `back` came from, if it did."""
        return self._step(self._forward, self._back, here)

    @staticmethod
    def _step(source: list[Visited], other: list[Visited], here: Visited) -> Visited | None:
        if not source:
            return None
        other.append(here)
        return source.pop()
