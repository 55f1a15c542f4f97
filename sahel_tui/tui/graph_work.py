"""The graph of a screen: gathered, narrowed and placed in threads, one at a time."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sahel_tui.queries.graph.narrowing import Asked, Narrowing
from sahel_tui.queries.graph.stress import Stopped, never
from sahel_tui.render.graph.dated import DatedCells, DatedMap
from sahel_tui.render.graph.map import MapGround
from sahel_tui.render.graph.matrix import Matrix, matrix_of
from sahel_tui.render.graph.placing import place_map

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sahel_tui.queries.graph.filters import Filters
    from sahel_tui.queries.graph.graph import Graph
    from sahel_tui.queries.graph.narrowing import Filtered, Narrowed
    from sahel_tui.queries.library.listing import Place
    from sahel_tui.queries.library.rows import ActorRow
    from sahel_tui.render.graph.placing import Placed

MANY = 30
"""Actors above which the matrix is shown before the map."""
_FEW = 8
"""Steps from change to change that are gone at once."""
_KEPT = 16
"""Maps that are kept, each for a graph and a size."""


class Gathered(NamedTuple):
    """All relations of a brief or of a library."""

    graph: Graph
    rows: Mapping[Place, Any]
    """In a library, what its rows tell of each."""
    actors: Sequence[ActorRow] = ()
    """In a library, those that have relations."""
    is_cut: bool = False
    """Whether there are more relations than are taken."""


class Wanted(NamedTuple):
    """What is to be worked out."""

    asked: Asked
    steps: int = 0
    """Changes to go forward, or back, in time."""
    view: str = "list"
    size: tuple[int, int] = (0, 0)
    """Cells and rows of the drawing."""
    centre: str = ""
    ascii_only: bool = False


class Done(NamedTuple):
    """What was worked out."""

    shown: Narrowed
    drawn: Placed | Matrix | None
    ground: MapGround | None = None
    """The lines of a map, where there was a thread to draw them in."""


class GraphWork:
    """What has been worked out of a graph, kept for as long as nothing else is asked."""

    def __init__(self, gather: Callable[[], Gathered]) -> None:
        self._gather = gather
        self._turn = Lock()
        self._gathered: Gathered | None = None
        self._narrowing: Narrowing | None = None
        self._shown: Narrowed | None = None
        self._maps: dict[tuple[Filters, tuple[int, int], str], DatedMap] = {}
        self._of_all: tuple[Filters, Matrix] | None = None
        self._drew: Filtered | None = None
        """What the last drawing was of."""

    @property
    def gathered(self) -> Gathered:
        """All relations; in a thread, the first time."""
        if self._gathered is None:
            self._gathered = self._gather()
        return self._gathered

    def work(self, wanted: Wanted, stopped: Callable[[], bool]) -> Done | None:
        """In a thread: what is wanted, or None once nobody waits for it."""
        with self._turn:
            if stopped():
                return None
            if self._narrowing is None:
                self._narrowing = Narrowing(self.gathered.graph)
            try:
                done = self._done(self._narrowing, wanted, stopped)
            except Stopped:
                return None
            if wanted.view != "map" or done.drawn is None:
                return done
            placed = cast("Placed", done.drawn)
            return done._replace(ground=MapGround(placed, ascii_only=wanted.ascii_only))

    def at_once(self, wanted: Wanted) -> Done | None:
        """What takes less than it takes to start a thread for it: what changes with a date."""
        if not self._turn.acquire(blocking=False):
            return None
        try:
            narrowing = self._narrowing
            if narrowing is None or not self._is_near(narrowing, wanted):
                return None
            return self._done(narrowing, wanted, never)
        finally:
            self._turn.release()

    def _is_near(self, narrowing: Narrowing, wanted: Wanted) -> bool:
        """Whether it is what was drawn last, on the same date or a few changes away."""
        shown, asked = self._shown, wanted.asked
        if shown is None or abs(wanted.steps) > _FEW:
            return False
        if (shown.asked != asked or wanted.steps) and not narrowing.is_near(asked):
            return False
        if wanted.view == "list" or min(wanted.size) < 1:
            return True
        if wanted.view == "map":
            has_places = self._known_map(asked.filters, wanted) is not None
        else:
            has_places = self._of_all is not None and self._of_all[0] == asked.filters
        return has_places and self._drew is shown.known

    def _done(self, narrowing: Narrowing, wanted: Wanted, stopped: Callable[[], bool]) -> Done:
        asked = wanted.asked
        if wanted.steps:
            asked = narrowing.moved(asked, wanted.steps)
        shown = self._shown
        if shown is None or shown.asked != asked:
            self._shown = shown = self._told(narrowing.narrowed(asked))
        return Done(shown, self._drawn(shown, wanted, stopped))

    def _told(self, shown: Narrowed) -> Narrowed:
        """Say so where not all relations are taken."""
        if not self.gathered.is_cut:
            return shown
        cut = f"the first {len(self.gathered.graph.edges):,} relations alone"
        return shown._replace(words=(cut, *shown.words))

    def _drawn(
        self, shown: Narrowed, wanted: Wanted, stopped: Callable[[], bool]
    ) -> Placed | Matrix | None:
        if wanted.view == "list" or min(wanted.size) < 1:
            return None
        _ = shown.known.by_place  # here, so that the screen need not wait for it
        self._drew = shown.known
        held = shown.held
        if wanted.view == "map":
            found = self._map(shown, wanted, stopped)
            return found.placed if held is None else found.of(held)
        matrix = self._matrix(shown, stopped)
        if held is None:
            return matrix
        return matrix._replace(relations=DatedCells(matrix.relations, held))

    def _matrix(self, shown: Narrowed, stopped: Callable[[], bool]) -> Matrix:
        """Of any time: rows and columns stay from date to date."""
        filters = shown.asked.filters
        if self._of_all is None or self._of_all[0] != filters:
            matrix = matrix_of(shown.within, stopped=stopped)
            if stopped():
                raise Stopped
            self._of_all = (filters, matrix)
        return self._of_all[1]

    def _map(self, shown: Narrowed, wanted: Wanted, stopped: Callable[[], bool]) -> DatedMap:
        """The actors keep their places from date to date."""
        if found := self._known_map(shown.asked.filters, wanted):
            return found
        placed = place_map(shown.within, *wanted.size, centre=wanted.centre, stopped=stopped)
        centre = wanted.centre if placed.actors_beyond else ""
        if len(self._maps) >= _KEPT:
            self._maps.clear()
        found = self._maps[shown.asked.filters, wanted.size, centre] = DatedMap(placed)
        return found

    def _known_map(self, filters: Filters, wanted: Wanted) -> DatedMap | None:
        """One of all actors, or about the centre."""
        maps, size = self._maps, wanted.size
        return maps.get((filters, size, "")) or maps.get((filters, size, wanted.centre))
