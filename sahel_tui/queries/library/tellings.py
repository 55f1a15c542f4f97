"""Which events of several briefs are one event, found as they go by in the order of their dates."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from sahel_tui.queries.library.event_joins import LONG, NEAR, keys_of, node_of, rank
from sahel_tui.queries.library.event_order import WIDE, begin_of, is_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.queries.library.event_joins import Key, Node
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import EventRow

_SLOT = 8
"""Days that are looked at together."""
_REACH = 2 * WIDE
"""Days from the first day of one that is not wide to the last that it may have had."""
_SLACK = 100
"""An approximate date may reach back so far before the day that it is sorted by."""
_NEVER = 10**13

Edge = tuple[tuple[int, int, int], int, int]


def told_events(
    events: Iterable[EventRow], identities: Identities, *, newest: bool = False
) -> Iterator[tuple[Node, ...]]:
    """Each event that two briefs or more tell, in all its tellings: one of each brief.

    The rows come in the order of their first days, or as `newest_first` has them; only those of
    about half a year are held, and the ones that are longer.
    """
    window = _Window(newest=newest)
    for row in events:
        yield from window.leave(_newest_clock(row) if newest else _begin(row) - _SLACK)
        window.add(node_of(row, identities))
    yield from window.leave(_NEVER)


def _begin(row: EventRow) -> int:
    return next((day for day in (row.first, row.last) if day is not None), -_NEVER)


def _newest_clock(row: EventRow) -> int:
    """Days backwards; it begins to run once all long ones are there."""
    return -_NEVER - 1 if is_wide(row) else -begin_of(row)


class _Window:
    """The events that another one, which comes later, may still be one with."""

    def __init__(self, *, newest: bool) -> None:
        self._newest = newest
        self._swept: int | None = None
        self._nodes: dict[int, Node] = {}
        self._slots: dict[int | None, dict[Key, list[int]]] = {}
        """By the part of time that they lie in; None for long ones."""
        self._ends: list[tuple[int, int]] = []
        self._root: dict[int, int] = {}
        self._parts: dict[int, list[int]] = {}
        """Events that are joined with each other, directly or not, by one of them."""
        self._open: dict[int, int] = {}
        """How many of a part may still be joined."""
        self._edges: dict[int, list[Edge]] = {}
        self._next = 0

    def add(self, node: Node) -> None:
        """Join an event with those that may be one with it."""
        number, self._next = self._next, self._next + 1
        self._nodes[number], self._root[number] = node, number
        self._parts[number], self._edges[number], self._open[number] = [number], [], 1
        keys = tuple(keys_of(node))
        for other in self._near(node, keys):
            found = rank(self._nodes[other], node)
            if found is not None:
                self._unite(other, number)
                self._edges[self._root[number]].append((found, other, number))
        slots = _slots(node, 0)
        for slot in slots:
            by_key = self._slots.setdefault(slot, {})
            for key in keys:
                by_key.setdefault(key, []).append(number)
        heappush(self._ends, (self._end(node), number))

    def _end(self, node: Node) -> int:
        """When no other can be one with it any more, by the clock of `leave`."""
        if node.length > LONG:
            return -_NEVER if self._newest else _NEVER - 1
        whole = node.date.whole
        return NEAR + 1 + (_REACH - whole.first if self._newest else whole.last)

    def _near(self, node: Node, keys: Sequence[Key]) -> dict[int, None]:
        found: dict[int, None] = {}
        for slot in _slots(node, NEAR + 1):
            by_key = self._slots.get(slot, {})
            for key in keys:
                found.update(dict.fromkeys(by_key.get(key, ())))
        return found

    def _unite(self, one: int, other: int) -> None:
        first, second = self._root[one], self._root[other]
        if first == second:
            return
        if len(self._parts[first]) < len(self._parts[second]):
            first, second = second, first
        for member in self._parts.pop(second):
            self._root[member] = first
            self._parts[first].append(member)
        self._edges[first] += self._edges.pop(second)
        self._open[first] += self._open.pop(second)

    def leave(self, day: int) -> Iterator[tuple[Node, ...]]:
        """Let go of what ended before a day, and tell which events were one."""
        if self._swept != day // _SLOT:
            self._swept = day // _SLOT
            for slot in [one for one in self._slots if one is not None and self._over(one) < day]:
                del self._slots[slot]
        while self._ends and self._ends[0][0] < day:
            root = self._root[heappop(self._ends)[1]]
            self._open[root] -= 1
            if not self._open[root]:
                yield from self._told(root)

    def _over(self, slot: int) -> int:
        return NEAR + 1 + _REACH - slot * _SLOT if self._newest else (slot + 1) * _SLOT

    def _told(self, root: int) -> Iterator[tuple[Node, ...]]:
        del self._open[root]
        members, edges = self._parts.pop(root), self._edges.pop(root)
        nodes = {member: self._nodes.pop(member) for member in members}
        for member in members:
            del self._root[member]
        for cluster in _clusters(nodes, edges):
            yield tuple(nodes[number] for number in cluster)


def _slots(node: Node, around: int) -> tuple[int | None, ...]:
    if node.length > LONG:
        return (None,)
    found: dict[int | None, None] = {}
    for one in node.date.stretches:
        first, last = (one.first - around) // _SLOT, (one.last + around) // _SLOT
        found.update(dict.fromkeys(range(first, last + 1)))
    return tuple(found)


def _clusters(nodes: dict[int, Node], edges: list[Edge]) -> Iterator[list[int]]:
    """Events that are one: the best matches first, each with all others, no two of one brief."""
    joined = {(one, other) for _, one, other in edges}
    group = {number: [number] for number in nodes}
    briefs = {number: {node.row.told.brief} for number, node in nodes.items()}
    # By what they are called: the same are one, in whichever order they come.
    name = {number: (node.row.told[::-1], node.row.id) for number, node in nodes.items()}
    for _, one, other in sorted(
        edges, key=lambda edge: (edge[0], sorted((name[edge[1]], name[edge[2]])))
    ):
        left, right = group[one], group[other]
        if left is right or briefs[left[0]] & briefs[right[0]]:
            continue
        if all((min(a, b), max(a, b)) in joined for a in left for b in right):
            briefs[left[0]] |= briefs[right[0]]
            left += right
            for member in right:
                group[member] = left
    seen: set[int] = set()
    for cluster in group.values():
        if len(cluster) > 1 and cluster[0] not in seen:
            seen.add(cluster[0])
            yield sorted(cluster, key=name.__getitem__)
