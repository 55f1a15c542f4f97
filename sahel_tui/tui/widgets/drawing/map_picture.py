"""A map that one moves in: from actor to actor, and through the relations of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.graph.boxes import MARGIN
from sahel_tui.render.graph.map import MapGround, edges_of, neighbour
from sahel_tui.tui.widgets.drawing.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.narrowing import Narrowed
    from sahel_tui.render.graph.placing import Placed
    from sahel_tui.render.graph.steps import Direction
    from sahel_tui.render.line import Line


class MapPicture(Picture):
    """The lines between actors; every relation of an actor can be gone to, drawn or not."""

    def __init__(
        self, shown: Narrowed, placed: Placed, node: str, before: Picture | None = None
    ) -> None:
        super().__init__(shown, (placed.cells, placed.rows))
        self.placed = placed
        self._before = before._ground if isinstance(before, MapPicture) else None
        self._ground: MapGround | None = None
        self._boxes = {label.id: label.box for label in placed.labels}
        first = next(iter(self._boxes), "")
        self._node = node if node in self._boxes else first
        self._around = self._edges()
        self.next_edge(1)

    @property
    def node(self) -> str:
        """The actor under the cursor."""
        return self._node

    @property
    def other(self) -> str:
        """The other end of the relation that is selected."""
        if self.edge is None:
            return ""
        return self.edge.target if self.edge.source == self._node else self.edge.source

    @property
    def around(self) -> Sequence[Edge]:
        """Those of the actor under the cursor: clockwise, then those that no line is seen of."""
        return self._around

    def _edges(self) -> list[Edge]:
        drawn = [edge for wire in edges_of(self.placed, self._node) for edge in wire.edges]
        known = {id(edge) for edge in drawn}
        rest = self.shown.around(self._node)
        return drawn + [edge for edge in rest if id(edge) not in known]

    @property
    def cursor_at(self) -> tuple[int, int]:
        """Before the label."""
        box = self._boxes.get(self._node)
        return (box.x + MARGIN, box.y) if box else (0, 0)

    def draw(self, centre: str, *, ascii_only: bool) -> list[Line]:
        """The map, its cursor, and the line that is selected."""
        if self._ground is None:
            self._ground = MapGround(self.placed, ascii_only=ascii_only, before=self._before)
            self._before = None
        selected = (self.edge.source, self.edge.target) if self.edge else None
        return self._ground.drawn(centre=centre, cursor=self._node, selected=selected)

    def move(self, direction: Direction) -> bool:
        """To the neighbour in this direction; a relation with it is selected, if there is one."""
        before = self._node
        there = neighbour(self.placed, before, direction)
        if there is None:
            return False
        self.go_to(there)
        walked = (edge for edge in self._around if before in (edge.source, edge.target))
        self.edge = next(walked, self.edge)
        return True

    def go_to(self, node: str, edge: Edge | None = None) -> bool:
        """Put the cursor on a label."""
        if node not in self._boxes:
            return False
        if node != self._node:
            self._node = node
            self._around = self._edges()
            self.edge = None
        self.edge = edge or self.edge
        if self.edge is None:
            self.next_edge(1)
        return True
