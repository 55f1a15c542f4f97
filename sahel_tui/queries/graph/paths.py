"""The best few paths between two actors.

A path goes from actor to actor by relations, whatever their direction, and to none of them twice.
Of two paths that with fewer hops is the better; of those with as many, that whose weakest hop is
the stronger (`grades.weakness`). Between two actors the strongest of their relations is the hop,
and the others stand beside it. What is denied leads nowhere.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.graph.grades import weakness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sahel_tui.queries.graph.graph import Edge, Graph

Nodes = tuple[str, ...]
Cost = tuple[int, int]
"""Hops, and how weak the weakest is."""


class Hop(NamedTuple):
    """From one actor to the next."""

    source: str
    """Ids of nodes in the direction of the path, as `target`."""
    target: str
    edge: Edge
    """The strongest relation of the two; it may lead the other way."""
    others: tuple[Edge, ...]
    """The rest of them, the strongest first."""

    @property
    def forward(self) -> bool:
        """Whether the relation leads the way of the path."""
        return self.edge.source == self.source


class Path(NamedTuple):
    """A way from one actor to another."""

    hops: tuple[Hop, ...]
    weakest: int
    """The place of the weakest hop, the first of those that are as weak."""


class Ways:
    """Where the relations of a graph lead; made once, then asked for paths."""

    def __init__(self, graph: Graph, *, positive: bool = False) -> None:
        """`positive`: only by relations of sign +1."""
        self._between: dict[tuple[str, str], list[Edge]] = {}
        self._next: dict[str, dict[str, int]] = {}
        """Of each actor its neighbours, and how weak the strongest relation with each is."""
        for edge in graph.edges:
            source, target = edge.source, edge.target
            usable = edge.sign > 0 if positive else True
            if usable and edge.status != "denied" and source != target:
                self._add(source, target, edge)

    def _add(self, source: str, target: str, edge: Edge) -> None:
        key = (source, target) if source < target else (target, source)
        self._between.setdefault(key, []).append(edge)
        bears = weakness(edge)
        for one, other in ((source, target), (target, source)):
            around = self._next.setdefault(one, {})
            around[other] = min(bears, around.get(other, bears))

    def paths(
        self, source: str, target: str, stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[Path]:
        """All paths, the best first, each worked out when it is asked for; fewer once `stopped`."""
        for _, nodes in self._ranked(source, target, stopped):
            yield _path([self._hop(*ends) for ends in pairwise(nodes)])

    def _hop(self, source: str, target: str) -> Hop:
        key = (source, target) if source < target else (target, source)
        edge, *others = sorted(self._between[key], key=weakness)
        return Hop(source, target, edge, tuple(others))

    def within(self, source: str, target: str, most: int) -> Iterator[Edge]:
        """The relations by which a path of at most so many hops may go."""
        there, back = self._distances(source, most), self._distances(target, most)
        for (one, other), edges in self._between.items():
            ways = ((there.get(a), back.get(b)) for a, b in ((one, other), (other, one)))
            if any(to is not None and on is not None and to + 1 + on <= most for to, on in ways):
                yield from edges

    def _distances(self, start: str, most: int) -> dict[str, int]:
        """In hops, of those who are no farther than that."""
        found, layer = {start: 0}, [start]
        for hops in range(1, most + 1):
            layer = [other for one in layer for other in self._next.get(one, ())]
            layer = [other for other in dict.fromkeys(layer) if other not in found]
            found.update(dict.fromkeys(layer, hops))
        return found

    # Yen's algorithm (1971): each path found is left at each of its actors for another way --------

    def _ranked(
        self, source: str, target: str, stopped: Callable[[], bool]
    ) -> Iterator[tuple[Cost, Nodes]]:
        first = self._best((source,), target, frozenset())
        waiting: dict[Nodes, Cost] = {} if first is None else {first: self._cost(first)}
        given: list[Nodes] = []
        while waiting:
            nodes = min(waiting, key=lambda one: (waiting[one], one))
            yield waiting.pop(nodes), nodes
            given.append(nodes)
            for at in range(len(nodes) - 1):
                if stopped():
                    return
                root = nodes[: at + 1]
                taken = frozenset(one[at + 1] for one in given if one[: at + 1] == root)
                other = self._best(root, target, taken)
                if other is not None:
                    waiting[other] = self._cost(other)

    def _cost(self, nodes: Nodes) -> Cost:
        weak = (self._next[one][other] for one, other in pairwise(nodes))
        return len(nodes) - 1, max(weak)

    def _best(self, root: Nodes, target: str, taken: frozenset[str]) -> Nodes | None:
        """The best path that begins with `root` and goes on to none of `taken`; layer by layer."""
        start = root[-1]
        if start not in self._next or target not in self._next or target in root:
            return None
        before = dict.fromkeys(root, "")
        layer = {start: 0}
        while layer and target not in before:
            found: dict[str, tuple[int, str]] = {}
            for node, weak in layer.items():
                for other, bears in self._next[node].items():
                    worst = max(weak, bears)
                    known = found.get(other)
                    if other not in before and (known is None or worst < known[0]):
                        found[other] = worst, node
            if layer.keys() == {start}:
                for other in taken:
                    found.pop(other, None)
            before.update((node, by) for node, (_, by) in found.items())
            layer = {node: weak for node, (weak, _) in found.items()}
        return self._back(root, target, before) if target in before else None

    @staticmethod
    def _back(root: Nodes, target: str, before: Mapping[str, str]) -> Nodes:
        way = [target]
        while way[-1] != root[-1]:
            way.append(before[way[-1]])
        return (*root, *way[-2::-1])


def regraded(
    paths: Sequence[Path], grade: Callable[[Edge], str | None], limit: int
) -> tuple[Path, ...]:
    """The best of some paths, once it is known how good the passages of their relations are.

    For a graph of rows, which know no grades: give it a few more paths than are wanted.
    """
    told = [_path([_graded_hop(hop, grade) for hop in path.hops]) for path in paths]
    ranked = sorted(told, key=lambda one: (len(one.hops), weakness(one.hops[one.weakest].edge)))
    return tuple(ranked[:limit])


def _graded_hop(hop: Hop, grade: Callable[[Edge], str | None]) -> Hop:
    edges = (edge._replace(grade=grade(edge)) for edge in (hop.edge, *hop.others))
    edge, *others = sorted(edges, key=weakness)
    return hop._replace(edge=edge, others=tuple(others))


def _path(hops: Sequence[Hop]) -> Path:
    weak = [weakness(hop.edge) for hop in hops]
    return Path(tuple(hops), weak.index(max(weak)))


def best_paths(
    graph: Graph,
    source: str,
    target: str,
    *,
    limit: int = 5,
    positive: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Path, ...]:
    """The first of all paths; of a graph on a date ask `as_of` for that first."""
    return tuple(islice(Ways(graph, positive=positive).paths(source, target, stopped), limit))
