"""The part of a graph that filters and a date leave."""

from __future__ import annotations

from sahel_tui.model.dates import Edtf, parse
from sahel_tui.queries.graph.as_of import standing
from sahel_tui.queries.graph.filters import Filters
from sahel_tui.queries.graph.graph import Graph, graph_of
from sahel_tui.queries.graph.narrowing import Asked, Narrowing
from sahel_tui.reading import read_brief
from tests.queries.graph.graphs import edge, graph
from tests.shipped import TREATY


def shipped() -> Graph:
    view = read_brief(TREATY).view
    assert view is not None
    return graph_of(view)


def test_what_is_narrowed_is_what_a_plain_filter_leaves() -> None:
    whole = shipped()
    narrowing = Narrowing(whole)
    for text in ("2020", "2023-08", "2023-09-16", "2030"):
        date = parse(text)
        found = narrowing.narrowed(Asked(Filters(sign=-1), date))
        plain = [e for e in whole.edges if e.sign == -1 and standing(e, date) != "no"]
        assert list(found.graph.edges) == plain
        possible = {e.at for e in plain if standing(e, date) == "possible"}
        assert found.possible == possible
        certain, hidden = len(plain) - len(possible), len(found.within.edges) - len(plain)
        words = f"as of {text}: {certain} certain, {len(possible)} possible, {hidden} not"
        assert words in found.words
        others = sum(edge.sign != -1 for edge in whole.edges)
        assert f"sign −: {others} hidden" in found.words
        for node in whole.nodes:
            ends = [edge for edge in plain if node.id in (edge.source, edge.target)]
            assert list(found.around(node.id)) == ends


def test_steps_go_to_every_change_and_back() -> None:
    narrowing = Narrowing(shipped())
    asked, dates = narrowing.moved(Asked(), 1), list[Edtf]()
    while not dates or asked.date != dates[-1]:
        assert asked.date is not None
        dates.append(asked.date)
        asked = narrowing.moved(asked, 1)
    assert dates == sorted(dates, key=lambda date: date.sort_key)
    assert len(dates) > 3
    back = narrowing.moved(asked, 1 - len(dates))
    assert back.date == dates[0]
    assert narrowing.moved(asked, 1) == asked


def test_steps_go_to_days_of_any_year() -> None:
    far = graph(edge("a + b", since="Y-17000", until="9999"), edge("b - c", since="Y99999"))
    narrowing = Narrowing(far)
    asked, days = narrowing.moved(Asked(), 1), set[str]()
    while asked.date is not None and asked.date.text not in days:
        days.add(asked.date.text)
        assert asked.date.text in narrowing.narrowed(asked).words[0]
        asked = narrowing.moved(asked, 1)
    assert {"Y-17000-01-01", "Y10000-01-01", "Y99999-01-01"} <= days


def test_without_anything_asked_all_is_there() -> None:
    whole = shipped()
    found = Narrowing(whole).narrowed(Asked())
    assert (found.graph, found.words, found.possible) == (whole, (), frozenset())
