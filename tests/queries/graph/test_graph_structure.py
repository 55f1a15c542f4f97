"""Degrees, who stands between others, who holds together, and threes at odds."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import networkx  # type: ignore[import-untyped]  # its stubs are another package
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.graph.communities import communities
from sahel_tui.queries.graph.extents import extent_of
from sahel_tui.queries.graph.structure import betweenness, degrees
from sahel_tui.queries.graph.triads import unbalanced_triads
from tests.queries.graph.graphs import edge, graph, graphs

if TYPE_CHECKING:
    from sahel_tui.queries.graph.graph import Edge, Graph

_ALWAYS = st.just("2023")
_YEARS = st.sampled_from(("2019", "2020", "2021", "2022", "2023"))


def test_degrees_count_relations_by_their_signs() -> None:
    one = graph("a + b", "b + a", "a - c", "a 0 a", alone=["d"])
    told = [row[:5] for row in degrees(one)]
    assert told == [("a", 2, 1, 1, 2), ("b", 2, 0, 0, 1), ("c", 0, 0, 1, 1), ("d", 0, 0, 0, 0)]


@given(graphs())
def test_each_relation_counts_for_both_of_its_actors(one: Graph) -> None:
    rows = degrees(one)
    assert {row.node for row in rows} == {node.id for node in one.nodes}
    for row in rows:
        assert row.edges == tuple(e for e in one.edges if row.node in (e.source, e.target))
        assert row.positive + row.neutral + row.negative == len(row.edges)
    assert [len(row.edges) for row in rows] == sorted((len(r.edges) for r in rows), reverse=True)


# Between others -----------------------------------------------------------------------------------


def plain(edges: tuple[Edge, ...]) -> networkx.Graph:
    found = networkx.Graph()
    told = [e for e in edges if e.status != "denied" and e.source != e.target]
    found.add_edges_from((e.source, e.target) for e in told)
    return found


@given(graphs("abcdefgh", most=20, dated=_ALWAYS))
def test_who_stands_between_others_is_what_another_library_says(one: Graph) -> None:
    expected = networkx.betweenness_centrality(plain(one.edges))
    found = betweenness(one)
    assert found.sampled == 0
    assert {row.node: pytest.approx(row.share) for row in found.rows} == {
        node: share for node, share in expected.items() if share > 1e-12
    }
    shares = [round(row.share, 9) for row in found.rows]
    assert shares == sorted(shares, reverse=True)
    for row in found.rows:
        assert row.edges == tuple(e for e in one.edges if row.node in (e.source, e.target))


def test_in_a_large_graph_the_paths_of_some_are_followed() -> None:
    """Two crowds whose only link is one actor."""
    crowds = [[f"{side}{at:03}" for at in range(150)] for side in "az"]
    within = [f"{one} + {other}" for crowd in crowds for one, other in combinations(crowd, 2)]
    one = graph(*within, *(f"{crowd[0]} + m" for crowd in crowds))
    found = betweenness(one)
    assert 0 < found.sampled < len(one.nodes)
    assert {row.node for row in found.rows[:3]} == {"a000", "z000", "m"}
    assert found.rows[0].share == pytest.approx(0.5, abs=0.05)
    assert betweenness(one, lambda: True).rows == ()


# Who holds together -------------------------------------------------------------------------------


def test_two_camps_are_told_apart() -> None:
    camps = ("abcd", "wxyz")
    friends = [f"{one} + {other}" for camp in camps for one, other in combinations(camp, 2)]
    one = graph(*friends, "a - w", "b - x", "d 0 z", edge("a + x", status="denied"), alone=["e"])
    left, right = communities(one)
    assert {frozenset(left.nodes), frozenset(right.nodes)} == set(map(frozenset, camps))
    assert len(left.inside) == len(right.inside) == 6
    assert left.outside == right.outside == one.edges[12:]
    assert communities(one, lambda: True) == ()


@given(graphs("abcdefgh", most=20, dated=_ALWAYS))
def test_communities_are_a_division_that_chance_does_not_explain(one: Graph) -> None:
    found = communities(one)
    assert found == communities(one)
    nodes = [node for each in found for node in each.nodes]
    assert len(set(nodes)) == len(nodes)
    for each in found:
        members = set(each.nodes)
        assert len(members) > 1
        both = [e for e in one.edges if {e.source, e.target} <= members]
        any_ = [e for e in one.edges if members & {e.source, e.target}]
        assert list(each.inside) == both
        assert list(each.outside) == [e for e in any_ if e not in both]
    weighed = networkx.Graph()
    for e in one.edges:
        if e.sign >= 0 and e.status != "denied" and e.source != e.target:
            kinds = weighed.get_edge_data(e.source, e.target, {"kinds": frozenset()})["kinds"]
            weighed.add_edge(e.source, e.target, kinds=kinds | {1 + e.sign})
    for *_, data in weighed.edges(data=True):
        data["weight"] = sum(data["kinds"])
    assert set(nodes) == set(weighed)
    if nodes:
        division = [set(each.nodes) for each in found]
        assert networkx.community.modularity(weighed, division) > -1e-9


# Threes at odds -----------------------------------------------------------------------------------


def test_the_friend_of_a_friend_who_fights_is_found() -> None:
    one = graph("a + b", "a + c", "b - c", "a - d", "b + d", "b 0 d", "c - d")
    first, second = unbalanced_triads(one)
    assert (first.nodes, first.signs, first.negative) == (("a", "b", "c"), (1, 1, -1), 1)
    assert first.edges == one.edges[:3]
    assert (second.nodes, second.edges) == (("b", "a", "d"), (one.edges[0], *one.edges[3:5]))


def test_threes_of_whom_each_fights_each_come_last() -> None:
    one = graph("a - b", "a - c", "b - c", "x + y", "x - z", "y + z")
    first, last = unbalanced_triads(one)
    assert (first.nodes, first.signs) == (("y", "x", "z"), (1, 1, -1))
    assert (last.nodes, last.negative) == (("a", "b", "c"), 3)
    assert unbalanced_triads(one, lambda: True) == ()


def test_what_was_over_before_the_rest_began_is_not_at_odds_with_it() -> None:
    friends = [edge("a + b", since="2020"), edge("a + c", until="2021")]
    assert unbalanced_triads(graph(*friends, edge("b - c", since="2022"))) == ()
    assert len(unbalanced_triads(graph(*friends, edge("b - c", since="2021-12-31")))) == 1


@given(graphs("abcd", most=14, dated=_YEARS))
def test_threes_at_odds_are_those_of_a_plain_search(one: Graph) -> None:
    expected: dict[tuple[frozenset[str], int], set[int]] = {}
    signed = [e for e in one.edges if e.sign and e.status != "denied"]
    for three in combinations(sorted(node.id for node in one.nodes), 3):
        pairs = [set(pair) for pair in combinations(three, 2)]
        sides = [[e for e in signed if {e.source, e.target} == pair] for pair in pairs]
        for chosen in product(*sides):
            signs = [e.sign for e in chosen]
            if signs[0] * signs[1] * signs[2] < 0 and share_a_day(chosen):
                odd = tuple(map(signs.index, (-1,))) if signs.count(-1) == 1 else (3,)
                key = (frozenset(three), odd[0])
                expected.setdefault(key, set()).update(map(id, chosen))
    found = {}
    for row in unbalanced_triads(one):
        one_by_one = sorted(row.nodes)
        parted = [set(pair) for pair in combinations(one_by_one, 2)]
        odd_at = parted.index(set(row.nodes[1:])) if row.negative == 1 else 3
        found[frozenset(row.nodes), odd_at] = set(map(id, row.edges))
    assert found == expected


def share_a_day(edges: tuple[Edge, ...]) -> bool:
    extents = [extent for extent in map(extent_of, edges) if extent is not None]
    firsts = [one.first for one in extents if one.first]
    lasts = [one.last for one in extents if one.last]
    return not firsts or not lasts or max(firsts) <= min(lasts)
