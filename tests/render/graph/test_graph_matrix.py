"""The matrix: every relation in its cell, the cursor's in words, the part that is shown said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.render.cells import width
from sahel_tui.render.graph.dated import DatedCells
from sahel_tui.render.graph.map import draw_map, place_map
from sahel_tui.render.graph.matrix import cell_words, draw_matrix, matrix_of, window_of
from sahel_tui.render.safe import unsafe
from tests.hostile import WIDE
from tests.queries.graph.graphs import edge, graph, graphs, held

if TYPE_CHECKING:
    from sahel_tui.queries.graph.graph import Graph

NAMES = st.sampled_from(list(WIDE.values())) | st.text(max_size=12)
SYMMETRIC = {"type": "ally", "inverse": ""}


@st.composite
def named_graphs(draw: st.DrawFn) -> Graph:
    found = draw(graphs("abcdefghijklmno", 20, st.just("2023")))
    return found._replace(nodes=tuple(one._replace(name=draw(NAMES)) for one in found.nodes))


@settings(deadline=None)
@given(named_graphs(), st.integers(1, 100), st.integers(1, 30), st.booleans(), st.data())
def test_every_line_is_as_wide_as_the_screen_and_safe(
    given: Graph, cells: int, rows: int, ascii_only: bool, data: st.DataObject
) -> None:
    matrix = matrix_of(given)
    at = st.integers(0, max(0, len(matrix.ids) - 1))
    cursor = (data.draw(at), data.draw(at))
    lines = draw_matrix(matrix, cells, rows, cursor=cursor, ascii_only=ascii_only)
    assert len(lines) == rows
    assert all(line.width == width(line.plain) == cells for line in lines)
    assert not any(unsafe().search(line.plain) for line in lines)


@given(named_graphs())
def test_every_relation_is_in_its_cell(given: Graph) -> None:
    matrix = matrix_of(given)
    for one in given.edges:
        cell = (matrix.ids.index(one.source), matrix.ids.index(one.target))
        assert one in matrix.relations[cell]
    assert set(given.edges) == {one for edges in matrix.relations.values() for one in edges}


@given(named_graphs(), st.sets(st.integers(0, 19)))
def test_on_a_date_a_cell_has_what_held_then(given: Graph, numbers: set[int]) -> None:
    then = [edge for number, edge in enumerate(given.edges) if number in numbers]
    whole = matrix_of(given)
    dated = DatedCells(whole.relations, held(then))
    told = {cell: [e for e in edges if e in then] for cell, edges in whole.relations.items()}
    assert {cell: list(edges) for cell, edges in dated.items()} == {
        cell: edges for cell, edges in told.items() if edges
    }
    assert [cell for cell in told if cell in dated] == list(dated)


@settings(deadline=None)
@given(st.integers(1, 200), st.integers(40, 150), st.integers(10, 60), st.data())
def test_the_cursor_is_always_in_the_part_that_is_shown(
    count: int, cells: int, rows: int, data: st.DataObject
) -> None:
    matrix = matrix_of(graph(alone=[f"n{number:03}" for number in range(count)]))
    row, column = (data.draw(st.integers(0, count - 1)) for _ in range(2))
    window = window_of(matrix, cells, rows, (row, column))
    assert 0 <= window.top <= row < window.top + window.rows <= count
    assert 0 <= window.left <= column < window.left + window.columns <= count


def test_what_has_no_direction_is_in_both_cells() -> None:
    matrix = matrix_of(graph(edge("a + b", **SYMMETRIC), "a - c"), "abc")
    assert set(matrix.relations) == {(0, 1), (1, 0), (0, 2)}


def test_a_cell_tells_sign_contested_and_number() -> None:
    given = graph(
        "a + b", "a + b", "a - c", "a 0 d", edge("b - a", contested=True), "b + c", "b - c"
    )
    lines = draw_matrix(matrix_of(given, "abcd"), 60, 8, cursor=(3, 3))
    rows = [line.plain.split() for line in lines[2:4]]
    assert rows == [["1", "A", "╲", "+2", "−", "·"], ["2", "B", "−!", "╲", "±2", "┊"]]


def test_the_cursors_cell_is_told_in_words() -> None:
    given = graph(
        *("a + b", "a + b", edge("a - b", type="attacks", status="alleged", contested=True)),
        *("b + a",),
    )
    matrix = matrix_of(given, "ab")
    expected = "A → B: + supports ×2, − attacks (alleged), contested!, 1 relation the other way"
    assert cell_words(matrix, (0, 1)) == expected
    assert cell_words(matrix_of(graph("a + b"), "ab"), (1, 0)).startswith("B → A: no relation")
    both = matrix_of(graph(edge("a + b", **SYMMETRIC)), "ab")
    assert cell_words(both, (1, 0)) == "B → A: + ally"
    last = draw_matrix(matrix, 100, 8, cursor=(0, 1))[-1]
    assert last.plain.rstrip() == expected


def test_actors_of_one_name_are_told_apart() -> None:
    given = graph("a + b", "b - c")
    named = given._replace(nodes=tuple(one._replace(name="Same") for one in given.nodes[:2]))
    matrix = matrix_of(named, "abc")
    assert matrix.names == ("Same (a)", "Same (b)", "c")
    drawn = "\n".join(line.plain for line in draw_map(place_map(named, 60, 12)))
    assert "Same (a)" in drawn
    assert "Same (b)" in drawn


def test_long_names_leave_room_for_what_the_cell_says() -> None:
    given = graph("a + b")
    named = given._replace(nodes=tuple(one._replace(name=one.id * 60) for one in given.nodes))
    words = draw_matrix(matrix_of(named, "ab"), 60, 8, cursor=(0, 1))[-1].plain
    assert words.rstrip().endswith(": + supports")
    assert words.startswith("aaaaaaaaaa")
    assert "… → bbbbbbbbbb" in words


def test_what_part_of_a_large_matrix_is_shown_is_said() -> None:
    matrix = matrix_of(graph(alone=[f"n{number:02}" for number in range(80)]))
    first, second = (line.plain for line in draw_matrix(matrix, 80, 24, cursor=(79, 40))[:2])
    assert "of 80" in first
    assert first.startswith("rows ")
    assert second.startswith("columns ")


@pytest.mark.parametrize("ascii_only", [False, True])
def test_the_cursors_row_and_column_are_told_without_colour(ascii_only: bool) -> None:
    matrix = matrix_of(graph("a + b", "c - d"), "abcd")
    pictures = {
        tuple(
            line.plain
            for line in draw_matrix(matrix, 60, 9, cursor=(row, column), ascii_only=ascii_only)
        )
        for row in range(4)
        for column in range(4)
    }
    assert len(pictures) == 16
    if ascii_only:
        assert all(line.isascii() for picture in pictures for line in picture)


def test_no_actor_is_said() -> None:
    assert draw_matrix(matrix_of(graph()), 20, 3)[0].plain.startswith("no actor")
