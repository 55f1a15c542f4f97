"""A line that would go under a label takes the cheapest of all ways past the labels."""

from __future__ import annotations

from itertools import pairwise, product
from math import inf
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.render.graph.boxes import Area, Box, port, port_at
from sahel_tui.render.graph.detours import _BEND, _PORTS, _SHARED, Detours, _bends

if TYPE_CHECKING:
    from sahel_tui.render.graph.boxes import Dot

CELLS, ROWS = 40, 12


@st.composite
def boards(draw: st.DrawFn) -> tuple[list[Box], int]:
    """Labels that do not lie upon each other, and cells that other lines go through."""
    boxes: list[Box] = []
    places = st.tuples(st.integers(0, CELLS - 12), st.integers(0, ROWS - 1), st.integers(3, 12))
    for x, y, width in draw(st.lists(places, min_size=2, max_size=7)):
        near = (one for one in boxes if one.y == y)
        if all(one.x + one.width <= x or x + width <= one.x for one in near):
            boxes.append(Box(x, y, width))
    return boxes, draw(st.integers(0, 2 ** (CELLS * ROWS) - 1))


@settings(max_examples=40, deadline=None)
@given(boards())
def test_it_is_the_cheapest_way(board: tuple[list[Box], int]) -> None:
    boxes, crossed = board
    if len(boxes) < 2:
        return
    area, (one, other) = Area(CELLS, ROWS), boxes[:2]
    taken = sum(map(area.box, boxes))
    foreign = taken & ~area.box(one) & ~area.box(other)

    def price(start: Dot, end: Dot, closed: int) -> float:
        line = area.line((start, end))
        shared = (line & crossed).bit_count()
        return inf if line & closed else line.bit_count() + _SHARED * shared + _BEND

    bends = [bend for bend in _bends(area, boxes) if not area.line((bend, bend)) & taken]
    to = {bend: price((port(one, bend[0]), one.y), bend, foreign) for bend in bends}
    for _ in bends:  # as Bellman and Ford do it, until nothing gets cheaper
        for start, end in product(bends, bends):
            if start != end:
                to[end] = min(to[end], to[start] + price(start, end, taken))
        if all(to[b] <= to[a] + price(a, b, taken) for a, b in product(bends, bends) if a != b):
            break
    straight = (
        price((port_at(one, a), one.y), (port_at(other, b), other.y), foreign)
        for a, b in product(_PORTS, _PORTS)
    )
    bent = (to[bend] + price(bend, (port(other, bend[0]), other.y), foreign) for bend in bends)
    cheapest = min((*straight, *bent))

    way = Detours(area, boxes, taken).way(one, other, crossed)
    if way is None:
        assert cheapest == inf
    else:
        assert not area.line(way) & foreign
        legs = [price(start, end, foreign) for start, end in pairwise(way)]
        assert sum(legs) == cheapest
