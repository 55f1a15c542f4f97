"""Ways for a line that would go under the label of another: past it, or round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.graph.boxes import DOTS_ACROSS, port, port_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.render.graph.boxes import Area, Box, Dot

_PORTS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where below a label a straight line may end that does not fit from the nearest place."""
_BESIDE = (0, 2)
"""Cells between a label and a line that bends beside it."""
_SHARED = 0.7
"""What a cell costs that other lines go through; each cell costs one."""
_BEND = 2.0

Way = tuple["Dot", ...]


def detour(
    area: Area, ends: tuple[Box, Box], boxes: Sequence[Box], taken: int, crossed: int
) -> tuple[Way, int] | None:
    """The best way between two labels that avoids what is taken, and its cells; if there is one."""
    own = area.box(ends[0]) | area.box(ends[1])
    best: tuple[float, Way, int] | None = None
    for way in _ways(area, ends, boxes, taken):
        line = area.line(way)
        if line & taken:
            continue
        seen = line & ~own
        price = seen.bit_count() + _SHARED * (seen & crossed).bit_count() + _BEND * len(way)
        if best is None or (price, way) < best[:2]:
            best = (price, way, seen)
    return best and (best[1], best[2])


def _ways(area: Area, ends: tuple[Box, Box], boxes: Sequence[Box], taken: int) -> Iterator[Way]:
    """Straight from other places below the labels, then with a bend or two beside others."""
    one, other = ends
    for start in _PORTS:
        for end in _PORTS:
            yield (port_at(one, start), one.y), (port_at(other, end), other.y)
    bends = [bend for bend in _bends(area, boxes) if not area.line((bend, bend)) & taken]
    first = [bend for bend in bends if not area.line((_from(one, bend), bend)) & taken]
    last = [bend for bend in bends if not area.line((bend, _from(other, bend))) & taken]
    for bend in first:
        for second in last:
            if second == bend:
                yield _from(one, bend), bend, _from(other, bend)
            else:
                yield _from(one, bend), bend, second, _from(other, second)


def _bends(area: Area, boxes: Sequence[Box]) -> list[Dot]:
    """Places beside all labels."""
    found = {
        (column, box.y)
        for box in boxes
        for beside in _BESIDE
        for column in (box.x - 1 - beside, box.x + box.width + beside)
    }
    return sorted((x * DOTS_ACROSS, y) for x, y in found if 0 <= x < area.cells)


def _from(box: Box, bend: Dot) -> Dot:
    return port(box, bend[0]), box.y
