"""Which events of several briefs are one event, found as they go by in the order of their dates."""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from sahel_tui.queries.library.clusters import clusters
from sahel_tui.queries.library.event_joins import LONG, NEAR, keys_of, nodes_of, rank
from sahel_tui.queries.library.event_order import WIDE, begin_of, is_wide
from sahel_tui.queries.library.steps import Steps, Unwanted, let_go

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sahel_tui.queries.library.clusters import Matches
    from sahel_tui.queries.library.event_joins import Key, Node
    from sahel_tui.queries.library.identities import Identities
    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.queries.library.steps import Stopped

    Slot = tuple[int, int]

_SLOT = 8
"""Days that are looked at together; more for events that are LONG."""
_SLICE = 500
_REACH = 2 * WIDE
"""Days from the first day of one that is not wide to the last that it may have had."""
_SLACK = 100
"""An approximate date may reach back so far before the day that it is sorted by."""
_NEVER = 10**13


def told_events(
    events: Iterable[EventRow],
    identities: Identities,
    *,
    newest: bool = False,
    stopped: Stopped = lambda: False,
) -> Iterator[tuple[Node, ...]]:
    """Each event that two briefs or more tell, in all its tellings: one of each brief.

    The rows come in the order of their first days, or as `newest_first` has them; only those of
    about half a year are held, and the ones that are longer. It ends early once it is stopped.
    """
    window = _Window(Steps(stopped), newest=newest)
    node = nodes_of(identities)
    try:
        for row in events:
            yield from window.leave(_newest_clock(row) if newest else _begin(row) - _SLACK)
            if row.tense != "hypothetical":
                window.add(node(row))
        yield from window.leave(_NEVER)
    except Unwanted:
        pass
    finally:
        window.empty()


def _begin(row: EventRow) -> int:
    return next((day for day in (row.first, row.last) if day is not None), -_NEVER)


def _newest_clock(row: EventRow) -> int:
    """Days backwards; it begins to run once all long ones are there."""
    return -_NEVER - 1 if is_wide(row) else -begin_of(row)


class _Window:
    """The events that another one, which comes later, may still be one with."""

    def __init__(self, steps: Steps, *, newest: bool) -> None:
        self._steps = steps
        self._newest = newest
        self._swept: int | None = None
        self._nodes: dict[int, Node] = {}
        self._slots: dict[Slot, dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
        """By the part of time that they lie in."""
        self._ends: list[tuple[int, int]] = []
        self._root: dict[int, int] = {}
        self._parts: dict[int, list[int]] = {}
        """Events that are joined with each other, directly or not, by one of them."""
        self._open: dict[int, int] = {}
        """How many of a part may still be joined."""
        self._matches: Matches = {}
        self._next = 0

    def add(self, node: Node) -> None:
        """Join an event with those that may be one with it."""
        number, self._next = self._next, self._next + 1
        known, wanted = keys_of(node)
        matches: dict[int, int] = {}
        nodes = self._nodes
        for at, other in enumerate(self._near(node, wanted)):
            if at % _SLICE == 0:
                self._steps(_SLICE)
            found = rank(nodes[other], node)
            if found is not None:
                matches[other] = self._matches[other][number] = found
        self._nodes[number], self._matches[number] = node, matches
        self._root[number], self._parts[number], self._open[number] = number, [number], 1
        for root in {self._root[other] for other in matches}:
            self._unite(root, number)
        for slot in _slots(node):
            by_key = self._slots[slot]
            for key in known:
                by_key[key].append(number)
        heappush(self._ends, (self._end(node), number))

    def _end(self, node: Node) -> int:
        """When no other can be one with it any more, by the clock of `leave`."""
        if node.length > LONG:
            return -_NEVER if self._newest else _NEVER - 1
        whole = node.date.whole
        return NEAR + 1 + (_REACH - whole.first if self._newest else whole.last)

    def _near(self, node: Node, keys: Sequence[Key]) -> set[int]:
        found: set[int] = set()
        for slot in _slots_near(node):
            by_key = self._slots.get(slot)
            if by_key:
                for key in keys:
                    found.update(by_key.get(key, ()))
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
        self._open[first] += self._open.pop(second)

    def leave(self, day: int) -> Iterator[tuple[Node, ...]]:
        """Let go of what ended before a day, and tell which events were one."""
        if self._swept != day // _SLOT:
            self._swept = day // _SLOT
            over = [one for one in self._slots if one[0] == _SLOT and self._over(one[1]) < day]
            for slot in over:
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
        members = self._parts.pop(root)
        nodes = {member: self._nodes.pop(member) for member in members}
        matches = {member: self._matches.pop(member) for member in members}
        for member in members:
            del self._root[member]
        try:
            for cluster in clusters(nodes, matches, self._steps):
                yield tuple(nodes[number] for number in cluster)
        finally:
            let_go(nodes, matches)

    def empty(self) -> None:
        """Let go of all that is still held."""
        let_go(self._nodes, self._matches, self._slots, self._root, self._parts, self._open)


def _slots(node: Node) -> Iterator[Slot]:
    """In which an event is found: as wide as those that it may be one with are long."""
    return _parts_of_time(node, _width(node), 0)


def _slots_near(node: Node) -> Iterator[Slot]:
    """In which those are that it may be one with."""
    width = _width(node)
    yield from _parts_of_time(node, width, NEAR + 1)
    if width != _SLOT:  # only what is half as long, or twice
        yield from _parts_of_time(node, width // 2, NEAR + 1)
        yield from _parts_of_time(node, width * 2, NEAR + 1)


def _width(node: Node) -> int:
    return _SLOT if node.length <= LONG else 1 << node.length.bit_length()


def _parts_of_time(node: Node, width: int, around: int) -> Iterator[Slot]:
    last = -_NEVER
    for one in node.date.stretches:
        end = (one.last + around) // width
        for at in range(max(last + 1, (one.first - around) // width), end + 1):
            yield width, at
        last = end
