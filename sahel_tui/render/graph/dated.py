"""A map and a matrix from date to date: actors stay, and relations are those that held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sahel_tui.render.graph.placing import cells_of
from sahel_tui.render.graph.wires import is_doubtful, with_relations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.queries.graph.as_of import Held
    from sahel_tui.queries.graph.graph import Edge
    from sahel_tui.render.graph.matrix import Cell
    from sahel_tui.render.graph.placing import Placed
    from sahel_tui.render.graph.wires import Wire

Ends = tuple[str, str]


class DatedCells(Mapping["Cell", "Sequence[Edge]"]):
    """The cells of a matrix in which something held; each is looked at when it is asked for."""

    def __init__(self, cells: Mapping[Cell, Sequence[Edge]], held: Held) -> None:
        self._cells, self._ids = cells, held.ids

    def __getitem__(self, cell: Cell) -> Sequence[Edge]:
        edges = self._cells[cell]
        found = self._ids.chosen(edges, map(id, edges))
        if not found:
            raise KeyError(cell)
        return found

    def __iter__(self) -> Iterator[Cell]:
        return (cell for cell in self._cells if cell in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class DatedMap:
    """A map of all times; a line that is the same on two dates is the same object.

    From date to date it looks at the lines of those relations alone that are held otherwise.
    """

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self._taken = cells_of(placed.labels)
        self._whole = {wire.ends: wire for wire in placed.wires}
        self._now = dict(self._whole)
        """The lines of the last date, those without a relation too."""
        self._ends: dict[object, Ends] = {}
        """The ends of each relation's line, by its identity in memory and by its place."""
        for wire in placed.wires:
            for edge in wire.edges:
                self._ends[id(edge)] = self._ends[edge.at] = wire.ends
        self._held: Held | None = None

    def of(self, held: Held) -> Placed:
        """The map with these relations of its own alone."""
        for ends in self._touched(held):
            self._now[ends] = self._wire(ends, held)
        self._held = held
        wires = tuple([wire for wire in self._now.values() if wire.edges and wire.dots])
        seen = sum([len(wire.edges) for wire in wires])
        return self.placed._replace(wires=wires, relations_beyond=len(held.ids) - seen)

    def _touched(self, held: Held) -> Iterable[Ends]:
        """The lines that may be others than on the last date."""
        before = self._held
        ids = held.ids.differing(before.ids) if before is not None else None
        places = held.possible.differing(before.possible) if before is not None else None
        if ids is None or places is None:
            return self._whole
        return {self._ends[one] for one in (*ids, *places) if one in self._ends}

    def _wire(self, ends: Ends, held: Held) -> Wire:
        whole, known = self._whole[ends], self._now[ends]
        edges = tuple(held.ids.chosen(whole.edges, map(id, whole.edges)))
        if known.edges != edges:
            known = with_relations(whole, edges, self._taken)
        doubtful = is_doubtful(edges, held.possible)
        return known if known.doubtful == doubtful else known._replace(doubtful=doubtful)
