"""Events that match, as clusters: each with all others of its cluster, and no two of one brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.library.steps import in_order, let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sahel_tui.queries.library.event_joins import Node
    from sahel_tui.queries.library.steps import Steps

Matches = dict[int, dict[int, int]]
"""By event the others that it matches, and how well: the best has the least."""


class _Cluster:
    """Events that are one."""

    __slots__ = ("briefs", "common", "members")

    def __init__(self, number: int, brief: str, matches: AbstractSet[int]) -> None:
        self.members = {number}
        self.briefs = {brief}
        self.common = matches
        """What all members match."""

    def may_have(self, other: _Cluster) -> bool:
        """Whether each event of the one matches each of the other, and none has a rival there."""
        return self.common >= other.members and self.briefs.isdisjoint(other.briefs)

    def add(self, other: _Cluster) -> None:
        """All of another one too."""
        self.members |= other.members
        self.briefs |= other.briefs
        self.common = self.common & other.common


def clusters(nodes: dict[int, Node], matches: Matches, steps: Steps) -> Iterator[list[int]]:
    """The best matches first; of those that match as well, by what they are called.

    So the same events are one, in whichever order they come.
    """
    if len(nodes) == 1:
        return
    # Which brief, from the back: its day first.
    name = {number: (node.row.told[::-1], node.row.id) for number, node in nodes.items()}
    if len(nodes) == 2:
        yield sorted(nodes, key=name.__getitem__)
        return
    order = list(in_order(nodes, name.__getitem__))
    place = {number: at for at, number in enumerate(order)}
    of = {
        number: _Cluster(number, node.row.told.brief, matches[number].keys())
        for number, node in nodes.items()
    }
    for one, other in _best_first(order, place, matches, steps):
        left, right = of[one], of[other]
        if left is not right and left.may_have(right):
            left.add(right)
            of.update(dict.fromkeys(right.members, left))
    seen = dict.fromkeys(of[number] for number in sorted(nodes))
    for cluster in seen:
        if len(cluster.members) > 1:
            yield sorted(cluster.members, key=place.__getitem__)


def _best_first(
    order: list[int], place: dict[int, int], matches: Matches, steps: Steps
) -> Iterator[tuple[int, int]]:
    """Each two that match once."""
    by_rank: dict[int, dict[int, list[int]]] = {}
    for at, number in enumerate(order):
        steps(len(matches[number]))
        for other, rank in matches[number].items():
            if place[other] > at:
                by_rank.setdefault(rank, {}).setdefault(number, []).append(place[other])
    for rank in sorted(by_rank):
        pairs = by_rank.pop(rank)
        for number, others in pairs.items():
            steps(len(others))
            for at in sorted(others):
                yield number, order[at]
        let_go(pairs)
