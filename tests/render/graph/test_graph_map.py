"""The map: every label whole and in its place, every relation drawn or counted, signs told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.graph import hidden, most_related, overlaps, shipped, whole_labels
from sahel_tui.queries.graph.graph import Graph
from sahel_tui.queries.graph.stress import Stopped
from sahel_tui.render.cells import width
from sahel_tui.render.graph.dated import DatedMap
from sahel_tui.render.graph.map import (
    MapGround,
    draw_map,
    edges_of,
    neighbour,
    not_shown,
    place_map,
)
from sahel_tui.render.graph.steps import DIRECTIONS
from sahel_tui.render.safe import safe, unsafe
from tests.hostile import WIDE
from tests.queries.graph.graphs import edge, graph, graphs, held

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from sahel_tui.render.graph.placing import Placed
    from sahel_tui.render.line import Line

NAMES = st.sampled_from(list(WIDE.values())) | st.text(max_size=12)
UNDATED = st.just("2023")


@st.composite
def named_graphs(draw: st.DrawFn) -> Graph:
    """Graphs whose names are any text; some actors have no relation."""
    found = draw(graphs("abcdefghij", 16, UNDATED))
    lone = graph(*found.edges, alone=draw(st.sets(st.sampled_from("klmnop"))))
    return lone._replace(nodes=tuple(one._replace(name=draw(NAMES)) for one in lone.nodes))


SIZES = st.tuples(st.integers(1, 90), st.integers(1, 30))


def text(lines: Iterable[Line]) -> str:
    return "\n".join(line.plain.rstrip() for line in lines)


def drawn(given: Graph, cells: int = 40, rows: int = 7, *, ascii_only: bool = False) -> str:
    return text(draw_map(place_map(given, cells, rows), ascii_only=ascii_only))


@settings(max_examples=30, deadline=None)
@given(named_graphs(), SIZES, st.booleans())
def test_labels_are_within_the_area_and_never_overlap_and_every_line_is_as_wide(
    given: Graph, size: tuple[int, int], ascii_only: bool
) -> None:
    cells, rows = size
    placed = place_map(given, cells, rows)
    ids = [label.id for label in placed.labels]
    at = ids[0] if ids else None
    lines = draw_map(placed, centre=at, cursor=at, ascii_only=ascii_only)
    assert [line.width for line in lines] == [cells] * rows
    assert all(width(line.plain) == cells for line in lines)
    assert not any(unsafe().search(line.plain) for line in lines)
    assert overlaps(placed) == 0
    for label in placed.labels:
        assert 0 <= label.box.x <= label.box.x + label.box.width <= cells
        assert 0 <= label.box.y < rows
        assert label.name in lines[label.box.y].plain


@settings(max_examples=30, deadline=None)
@given(named_graphs(), SIZES)
def test_every_actor_and_every_relation_is_drawn_or_counted(
    given: Graph, size: tuple[int, int]
) -> None:
    placed = place_map(given, *size)
    assert len(placed.labels) + placed.actors_beyond == len(given.nodes)
    seen = [edge for wire in placed.wires for edge in wire.edges]
    assert len(set(seen)) == len(seen)
    assert len(seen) + placed.relations_beyond == len(given.edges)
    assert all(wire.dots for wire in placed.wires)
    if placed.actors_beyond or placed.relations_beyond:
        assert not_shown(placed, size[0])


@settings(max_examples=30, deadline=None)
@given(named_graphs(), SIZES, st.randoms(use_true_random=False))
def test_the_same_graph_in_another_order_is_the_same_picture(
    given: Graph, size: tuple[int, int], chance: random.Random
) -> None:
    nodes, edges = list(given.nodes), list(given.edges)
    chance.shuffle(nodes)
    chance.shuffle(edges)
    first = draw_map(place_map(given, *size))
    again = draw_map(place_map(Graph(tuple(nodes), tuple(edges)), *size))
    assert [line.parts for line in first] == [line.parts for line in again]


@settings(max_examples=30, deadline=None)
@given(named_graphs())
def test_the_arrow_keys_lead_from_every_label_to_all_others(given: Graph) -> None:
    placed = place_map(given, 90, 30)
    ids = {label.id for label in placed.labels}
    for start in ids:
        assert reached(placed, start) == ids


def reached(placed: Placed, start: str) -> set[str]:
    found, front = {start}, [start]
    while front:
        node = front.pop()
        ways = [neighbour(placed, node, direction) for direction in DIRECTIONS]
        new = {one for one in ways if one} - found
        found |= new
        front += sorted(new)
    return found


def test_an_arrow_key_leads_to_what_lies_that_way() -> None:
    placed = place_map(graph("a + b", "b + c", "c + d", "d + a"), 60, 20)
    places = {label.id: label.box for label in placed.labels}
    for node, box in places.items():
        right, down = neighbour(placed, node, "right"), neighbour(placed, node, "down")
        assert right is None or places[right].x > box.x
        assert down is None or places[down].y > box.y


def test_the_lines_of_an_actor_go_round_clockwise_from_the_top() -> None:
    around = graph(*(f"m + {other}" for other in "abcdef"))
    placed = place_map(around, 70, 24)
    places = {label.id: label.box for label in placed.labels}
    lines = edges_of(placed, "m")
    assert {end for wire in lines for end in wire.ends} == set("abcdefm")
    others = [next(end for end in wire.ends if end != "m") for wire in lines]
    right = [places[one].x > places["m"].x + 3 for one in others if places[one].y != places["m"].y]
    left = [places[one].x < places["m"].x - 3 for one in others if places[one].y != places["m"].y]
    assert True in right
    assert True in left
    assert right.index(True) < left.index(True)


@pytest.mark.parametrize("ascii_only", [False, True])
def test_signs_contested_and_possible_are_told_without_colour(ascii_only: bool) -> None:
    kinds = {
        "positive": graph("a + b"),
        "negative": graph("a - b"),
        "neutral": graph("a 0 b"),
        "mixed": graph("a + b", "a - b"),
        "several": graph("a + b", "a + b"),
        "contested": graph(edge("a + b", contested=True)),
    }
    pictures = {name: drawn(one, ascii_only=ascii_only) for name, one in kinds.items()}
    assert len(set(pictures.values())) == len(kinds)
    assert ("x" if ascii_only else "±") in pictures["mixed"]
    assert "+2" in pictures["several"]
    assert "!" in pictures["contested"]
    if ascii_only:
        assert all(picture.isascii() for picture in pictures.values())


@pytest.mark.parametrize("ascii_only", [False, True])
def test_centre_cursor_and_selected_line_stand_out_without_colour(ascii_only: bool) -> None:
    placed = place_map(graph("a + b", "b - c"), 40, 9)
    pictures = {
        text(draw_map(placed, ascii_only=ascii_only)),
        text(draw_map(placed, centre="b", ascii_only=ascii_only)),
        text(draw_map(placed, cursor="b", ascii_only=ascii_only)),
        text(draw_map(placed, centre="b", cursor="b", ascii_only=ascii_only)),
        text(draw_map(placed, selected=("b", "a"), ascii_only=ascii_only)),
        text(draw_map(placed, selected=("b", "c"), ascii_only=ascii_only)),
    }
    assert len(pictures) == 6


def test_the_selected_line_points_to_its_target() -> None:
    def arrows(given: Graph) -> list[str]:
        shown = text(draw_map(place_map(given, 40, 5), selected=("a", "b")))
        return [sign for sign in shown if sign in "→↘↓↙←↖↑↗"]

    there, back = arrows(graph("a + b")), arrows(graph("b + a"))
    assert len(there) == len(back) == 1
    assert there != back
    assert len(arrows(graph("a + b", "b + a"))) == 2
    assert len(arrows(graph(edge("a + b", type="ally", inverse="")))) == 2


def test_what_held_only_possibly_has_a_question_mark() -> None:
    given = graph("a + b", "b - c")
    placed = place_map(given, 50, 12)
    assert "?" not in text(draw_map(placed))
    shown = text(draw_map(placed, possible={given.edges[1].at}))
    assert shown.count("?") == 1


@pytest.mark.parametrize("cells", range(7, 14))
def test_the_shortest_line_tells_contested_and_possible(cells: int) -> None:
    given = graph(edge("a + b", contested=True))
    placed = place_map(given, cells, 1)
    assert "!" in text(draw_map(placed))
    plain = place_map(graph("a + b"), cells, 1)
    assert "?" in text(draw_map(plain, possible={given.edges[0].at}))


def test_another_date_changes_the_lines_and_moves_no_label() -> None:
    given = graph("a + b", "b - c", "a - b")
    placed = place_map(given, 50, 12)
    dated = DatedMap(placed)
    then = dated.of(held([given.edges[0]]))
    assert then.labels == placed.labels
    assert [wire.ends for wire in then.wires] == [("a", "b")]
    assert dated.of(held(given.edges)) == placed


@given(graphs(), st.lists(st.sets(st.integers(0, 11)), min_size=1, max_size=4), st.booleans())
def test_from_date_to_date_it_is_what_is_drawn_anew(
    given: Graph, dates: list[set[int]], ascii_only: bool
) -> None:
    dated, ground, now = DatedMap(place_map(given, 60, 16)), None, held(())
    for numbers in dates:
        edges = [edge for number, edge in enumerate(given.edges) if number in numbers]
        possible = [edge.at for edge in edges[::2]]
        before = now
        now = held(edges, possible, before)
        placed = dated.of(now)
        ground = MapGround(placed, ascii_only=ascii_only, before=ground)
        selected = (edges[0].source, edges[0].target) if edges else None
        drawn = draw_map(placed, selected=selected, possible=possible, ascii_only=ascii_only)
        assert [line.parts for line in ground.drawn(selected=selected)] == [
            line.parts for line in drawn
        ]


def test_what_has_no_room_is_counted_and_the_centre_is_kept() -> None:
    spokes = [f"a{number} + a{number + 1}" for number in range(60)]
    placed = place_map(graph(*spokes), 80, 24, centre="a44")
    shown = {label.id for label in placed.labels}
    assert {"a43", "a44", "a45"} <= shown
    beyond = f"{placed.actors_beyond} actors and {placed.relations_beyond} relations more"
    assert placed.actors_beyond == 61 - len(shown)
    assert beyond in draw_map(placed)[-1].plain


def test_a_relation_of_an_actor_with_itself_is_counted() -> None:
    placed = place_map(graph("a + a", "a + b"), 40, 8)
    assert placed.relations_beyond == 1
    assert "1 relation more" in draw_map(placed)[-1].plain


def test_who_needs_no_map_any_more_stops_it() -> None:
    with pytest.raises(Stopped):
        place_map(graph("a + b"), 40, 8, stopped=lambda: True)


@pytest.fixture(scope="module")
def library() -> Graph:
    return most_related(shipped(), 28)


@pytest.mark.parametrize(("size", "under"), [((80, 24), 4), ((140, 45), 2)])
def test_the_most_related_actors_of_the_shipped_library_are_all_read(
    library: Graph, size: tuple[int, int], under: int
) -> None:
    placed = place_map(library, *size)
    assert whole_labels(placed, library) == 28
    assert overlaps(placed) == placed.relations_beyond == 0
    assert hidden(placed) <= under


def test_names_that_fit_are_whole_in_any_script() -> None:
    given = graph("a + b", "b - c")
    names = [WIDE["chinese"], WIDE["combining"], "x\u202ey\x1b[2J"]
    named = [one._replace(name=name) for one, name in zip(given.nodes, names, strict=True)]
    shown = drawn(given._replace(nodes=tuple(named)), 80, 20)
    assert all(safe(name) in shown for name in names)
