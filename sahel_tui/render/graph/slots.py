"""Where on its line each mark stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sahel_tui.render.graph.wires import Slot, Wire

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from sahel_tui.render.graph.boxes import Dot

_SEEN, _ROOMY = 2, 4
"""Cells of a line that a mark leaves: one that has to be there, and one that may."""
_OTHERS = 4
"""How far from the middle of its line a mark goes so as not to lie on another line."""


def with_slots(wires: Sequence[Wire], cells: int, labelled: AbstractSet[Dot]) -> tuple[Wire, ...]:
    """The lines with a place for a mark each, if there is room; those that have to say more first.

    A mark has one cell more than it needs, if it can, for what is only possible at a date.
    """
    lines = Counter(cell for wire in wires for cell in wire.cells)
    taken = set(labelled) | {(x, y) for _, y in lines for x in (-1, cells)}
    slots: dict[tuple[str, str], Slot] = {}
    for wire in sorted(wires, key=_urgency):
        if slot := _slot(wire, lines, taken):
            slots[wire.ends] = slot
            taken.update((slot.x + at, slot.y) for at in range(-1, slot.width + 1))
    return tuple(wire._replace(slot=slots.get(wire.ends)) for wire in wires)


def _urgency(wire: Wire) -> tuple[bool, bool, int, tuple[str, str]]:
    return not wire.short, not wire.mark, len(wire.cells), wire.ends


def _slot(wire: Wire, lines: Counter[Dot], taken: AbstractSet[Dot]) -> Slot | None:
    """The widest that there is room for, in the middle if possible; some of the line stays seen."""
    whole = len(wire.mark) + 1
    middle = (len(wire.cells) - 1) / 2
    outward = sorted(range(len(wire.cells)), key=lambda number: (abs(number - middle), number))
    for size in dict.fromkeys((whole, max(1, whole - 1), 1)):
        best: tuple[float, Slot] | None = None
        for number in outward:
            aside = abs(number - middle)
            if best and best[0] <= aside:
                break
            for back in range(size):
                if slot := _at(wire, number, back, size, taken):
                    found = (aside + _OTHERS * _others(wire, slot, lines), slot)
                    best = min(best, found) if best else found
        if best:
            return best[1]
    return None


def _at(wire: Wire, number: int, back: int, size: int, taken: AbstractSet[Dot]) -> Slot | None:
    x, y = wire.cells[number]
    under = {(x - back + at, y) for at in range(size)}
    least = _ROOMY if not wire.short else 1 if size == 1 else _SEEN
    if under & taken or len(wire.cells) - len(under.intersection(wire.cells)) < least:
        return None
    return Slot(x - back, y, size)


def _others(wire: Wire, slot: Slot, lines: Counter[Dot]) -> int:
    """How many cells of other lines it would lie on."""
    return sum(
        lines[slot.x + at, slot.y] - ((slot.x + at, slot.y) in wire.cells)
        for at in range(slot.width)
    )
