"""The drawings of the graph: what can be read at two sizes, and the processor time that they take.

The graph is that of the shipped library: its 28 actors with the most relations, and all of them. A
made-up graph of 300 actors has relations by a fixed seed. Beside the times stands what it takes in
the same run to import Textual, which tells how fast the machine is just now.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.dependencies import runs_of
from benchmarks.figures import Figure
from sahel_tui.library_reading import read_library
from sahel_tui.queries.graph.graph import Edge, Graph, Node
from sahel_tui.queries.graph.of_rows import graph_of_library
from sahel_tui.queries.graph.stress import links, parts, stress_layout
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.listing import Place
from sahel_tui.render.graph.map import draw_map, place_map
from sahel_tui.render.graph.matrix import draw_matrix, matrix_of
from sahel_tui.render.graph.wires import drawn
from sahel_tui.render.safe import safe
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sahel_tui.render.graph.placing import Placed

SIZES = {(80, 24): 4, (140, 45): 2}
"""How many lines may go under the label of another."""
ACTORS, MANY, SEED = 28, 300, 1
ROUNDS = 5
LAYOUT_BOUND, MANY_BOUND, KEY_BOUND = 300.0, 2_000.0, 8.0
IMPORT = "import textual.app"


def measure() -> Iterator[Figure]:
    """What can be read of each map, then the times."""
    whole = shipped()
    related = most_related(whole, ACTORS)
    imported = {IMPORT: median(runs_of(IMPORT, times=3))}
    for (cells, rows), under in SIZES.items():
        size = f"{ACTORS} actors, {cells}x{rows}"
        placed = place_map(related, cells, rows)
        yield Figure(f"{size}: labels whole", whole_labels(placed, related), "", ACTORS, floor=True)
        yield Figure(f"{size}: labels that overlap", overlaps(placed), "", bound=0)
        yield Figure(f"{size}: lines not drawn", placed.relations_beyond, "", bound=0)
        yield Figure(f"{size}: lines under a foreign label", hidden(placed), "", bound=under)
        yield from times(related, (cells, rows), size, imported)
    yield from many(made_up(MANY), imported)
    yield from matrices(whole, imported)


def times(
    graph: Graph, size: tuple[int, int], what: str, imported: Mapping[str, float]
) -> Iterator[Figure]:
    """Placing, in a thread; and drawing, with every key."""
    layout = cost(lambda: place_map(graph, *size))
    yield Figure(f"{what}: layout, CPU", layout, "ms", LAYOUT_BOUND, yardsticks=imported)
    placed = place_map(graph, *size)
    ids = [label.id for label in placed.labels]
    wire = placed.wires[0]
    key = cost(lambda: [draw_map(placed, cursor=one, selected=wire.ends) for one in ids])
    yield Figure(f"{what}: a key, CPU", key / len(ids), "ms", KEY_BOUND, yardsticks=imported)


def many(graph: Graph, imported: Mapping[str, float]) -> Iterator[Figure]:
    """A graph that is too large for a map: the layout of all of it, and of the map in its place."""
    at = {node.id: number for number, node in enumerate(graph.nodes)}
    around = links(len(at), [(at[edge.source], at[edge.target]) for edge in graph.edges])
    assert len(parts(around)) == 1
    layout = cost(lambda: stress_layout(around))
    yield Figure(f"{MANY} actors: layout, CPU", layout, "ms", MANY_BOUND, yardsticks=imported)
    placed = place_map(graph, 140, 45)
    what = f"{MANY} actors, 140x45: the map of {len(placed.labels)} of them, CPU"
    layout = cost(lambda: place_map(graph, 140, 45))
    yield Figure(what, layout, "ms", MANY_BOUND, yardsticks=imported)


def matrices(graph: Graph, imported: Mapping[str, float]) -> Iterator[Figure]:
    """The matrix of a library: made once, drawn with every key."""
    size = f"matrix of {len(graph.nodes)} actors, 140x45"
    made = cost(lambda: matrix_of(graph))
    yield Figure(f"{size}: order, CPU", made, "ms", LAYOUT_BOUND, yardsticks=imported)
    matrix = matrix_of(graph)
    cursors = [(at, at * 7 % len(matrix.ids)) for at in range(len(matrix.ids))]
    key = cost(lambda: [draw_matrix(matrix, 140, 45, cursor=one) for one in cursors])
    yield Figure(f"{size}: a key, CPU", key / len(cursors), "ms", KEY_BOUND, yardsticks=imported)


def cost(work: Callable[[], object]) -> float:
    """Milliseconds of processor time, the median of some runs."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        found.append(1000 * (time.process_time() - start))
    return median(found)


def shipped() -> Graph:
    """The graph of the shipped library."""
    rows = read_library(sorted(FOLDER.glob("2*.toml")), lambda _: None, processes=1)
    return graph_of_library(rows, Identities(rows.judgements()))


def most_related(graph: Graph, count: int) -> Graph:
    """Its actors with the most relations, and the relations between them."""
    degree = Counter(end for edge in graph.edges for end in (edge.source, edge.target))
    kept = set(sorted(degree, key=lambda node: (-degree[node], node))[:count])
    return Graph(
        tuple(node for node in graph.nodes if node.id in kept),
        tuple(edge for edge in graph.edges if {edge.source, edge.target} <= kept),
    )


def made_up(count: int) -> Graph:
    """A connected graph: each new actor has relations with one or two that were there before."""
    chance = random.Random(SEED)
    nodes = [Node(f"a{number:03}", f"Actor {number}") for number in range(count)]
    edges: list[Edge] = []
    for number in range(1, count):
        for other in {chance.randrange(number) for _ in range(chance.choice((1, 2, 2)))}:
            at = Place("made-up", "", f"r{len(edges)}")
            kind, sign = chance.choice((("supports", 1), ("attacks", -1), ("mediates", 0)))
            source, target = nodes[number].id, nodes[other].id
            edge = Edge(
                at, source, target, kind, "by", sign, None, None, "asserted", None, None, False
            )
            edges.append(edge)
    return Graph(tuple(nodes), tuple(edges))


def whole_labels(placed: Placed, graph: Graph) -> int:
    """How many labels stand in the drawn text with the whole name."""
    lines = draw_map(placed)
    names = {node.id: safe(node.name) for node in graph.nodes}
    return sum(names[label.id] in lines[label.box.y].plain for label in placed.labels)


def overlaps(placed: Placed) -> int:
    """Cells that two labels take."""
    taken = Counter(
        (label.box.x + at, label.box.y) for label in placed.labels for at in range(label.box.width)
    )
    return sum(number - 1 for number in taken.values())


def hidden(placed: Placed) -> int:
    """Lines with a cell under the label of an actor that they do not lead to."""
    labels = {
        (label.box.x + at, label.box.y): label.id
        for label in placed.labels
        for at in range(1, label.box.width - 1)
    }
    return sum(
        any(
            labels.get(cell, wire.ends[0]) not in wire.ends
            for cell in drawn(wire.way, wire.polarity, ()).cells
        )
        for wire in placed.wires
    )
