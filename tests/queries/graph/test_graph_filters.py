"""Which relations the filters of a graph leave, and what each of them hides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.graph.filters import Filters, apply, filtered, words
from sahel_tui.queries.graph.graph import Graph, graph_of
from sahel_tui.queries.library.listing import Place
from tests.queries import views
from tests.queries.graph.graphs import STATUSES, edge, graph, graphs

ONE = graph(
    edge("mali + niger", type="allied-with", inverse="", confidence="high", marking="TLP:GREEN"),
    edge("mali + france", type="supplies", inverse="supplied by", marking="TLP:AMBER"),
    edge("mali 0 france", type="withdraws-from", inverse="sees withdraw", status="alleged"),
    edge("mali - jnim", type="attacks", inverse="attacked by", confidence="low", marking="SECRET"),
    edge("niger - jnim", type="attacks", inverse="attacked by", marking="amber//LIMDIS"),
    alone=["burkina"],
)
OTHER_BRIEF = ONE.edges[4]._replace(at=Place("other", "other.toml", "r1"))
BOTH = Graph(ONE.nodes, (*ONE.edges[:4], OTHER_BRIEF))


@pytest.mark.parametrize(
    ("filters", "said", "left"),
    [
        (Filters(sign=1), "sign +", [1, 2]),
        (Filters(sign=0), "sign ·", [3]),
        (Filters(sign=-1), "sign −", [4, 5]),
        (Filters(type="supplies"), "type supplies", [2]),
        (Filters(type="Suppl"), "type Suppl", [2]),
        (Filters(type="supplied-by"), "type supplied-by", [2]),
        (Filters(type="attacked"), "type attacked", [4, 5]),
        (Filters(type="with"), "type with", [3]),
        (Filters(status="alleged"), "alleged", [3]),
        (Filters(confidence="low"), "confidence low", [4]),
        (Filters(confidence="unstated"), "confidence unstated", [2, 3, 5]),
        (Filters(brief="other"), "brief other", [5]),
        (Filters(marking="amber"), "marking amber", [2, 5]),
        (Filters(marking="tlp:amber"), "marking tlp:amber", [2, 5]),
        (Filters(ceiling="TLP:GREEN"), "up to TLP:GREEN", [1, 3]),
        (Filters(ceiling="AMBER"), "up to AMBER", [1, 2, 3]),
        (Filters(ceiling="TLP:AMBER//LIMDIS"), "up to TLP:AMBER//LIMDIS", [1, 2, 3, 5]),
        (
            Filters(ceiling="TLP:AMBER//LIMDIS", order=("SECRET", "TLP:GREEN", "TLP:AMBER")),
            "up to TLP:AMBER//LIMDIS",
            [1, 2, 3, 4, 5],
        ),
    ],
)
def test_a_filter_leaves_what_it_asks_for(filters: Filters, said: str, left: list[int]) -> None:
    kept, hidden = apply(BOTH, filters)
    assert kept.edges == tuple(BOTH.edges[at - 1] for at in left)
    assert hidden == len(BOTH.edges) - len(left)
    (one,) = filtered(BOTH, filters).each
    assert (one.words, one.number) == (said, hidden)
    assert getattr(filters, one.name) not in (None, "")
    assert words(filters) == (said,)


def test_without_a_filter_a_graph_stays_with_all_of_its_actors() -> None:
    assert apply(ONE, Filters()) == (ONE, 0)
    assert apply(ONE, Filters(type=" ", marking=" ")) == (ONE, 0)
    assert filtered(ONE, Filters()).each == ()
    assert words(Filters()) == ()


_FILTERS = st.tuples(
    st.none() | st.sampled_from((1, 0, -1)),
    st.sampled_from(("", *STATUSES)),
    st.sampled_from(("", "low", "moderate", "high", "unstated")),
).map(lambda one: Filters(sign=one[0], status=one[1], confidence=one[2]))


@given(graphs(), _FILTERS)
def test_several_filters_leave_what_all_of_them_do(one: Graph, filters: Filters) -> None:
    kept, hidden = apply(one, filters)
    assert kept.edges == tuple(
        e
        for e in one.edges
        if filters.sign in (None, e.sign)
        and filters.status in ("", e.status)
        and filters.confidence in ("", e.confidence or "unstated")
    )
    assert len(kept.edges) + hidden == len(one.edges)
    assert all(hidden >= each.number for each in filtered(one, filters).each)
    if kept is not one:
        assert {n.id for n in kept.nodes} == {x for e in kept.edges for x in (e.source, e.target)}


def test_the_marking_of_a_relation_is_the_one_that_holds_for_it() -> None:
    view = views.brief(relations=[views.relation("r1", "mali", "niger")])
    assert graph_of(view._replace(marking="TLP:RED")).edges[0].marking == "TLP:RED"
    own = views.relation("r1", "mali", "niger", marking="TLP:GREEN")
    assert graph_of(view._replace(marking="TLP:RED", relations=(own,))).edges[0].marking == (
        "TLP:GREEN"
    )
