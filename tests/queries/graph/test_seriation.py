"""The order of rows and columns: everybody once, those who belong together side by side."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.graph.graph import Graph
from sahel_tui.queries.graph.seriation import matrix_order
from tests.queries.graph.graphs import graph, graphs


@given(graphs(dated=st.just("2023")), st.sets(st.sampled_from("xyz")))
def test_everybody_is_in_the_order_once(given: Graph, alone: set[str]) -> None:
    lone = graph(*given.edges, alone=alone)
    order = matrix_order(lone)
    assert sorted(order) == [node.id for node in lone.nodes]


@given(graphs(dated=st.just("2023")), st.integers(0, 1000))
def test_the_order_is_the_same_however_the_graph_is_told(given: Graph, seed: int) -> None:
    edges = list(given.edges)
    random.Random(seed).shuffle(edges)
    assert matrix_order(given) == matrix_order(Graph(given.nodes[::-1], tuple(edges)))


def test_two_camps_are_two_blocks() -> None:
    camps = ("acegi", "bdfhj")
    inside = [f"{one} + {other}" for camp in camps for one in camp for other in camp if one < other]
    order = "".join(matrix_order(graph(*inside, "a - b", "c - d")))
    assert {frozenset(order[:5]), frozenset(order[5:])} == {frozenset(camp) for camp in camps}
