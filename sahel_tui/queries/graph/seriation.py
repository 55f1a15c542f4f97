"""An order of actors in which those that have to do with each other stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.graph.communities import communities
from sahel_tui.queries.graph.stress import never
from sahel_tui.queries.graph.structure import neighbours

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sahel_tui.queries.graph.graph import Graph

_ROUNDS = 12


def matrix_order(graph: Graph, stopped: Callable[[], bool] = never) -> tuple[str, ...]:
    """The ids of all nodes: by communities, in each by where their neighbours stand.

    The same for the same graph, in whatever order it is told; who has no relation comes last.
    """
    around = neighbours(sorted(graph.edges, key=lambda edge: (edge.source, edge.target)))
    blocks = _blocks(graph, around, stopped)
    best = list(blocks)
    for _ in range(_ROUNDS):
        if stopped():
            break
        blocks = _turned(blocks, around)
        best = min(best, blocks, key=lambda one: _length(one, around))
    ids = {node.id for node in graph.nodes} | {
        end for edge in graph.edges for end in (edge.source, edge.target)
    }
    return (*(node for block in best for node in block), *sorted(ids - around.keys()))


def _blocks(
    graph: Graph, around: Mapping[str, Sequence[str]], stopped: Callable[[], bool]
) -> list[list[str]]:
    """The communities, and with each those that are in none and have most to do with it."""
    blocks = [sorted(one.nodes) for one in communities(graph, stopped)]
    block_of = {node: number for number, block in enumerate(blocks) for node in block}
    alone = []
    for node in around:
        if node not in block_of:
            ties = [block_of[other] for other in around[node] if other in block_of]
            if ties:
                most = max(sorted(set(ties)), key=ties.count)
                blocks[most].append(node)
            else:
                alone.append(node)
    return [*blocks, alone] if alone else blocks


def _turned(
    blocks: Sequence[Sequence[str]], around: Mapping[str, Sequence[str]]
) -> list[list[str]]:
    """Blocks and what is in them, each sorted by where its neighbours stand (barycentres)."""
    place = {node: at for at, node in enumerate(node for block in blocks for node in block)}
    centre = {
        node: (sum(place[other] for other in around[node]) + place[node]) / (len(around[node]) + 1)
        for node in place
    }
    turned = [sorted(block, key=lambda node: (centre[node], node)) for block in blocks]
    return sorted(turned, key=lambda block: sum(centre[node] for node in block) / len(block))


def _length(blocks: Sequence[Sequence[str]], around: Mapping[str, Sequence[str]]) -> int:
    """How far apart those stand, altogether, that have a relation."""
    place = {node: at for at, node in enumerate(node for block in blocks for node in block)}
    return sum(abs(place[node] - place[other]) for node in place for other in around[node])
