"""The panes of the library: its points, actors, relations and events."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from sahel_tui.queries.library.rows import PointRow
from sahel_tui.queries.library.scope import (
    ActorSum,
    TieRow,
    actor_fields,
    place_of,
    place_of_actor,
    point_fields,
    tie_fields,
)
from sahel_tui.queries.views import Claim
from sahel_tui.render.blocks import MEASURE
from sahel_tui.render.scope import (
    actor_columns,
    actor_words,
    draw_scope_actor,
    draw_scope_point,
    draw_scope_tie,
    point_words,
    tie_words,
)
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.widgets.drawing.graph_pane import DRAWING_BINDINGS
from sahel_tui.tui.widgets.drawing.searched_pane import SearchedPane
from sahel_tui.tui.widgets.scope_list import ScopeList

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from textual.binding import BindingType

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.library.listing import Place
    from sahel_tui.render.line import Line


class ScopePoints(ScopeList[PointRow]):
    """The points of all briefs, the newest first, wrapped."""

    TITLE: ClassVar[str] = "Bottom line"
    NOUN: ClassVar[str] = "point"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._wrapped = lru_cache(maxsize=64)(self._wrap_point)

    def claim(self, row: PointRow) -> Claim:
        """The point itself."""
        return Claim("point", row.id)

    def place(self, row: PointRow) -> Place:
        """In its brief."""
        return place_of(row)

    def texts(self, row: PointRow) -> Sequence[str]:
        """All that is shown of it."""
        return point_fields(row)

    def words(self, row: PointRow) -> str:
        """All that is said of it."""
        return point_words(row)

    def draw_row(self, row: PointRow, *, current: bool) -> Sequence[Line]:
        """As many lines as its text needs."""
        del current
        return draw_scope_point(row, min(MEASURE, self.body_width))

    def height_of(self, item: int) -> int:
        """As many lines as its text needs."""
        return self._wrapped(self.shown[item])

    def redraw(self) -> None:
        """Rows may be others, or at another width."""
        self._wrapped.cache_clear()
        super().redraw()

    def measure(self) -> None:
        """Wrap anew."""
        self._wrapped.cache_clear()
        super().measure()

    def _wrap_point(self, index: int) -> int:
        row = self.row_at(index)
        return 1 if row is None else len(self.draw_row(row, current=False))


class ScopeActors(ScopeList[ActorSum]):
    """The actors of all briefs, those of the most briefs first."""

    TITLE: ClassVar[str] = "Actors"
    NOUN: ClassVar[str] = "actor"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.counts: dict[str, Sequence[int]] = {}
        """Mentions over time of those that were counted, by the first of their ids."""
        self.days = (0, 0)
        self.ascii_only = False

    def claim(self, row: ActorSum) -> Claim:
        """The actor itself."""
        return Claim("actor", row.ids[0])

    def place(self, row: ActorSum) -> Place:
        """In no brief."""
        return place_of_actor(row)

    def texts(self, row: ActorSum) -> Sequence[str]:
        """All that is shown of it."""
        return actor_fields(row)

    def words(self, row: ActorSum) -> str:
        """All that is said of it."""
        return actor_words(row)

    def draw_row(self, row: ActorSum, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        counts = self.counts.get(row.ids[0])
        return (draw_scope_actor(row, counts, self.body_width, ascii_only=self.ascii_only),)

    def uncounted(self) -> list[ActorSum]:
        """Those on the screen whose mentions over time aren't known."""
        rows = (self.row_at(self.shown[item]) for item, _ in self.frame if item < self.count())
        return [row for row in rows if row is not None and row.ids[0] not in self.counts]

    def remark(self) -> str:
        """What the columns count, and over which time."""
        return actor_columns(*self.days, self.body_width) if any(self.days) else ""


class ScopeTies(SearchedPane[TieRow], ScopeList[TieRow]):
    """The relations of the actor in the centre, of all briefs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *DRAWING_BINDINGS,
        bound("library.open", "choose_item"),
        bound("library.centre", "follow_row"),
    ]
    TITLE: ClassVar[str] = "Relationships"
    NOUN: ClassVar[str] = "relation"
    centre = ""
    """What the actor is called."""
    tie_of: Callable[[Edge, str], TieRow | None] | None = None
    """What the library tells of a relation that is drawn, as an actor sees it."""
    possible: Collection[Place] = ()
    """Relations that held only possibly on the date that is asked for."""

    def claim(self, row: TieRow) -> Claim:
        """The relation itself."""
        return Claim("relation", row.relation.id)

    def place(self, row: TieRow) -> Place:
        """In its brief."""
        return place_of(row)

    def texts(self, row: TieRow) -> Sequence[str]:
        """All that is shown of it."""
        return tie_fields(row)

    def words(self, row: TieRow) -> str:
        """All that is said of it."""
        return tie_words(row)

    def draw_row(self, row: TieRow, *, current: bool) -> Sequence[Line]:
        """One line."""
        del current
        possible = place_of(row) in self.possible
        return (draw_scope_tie(row, self.body_width, possible=possible),)

    @property
    def current(self) -> TieRow | None:
        """The row under the cursor, or the relation that is selected in a drawing."""
        if not self.is_drawn:
            return super().current
        edge = self.picture.edge if self.picture is not None else None
        return None if edge is None or self.tie_of is None else self.tie_of(edge, self.actors_at[0])

    @property
    def list_place(self) -> Place | None:
        """Where the row is that is under the list's cursor."""
        place = self.current_place
        row = None if place is None else self.row_at(self.shown[place])
        return None if row is None else place_of(row)

    @property
    def other_here(self) -> str:
        """The other actor of the relation under the list's cursor."""
        row = self.current
        return "" if row is None else row.other

    async def action_follow_row(self) -> None:
        """Put the other actor of the row in the centre."""
        await self.run_action("screen.centre_other")

    def summary(self) -> str:
        """The centre, and the position."""
        return f"● {self.centre} · {super().summary()}" if self.centre else "no actor"
