"""The layout: distances as many as steps, the same for the same graph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.graph.regions import Region, regions
from sahel_tui.queries.graph.stress import Stopped, links, parts, steps_from, stress_layout


def test_a_path_is_laid_out_along_the_longer_axis() -> None:
    path = links(6, [(at, at + 1) for at in range(5)])
    places = sorted(stress_layout(path), key=lambda place: place.real)
    gaps = [b.real - a.real for a, b in pairwise(places)]
    assert all(0.8 < gap < 1.2 for gap in gaps)
    assert max(abs(place.imag) for place in places) < 0.2


def test_the_same_graph_is_laid_out_in_the_same_way() -> None:
    ring = links(9, [(at, (at + 1) % 9) for at in range(9)])
    assert stress_layout(ring) == stress_layout(ring)


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_nodes_have_places(count: int) -> None:
    assert len(stress_layout(links(count, [(0, count - 1)]))) == count


def test_a_layout_ends_when_nobody_waits_for_it() -> None:
    with pytest.raises(Stopped):
        stress_layout(links(3, [(0, 1), (1, 2)]), lambda: True)


PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12)


@given(PAIRS)
def test_each_node_is_in_one_part_with_all_that_ways_lead_to(pairs: list[tuple[int, int]]) -> None:
    neighbours = links(8, pairs)
    found = parts(neighbours)
    assert sorted(node for part in found for node in part) == list(range(8))
    for part in found:
        reached = [at for at, steps in enumerate(steps_from(neighbours, part[0])) if steps >= 0]
        assert reached == part


@given(st.lists(st.floats(1, 100), min_size=1, max_size=9), st.floats(1, 200), st.floats(1, 60))
def test_regions_share_out_the_whole_by_their_weights(
    weights: list[float], width: float, height: float
) -> None:
    found = regions(weights, Region(0, 0, width, height))
    areas = [one.width * one.height for one in found]
    whole = sum(weights)
    for area, weight in zip(areas, weights, strict=True):
        assert area == pytest.approx(width * height * weight / whole, rel=1e-6)
    for one in found:
        assert -1e-6 <= one.x <= one.x + one.width <= width + 1e-6
        assert -1e-6 <= one.y <= one.y + one.height <= height + 1e-6
