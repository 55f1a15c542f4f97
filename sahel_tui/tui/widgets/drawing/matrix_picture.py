"""A matrix that one moves in: from cell to cell, and through the relations of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.graph.matrix import draw_matrix, window_of
from sahel_tui.tui.widgets.drawing.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.queries.graph.narrowing import Narrowed
    from sahel_tui.render.graph.matrix import Cell, Matrix
    from sahel_tui.render.graph.steps import Direction
    from sahel_tui.render.line import Line

_STEPS: dict[Direction, Cell] = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}


class MatrixPicture(Picture):
    """Row and column of the cursor; the relation of its cell that is selected."""

    def __init__(
        self, shown: Narrowed, matrix: Matrix, size: tuple[int, int], node: str, other: str
    ) -> None:
        super().__init__(shown, size)
        self.matrix = matrix
        self._at = {one: number for number, one in enumerate(matrix.ids)}
        row = self._at.get(node, 0)
        self._cell = (row, self._at.get(other, self._first_column(row)))
        self._select()

    def _first_column(self, row: int) -> int:
        """The first that the actor of a row has a relation with."""
        count = len(self.matrix.ids)
        return next((one for one in range(count) if (row, one) in self.matrix.relations), row)

    def _select(self) -> None:
        self.edge = next(iter(self.around), None)

    @property
    def node(self) -> str:
        """The actor of the row."""
        return self.matrix.ids[self._cell[0]] if self.matrix.ids else ""

    @property
    def other(self) -> str:
        """The actor of the column."""
        return self.matrix.ids[self._cell[1]] if self.matrix.ids else ""

    @property
    def around(self) -> Sequence[Edge]:
        """Those of the cursor's cell."""
        return self.matrix.relations.get(self._cell, ())

    @property
    def cursor_at(self) -> tuple[int, int]:
        """The cell's sign."""
        window = window_of(self.matrix, *self.size, self._cell)
        left = window.number + window.name + 3
        row, column = self._cell
        return left + (column - window.left) * window.cell, window.heads + row - window.top

    def draw(self, centre: str, *, ascii_only: bool) -> list[Line]:
        """The part about the cursor."""
        del centre
        return draw_matrix(
            self.matrix,
            *self.size,
            cursor=self._cell,
            possible=self.shown.possible,
            ascii_only=ascii_only,
        )

    def move(self, direction: Direction) -> bool:
        """To the next cell."""
        down, right = _STEPS[direction]
        return self._move_to(self._cell[0] + down, self._cell[1] + right)

    def page(self, pages: float) -> bool:
        """Up or down by pages; a large number goes to the end."""
        window = window_of(self.matrix, *self.size, self._cell)
        return self._move_to(self._cell[0] + round(max(1, window.rows - 1) * pages), self._cell[1])

    def _move_to(self, row: int, column: int) -> bool:
        last = len(self.matrix.ids) - 1
        cell = (max(0, min(last, row)), max(0, min(last, column)))
        moved = cell != self._cell and last >= 0
        if moved:
            self._cell = cell
            self._select()
        return moved

    def has(self, node: str) -> bool:
        """Whether an actor has a row."""
        return node in self._at

    def go_to(self, node: str, edge: Edge | None = None) -> bool:
        """To an actor's row; with a relation to its cell."""
        if not self.has(node):
            return False
        column = self._cell[1]
        if edge is not None:
            column = self._at[edge.target if edge.source == node else edge.source]
            if edge.source != node and edge.inverse:
                node = edge.source
                column = self._at[edge.target]
        self._move_to(self._at[node], column)
        if edge is not None and edge in self.around:
            self.edge = edge
        return True

    def lack(self) -> str:
        """Nothing: the row above says so."""
        return ""
