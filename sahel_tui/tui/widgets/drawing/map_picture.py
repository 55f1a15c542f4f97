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
        self,
        shown: Narrowed,
        placed: Placed,
        node: str,
        before: Picture | None = None,
        ground: MapGround | None = None,
    ) -> None:
        super().__init__(shown, (placed.cells, placed.rows))
        self.placed = placed
        self._before = before._ground if isinstance(before, MapPicture) else None
        self._ground: MapGround | None = ground
        self._boxes = {label.id: label.box for label in placed.labels}
        first = next(iter(self._boxes), "")
        self._node = node if node in self._boxes else first
        self._wires = edges_of(placed, self._node)
        self._around: Sequence[Edge] | None = None
        """Made when it is asked for: there may be thousands."""
        self.edge = self._first()

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
        if self._around is None:
            drawn = [edge for wire in self._wires for edge in wire.edges]
            known = set(map(id, drawn))
            rest = self.shown.around(self._node)
            self._around = drawn + [edge for edge in rest if id(edge) not in known]
        return self._around

    def _first(self) -> Edge | None:
        """The first of them."""
        if self._wires:
            return self._wires[0].edges[0]
        return next(iter(self.around), None)

    def position(self, edge: Edge) -> tuple[int, int]:
        """Which of them it is, and how many there are."""
        if self._around is None:
            before, ends = 0, tuple(sorted((edge.source, edge.target)))
            for wire in self._wires:
                if wire.ends == ends:
                    return before + wire.edges.index(edge) + 1, len(self.shown.around(self._node))
                before += len(wire.edges)
        return super().position(edge)

    def show(self, edge: Edge) -> bool:
        """Select a relation; the cursor goes to one of its actors, unless it is there."""
        if self._node in (edge.source, edge.target):
            self.edge = edge
            return True
        return super().show(edge)

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
        walked = (wire.edges[0] for wire in self._wires if before in wire.ends)
        if (edge := next(walked, None)) is None:  # there may be one whose line is not seen
            edge = next((one for one in self.around if before in (one.source, one.target)), None)
        self.edge = edge or self.edge
        return True

    def has(self, node: str) -> bool:
        """Whether an actor has a label."""
        return node in self._boxes

    def go_to(self, node: str, edge: Edge | None = None) -> bool:
        """Put the cursor on a label."""
        if not self.has(node):
            return False
        if node != self._node:
            self._node = node
            self._wires, self._around = edges_of(self.placed, node), None
            self.edge = None
        self.edge = edge or self.edge or self._first()
        return True
