"""What a graph is asked for without a thread is what a thread would have found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.model.dates import parse
from sahel_tui.queries.graph.filters import Filters
from sahel_tui.queries.graph.narrowing import Asked
from sahel_tui.queries.graph.stress import never
from sahel_tui.render.graph.matrix import Matrix
from sahel_tui.render.graph.placing import Placed
from sahel_tui.tui.graph_work import Done, Gathered, GraphWork, Wanted
from sahel_tui.tui.widgets.drawing.map_picture import MapPicture
from tests.queries.graph.graphs import edge, graph

if TYPE_CHECKING:
    from sahel_tui.render.graph.steps import Direction

GRAPH = graph(
    edge("a + b", since="2019-01", until="2021"),
    edge("a - b", since="2020-05-03"),
    edge("b - c", since="2020-05-04", until="2020-06-01"),
    edge("c + a", since="2018", status="ended"),
)
THEN = Asked(date=parse("2020-05-01"))


def work() -> GraphWork:
    return GraphWork(lambda: Gathered(GRAPH, {}))


def plain(done: Done | None) -> object:
    """What of it can be compared."""
    assert done is not None
    shown, drawn, _ = done
    if isinstance(drawn, Matrix):
        drawn = drawn._replace(relations=dict(drawn.relations))
    return shown.asked, shown.graph, shown.words, set(shown.possible), drawn


@pytest.mark.parametrize("view", ["list", "map", "matrix"])
def test_steps_in_time_are_what_a_thread_finds(view: str) -> None:
    stepped, wanted = work(), Wanted(THEN, 0, view, (60, 16))
    assert stepped.at_once(wanted) is None
    assert plain(stepped.work(wanted, never)) == plain(stepped.at_once(wanted))
    there = stepped.work(wanted._replace(steps=1), never)  # finds out what changes when
    for steps in (1, 1, -2, 1, -1):
        assert there is not None
        wanted = wanted._replace(asked=there.shown.asked, steps=steps)
        there = stepped.at_once(wanted)
        assert plain(there) == plain(work().work(wanted, never))


@pytest.mark.parametrize(
    "other",
    [
        Wanted(THEN._replace(filters=Filters(sign=-1)), 0, "map", (60, 16)),
        Wanted(THEN, 0, "map", (61, 16)),
        Wanted(THEN, 0, "matrix", (60, 16)),
    ],
)
def test_what_takes_time_is_left_to_a_thread(other: Wanted) -> None:
    known = work()
    known.work(Wanted(THEN, 0, "map", (60, 16)), never)
    assert known.at_once(other) is None


STEPS = st.tuples(
    st.sampled_from((1, -1, 2, -2, 0)),
    st.sampled_from((None, Filters(), Filters(sign=-1))),
    st.sampled_from("abc"),
    st.sampled_from(("left", "right", "up", "down")),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, min_size=2, max_size=10))
def test_pictures_are_those_that_are_drawn_anew(
    steps: list[tuple[int, Filters | None, str, Direction]],
) -> None:
    stepped, asked = work(), THEN
    picture: MapPicture | None = None
    for step, filters, node, way in steps:
        asked = asked if filters is None else asked._replace(filters=filters)
        wanted = Wanted(asked, step, "map", (60, 16))
        done = stepped.at_once(wanted) or stepped.work(wanted, never)
        fresh = work().work(wanted, never)
        assert done is not None
        assert fresh is not None
        asked = done.shown.asked
        assert isinstance(done.drawn, Placed)
        assert isinstance(fresh.drawn, Placed)
        picture = MapPicture(done.shown, done.drawn, node, picture)
        anew = MapPicture(fresh.shown, fresh.drawn, node)
        for _ in range(2):
            assert _parts(picture) == _parts(anew)
            assert picture.move(way) == anew.move(way)


def _parts(picture: MapPicture) -> list[object]:
    return [line.parts for line in picture.draw("a", ascii_only=False)]
