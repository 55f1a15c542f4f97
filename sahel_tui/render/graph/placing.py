"""Where everything of a map stands: every label whole, and the lines between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.graph.regions import Region, regions
from sahel_tui.queries.graph.stress import links, never, parts, stress_layout
from sahel_tui.render.cells import width
from sahel_tui.render.graph.boxes import MARGIN, Area, Box
from sahel_tui.render.graph.choosing import Plan, plan
from sahel_tui.render.graph.moving import Board
from sahel_tui.render.graph.slots import with_slots
from sahel_tui.render.graph.steps import steps_between
from sahel_tui.render.graph.wires import Wire, wire_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.render.graph.boxes import Dot
    from sahel_tui.render.graph.steps import Direction

_EVEN = 0.5
"""How much of a place is its rank, so that the area is filled, and how much the layout's."""
_LEAST_FOR_NOTE = 2
"""Rows from which on one of them says what is not shown."""


class Label(NamedTuple):
    """An actor on a map."""

    id: str
    name: str
    """As it is shown."""
    box: Box


class Placed(NamedTuple):
    """A map without a cursor: what is drawn anew with every key needs no more than this."""

    cells: int
    rows: int
    labels: tuple[Label, ...]
    wires: tuple[Wire, ...]
    actors_beyond: int
    """Actors that are not shown."""
    relations_beyond: int
    """Relations of which no line is seen."""
    steps: Mapping[str, Mapping[Direction, str]]
    """For each actor which one an arrow key leads to."""


def place_map(
    graph: Graph,
    cells: int,
    rows: int,
    *,
    centre: str | None = None,
    stopped: Callable[[], bool] = never,
) -> Placed:
    """Places for a graph in so many cells and rows: the same for the same graph.

    Where not all actors have room, those about the centre are shown, or those with the most
    relations. Raises Stopped.
    """
    every = len({*(node.id for node in graph.nodes), *_ends(graph.edges)})
    for room in (rows, rows - 1 if rows >= _LEAST_FOR_NOTE else rows):
        shown = plan(graph, cells, room, centre)
        if room == rows and room >= _LEAST_FOR_NOTE and len(shown.nodes) < every:
            continue
        placed = _placed(shown, graph, cells, room, stopped)
        if not (placed.relations_beyond or len(placed.labels) < every):
            break
    return placed._replace(rows=rows, actors_beyond=every - len(placed.labels))


def _ends(edges: Sequence[Edge]) -> set[str]:
    return {end for edge in edges for end in (edge.source, edge.target)}


def _placed(
    shown: Plan, graph: Graph, cells: int, rows: int, stopped: Callable[[], bool]
) -> Placed:
    area = Area(cells, rows)
    neighbours = links(len(shown.nodes), list(shown.pairs))
    boxes = _first_places(area, shown.names, neighbours, stopped)
    kept = [node for node, box in enumerate(boxes) if box]
    start = [box for box in boxes if box]
    board = Board(area, start, _among(neighbours, kept))
    board.settle(stopped)
    labels = tuple(
        Label(shown.nodes[node].id, shown.names[node], box)
        for node, box in zip(kept, board.boxes, strict=True)
    )
    edges = {
        (kept.index(one), kept.index(other)): edges
        for (one, other), edges in shown.pairs.items()
        if one in kept and other in kept
    }
    wires = wired(labels, edges, board.routes(stopped), cells)
    seen = sum(len(wire.edges) for wire in wires)
    steps = steps_between([(label.id, label.box) for label in labels])
    return Placed(cells, rows, labels, wires, 0, len(graph.edges) - seen, steps)


def wired(
    labels: Sequence[Label],
    pairs: Mapping[tuple[int, int], tuple[Edge, ...]],
    ways: Mapping[tuple[int, int], tuple[Dot, ...]],
    cells: int,
) -> tuple[Wire, ...]:
    """The lines of which something is seen, with their marks."""
    taken, wires = cells_of(labels), []
    for pair, edges in pairs.items():
        ends = (labels[pair[0]].id, labels[pair[1]].id)
        wire = wire_of(ends, edges, ways[pair], taken)
        if wire.dots:
            wires.append(wire)
    return with_slots(wires, cells, taken)


def cells_of(labels: Sequence[Label]) -> set[Dot]:
    """The cells of labels."""
    boxes = [label.box for label in labels]
    return {(x, box.y) for box in boxes for x in range(box.x, box.x + box.width)}


def _among(neighbours: Sequence[Sequence[int]], kept: Sequence[int]) -> list[list[int]]:
    """The neighbours among those that are kept, by their new numbers."""
    at = {node: number for number, node in enumerate(kept)}
    return [[at[other] for other in neighbours[node] if other in at] for node in kept]


def _first_places(
    area: Area,
    names: Sequence[str],
    neighbours: Sequence[Sequence[int]],
    stopped: Callable[[], bool],
) -> list[Box | None]:
    """For each label the free place nearest to where the layout has it, if there is one."""
    aims = _aims(area, names, neighbours, stopped)
    taken = 0
    boxes: list[Box | None] = [None] * len(names)
    for node in sorted(range(len(names)), key=lambda node: (-len(neighbours[node]), node)):
        box = area.nearest(*aims[node], width(names[node]) + 2 * MARGIN, taken)
        boxes[node] = box
        taken |= area.box(box) if box else 0
    return boxes


def _aims(
    area: Area,
    names: Sequence[str],
    neighbours: Sequence[Sequence[int]],
    stopped: Callable[[], bool],
) -> list[tuple[float, float]]:
    """Where the middle of each label would stand best: each part in a region of its own."""
    found = sorted(parts(neighbours), key=lambda part: (-len(part), part))
    groups = [part for part in found if len(part) > 1]
    if alone := [node for part in found if len(part) == 1 for node in part]:
        groups.append(alone)
    weights = [sum(8 + width(names[node]) for node in group) for group in groups]
    aims = [(0.0, 0.0)] * len(names)
    for group, region in zip(
        groups, regions(weights, Region(0, 0, area.cells, area.rows)), strict=True
    ):
        linked = _among(neighbours, group)
        places = stress_layout(linked, stopped) if any(linked) else _grid(len(group), region)
        for node, aim in zip(group, _spread(places, region), strict=True):
            aims[node] = aim
    return aims


def _grid(count: int, region: Region) -> list[complex]:
    """Places in rows, for what no line leads to."""
    across = max(1, round((count * region.width / max(1.0, region.height) / 6) ** 0.5))
    return [complex(number % across, number // across) for number in range(count)]


def _spread(places: Sequence[complex], region: Region) -> list[tuple[float, float]]:
    """The places of a layout, stretched over a region."""
    across = _filled([place.real for place in places])
    down = _filled([place.imag for place in places])
    return [
        (region.x + region.width * x, region.y + (region.height - 1) * y)
        for x, y in zip(across, down, strict=True)
    ]


def _filled(values: Sequence[float]) -> list[float]:
    """From 0 to 1: between where each is and which it is in their order."""
    order = sorted(set(values))
    if len(order) == 1:
        return [0.5] * len(values)
    rank = {value: number / (len(order) - 1) for number, value in enumerate(order)}
    span = order[-1] - order[0]
    return [(1 - _EVEN) * (one - order[0]) / span + _EVEN * rank[one] for one in values]
