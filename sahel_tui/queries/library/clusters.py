"""Events that match, as clusters: each with all others of its cluster, and no two of one brief."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from sahel_tui.queries.library.steps import in_order

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

    def __init__(self, member: int, brief: str) -> None:
        self.members = {member}
        self.briefs = {brief}
        self.common: AbstractSet[int] = frozenset()
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

    So the same events are one, in whichever order they come. `matches` is emptied.
    """
    if len(nodes) == 1:
        return
    # Which brief, from the back: its day first.
    name = {number: (node.row.told[::-1], node.row.id) for number, node in nodes.items()}
    if len(nodes) == 2 and any(matches.values()):
        yield sorted(nodes, key=name.__getitem__)
        return
    order = list(in_order(nodes, name.__getitem__))
    of = [_Cluster(at, nodes[number].brief) for at, number in enumerate(order)]
    for one, other in _best_first(order, of, matches, steps):
        left, right = of[one], of[other]
        if left is not right and left.may_have(right):
            left.add(right)
            for member in right.members:
                of[member] = left
    found = [one for one in dict.fromkeys(of) if len(one.members) > 1]
    for cluster in sorted(found, key=lambda one: min(order[at] for at in one.members)):
        yield [order[at] for at in sorted(cluster.members)]


def _best_first(
    order: list[int], of: list[_Cluster], matches: Matches, steps: Steps
) -> Iterator[tuple[int, int]]:
    """Each two that match once, by their places in the order."""
    place = {number: at for at, number in enumerate(order)}
    by_rank: dict[int, array[int]] = {}
    """Two places as one number: they come in their order."""
    for at, number in enumerate(order):
        steps(len(matches[number]))
        ranks = {place[other]: rank for other, rank in matches.pop(number).items()}
        of[at].common = ranks.keys()
        for other in sorted(ranks):
            if other > at:
                pairs = by_rank.get(ranks[other])
                if pairs is None:
                    pairs = by_rank[ranks[other]] = array("q")
                pairs.append(at * len(order) + other)
    for rank in sorted(by_rank):
        for pair in by_rank.pop(rank):
            steps()
            yield divmod(pair, len(order))
