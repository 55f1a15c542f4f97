"""The cursor of a map goes through all relations of its actor, and says which one it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.model.dates import parse
from sahel_tui.queries.graph.narrowing import Asked, Narrowing
from sahel_tui.render.graph.dated import DatedMap
from sahel_tui.render.graph.placing import place_map
from sahel_tui.render.graph.steps import DIRECTIONS
from sahel_tui.tui.widgets.drawing.map_picture import MapPicture
from tests.model.edtf_strategies import dates
from tests.queries.graph.graphs import graphs

if TYPE_CHECKING:
    from sahel_tui.model.edtf import Edtf
    from sahel_tui.queries.graph.graph import Graph

SIZES = st.tuples(st.integers(8, 60), st.integers(1, 12))


def pictures(given: Graph, size: tuple[int, int], asked: Asked) -> list[MapPicture]:
    shown = Narrowing(given).narrowed(asked)
    placed = place_map(given, *size)
    if shown.held is not None:
        placed = DatedMap(placed).of(shown.held)
    return [MapPicture(shown, placed, label.id) for label in placed.labels]


@settings(max_examples=40, deadline=None)
@given(graphs(), SIZES, st.none() | dates().map(parse))
def test_tab_goes_through_all_relations(
    given: Graph, size: tuple[int, int], date: Edtf | None
) -> None:
    for picture in pictures(given, size, Asked(date=date)):
        around = list(picture.around)
        assert {*map(id, around)} == {*map(id, picture.shown.around(picture.node))}
        assert picture.edge == (around[0] if around else None)
        for number, edge in enumerate(around, 1):
            assert picture.edge is edge
            assert picture.position(edge) == (number, len(around))
            picture.next_edge(1)


@settings(max_examples=40, deadline=None)
@given(graphs(), SIZES)
def test_a_step_selects_what_it_went_along(given: Graph, size: tuple[int, int]) -> None:
    for picture in pictures(given, size, Asked()):
        for direction in DIRECTIONS:
            before = picture.node
            if picture.move(direction):
                walked = [e for e in picture.around if before in (e.source, e.target)]
                assert picture.edge == next(iter([*walked, *picture.around]), None)
