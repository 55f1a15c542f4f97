"""The best paths between two actors, against those of another library."""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING, Any

import networkx  # type: ignore[import-untyped]  # its stubs are another package
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.graph.grades import weakness
from sahel_tui.queries.graph.paths import Ways, best_paths, regraded
from tests.queries.graph.graphs import edge, graph, graphs

if TYPE_CHECKING:
    from sahel_tui.queries.graph.graph import Edge, Graph
    from sahel_tui.queries.graph.paths import Path

_DATED = st.just("2023")


def nodes(path: Path) -> tuple[str, ...]:
    return (path.hops[0].source, *(hop.target for hop in path.hops))


def cost(path: Path) -> tuple[int, int]:
    return len(path.hops), max(weakness(hop.edge) for hop in path.hops)


def usable(one: Edge, *, positive: bool) -> bool:
    return one.status != "denied" and (one.sign == 1 or not positive)


def all_costs(one: Graph, source: str, target: str, *, positive: bool) -> list[tuple[int, int]]:
    """Those of all paths, by networkx; between two actors the strongest relation counts."""
    plain = networkx.Graph()
    plain.add_nodes_from([source, target])
    for e in one.edges:
        if usable(e, positive=positive) and e.source != e.target:
            known = plain.get_edge_data(e.source, e.target, {"weak": weakness(e)})["weak"]
            plain.add_edge(e.source, e.target, weak=min(known, weakness(e)))
    return sorted(
        (len(way), max(plain.edges[hop]["weak"] for hop in way))
        for way in networkx.all_simple_edge_paths(plain, source, target)
        if way
    )


@given(graphs(most=14, dated=_DATED), st.booleans(), st.integers(1, 40))
def test_the_paths_are_the_best_of_all(one: Graph, positive: bool, limit: int) -> None:
    for source, target in combinations("abc", 2):
        found = best_paths(one, source, target, limit=limit, positive=positive)
        assert list(map(cost, found)) == all_costs(one, source, target, positive=positive)[:limit]
        assert len(set(map(nodes, found))) == len(found)


@given(graphs(most=14, dated=_DATED), st.booleans())
def test_each_hop_is_a_relation_of_its_two_actors(one: Graph, positive: bool) -> None:
    for path in best_paths(one, "a", "b", positive=positive):
        way = nodes(path)
        assert (way[0], way[-1]) == ("a", "b")
        assert len(set(way)) == len(way)
        weak = [weakness(hop.edge) for hop in path.hops]
        assert weak.index(max(weak)) == path.weakest
        for hop in path.hops:
            pair = {hop.source, hop.target}
            between = [e for e in one.edges if {e.source, e.target} == pair]
            known = [e for e in between if usable(e, positive=positive)]
            assert sorted(known, key=weakness) == [hop.edge, *hop.others]
            assert hop.forward == (hop.edge.source == hop.source)


def test_fewer_hops_come_before_stronger_ones() -> None:
    one = graph(
        edge("a + b", confidence="high"),
        edge("b + c", confidence="high"),
        edge("a - c", status="alleged", confidence="low"),
    )
    assert [nodes(path) for path in best_paths(one, "a", "c")] == [("a", "c"), ("a", "b", "c")]
    (friendly,) = best_paths(one, "a", "c", positive=True)
    assert nodes(friendly) == ("a", "b", "c")


STRONGEST_FIRST: list[dict[str, Any]] = [
    {"confidence": "high", "grade": "A1"},
    {"confidence": "high", "grade": "C3"},
    {"confidence": "high", "grade": "––"},
    {"confidence": "high", "grade": ""},
    {"confidence": "moderate", "grade": "A1"},
    {"confidence": None, "grade": "A1"},
    {"confidence": "low", "grade": "A1"},
    {"contested": True, "confidence": "high", "grade": "A1"},
    {"status": "alleged", "confidence": "high", "grade": "A1"},
    {"status": "alleged", "contested": True, "confidence": "high", "grade": "A1"},
]


@pytest.mark.parametrize("at", range(len(STRONGEST_FIRST) - 1))
def test_the_weakest_hop_decides_between_paths_of_one_length(at: int) -> None:
    strong, weak = STRONGEST_FIRST[at : at + 2]
    one = graph(
        edge("a + x", **weak),
        edge("x + z", confidence="high", grade="A1"),
        edge("a + y", **strong),
        edge("y + z", **strong),
    )
    first, second = best_paths(one, "a", "z")
    assert nodes(first) == ("a", "y", "z")
    assert (nodes(second), second.weakest) == (("a", "x", "z"), 0)


def test_a_hop_has_the_strongest_relation_and_the_others_beside_it() -> None:
    one = graph(edge("a + b", confidence="low"), edge("b - a", confidence="high"), "a 0 b")
    (path,) = best_paths(one, "a", "b")
    (hop,) = path.hops
    assert (hop.edge, hop.others) == (one.edges[1], (one.edges[2], one.edges[0]))
    assert not hop.forward


def test_paths_of_rows_are_ranked_by_grades_once_these_are_known() -> None:
    one = graph("a + x", "x + z", "a + y", "y + z", "y - z")
    grades = {"r1": "B2", "r2": "C3", "r3": "B2", "r4": "F6", "r5": "A1"}
    found = best_paths(one, "a", "z", limit=9)
    assert [nodes(path) for path in found] == [("a", "x", "z"), ("a", "y", "z")]
    (best,) = regraded(found, lambda e: grades[e.at.id], 1)
    assert nodes(best) == ("a", "y", "z")
    assert [hop.edge.grade for hop in best.hops] == ["B2", "A1"]
    assert [e.at.id for e in best.hops[1].others] == ["r4"]
    assert best.weakest == 0


def test_nothing_leads_where_nothing_is_said_or_all_is_denied() -> None:
    one = graph(edge("a + b", status="denied"), "c + c", "c + d", alone=["e"])
    for source, target in (("a", "b"), ("a", "c"), ("c", "e"), ("c", "c"), ("c", "nobody")):
        assert best_paths(one, source, target) == ()


def test_paths_are_worked_out_one_by_one_and_end_when_they_are_stopped() -> None:
    many = graph(*(f"{one} + {other}" for one, other in combinations("abcdefghij", 2)))
    ways = Ways(many)
    assert len(list(islice(ways.paths("a", "j"), 9))) == 9
    assert [nodes(path) for path in ways.paths("a", "j", lambda: True)] == [("a", "j")]
