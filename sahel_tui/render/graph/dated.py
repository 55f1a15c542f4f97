"""A map and a matrix from date to date: actors stay, and relations are those that held.

These are given by the identities in memory of the relations of all times.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sahel_tui.render.graph.placing import cells_of
from sahel_tui.render.graph.wires import with_relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.render.graph.matrix import Cell
    from sahel_tui.render.graph.placing import Placed
    from sahel_tui.render.graph.wires import Wire


class DatedCells(Mapping["Cell", "Sequence[Edge]"]):
    """The cells of a matrix in which something held; each is looked at when it is asked for."""

    def __init__(self, cells: Mapping[Cell, Sequence[Edge]], held: frozenset[int]) -> None:
        self._cells, self._held = cells, held

    def __getitem__(self, cell: Cell) -> Sequence[Edge]:
        found = [edge for edge in self._cells[cell] if id(edge) in self._held]
        if not found:
            raise KeyError(cell)
        return found

    def __iter__(self) -> Iterator[Cell]:
        return (
            cell for cell, edges in self._cells.items() if not self._held.isdisjoint(map(id, edges))
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)


class DatedMap:
    """A map of all times; a line that is the same on two dates is the same object."""

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self._taken = cells_of(placed.labels)
        self._known: dict[tuple[str, str], Wire] = {wire.ends: wire for wire in placed.wires}

    def of(self, held: frozenset[int]) -> Placed:
        """The map with these relations of its own alone."""
        wires = tuple(wire for wire in (self._wire(one, held) for one in self.placed.wires) if wire)
        seen = sum(len(wire.edges) for wire in wires)
        return self.placed._replace(wires=wires, relations_beyond=len(held) - seen)

    def _wire(self, whole: Wire, held: frozenset[int]) -> Wire | None:
        edges = tuple([edge for edge in whole.edges if id(edge) in held])
        known = self._known[whole.ends]
        if known.edges != edges:
            known = self._known[whole.ends] = with_relations(whole, edges, self._taken)
        return known if edges and known.dots else None
