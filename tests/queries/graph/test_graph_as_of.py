"""What held on a date, when that changes, and what differs between two dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.dates import Day, Edtf, parse
from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.graph.as_of import History, as_of, standing
from sahel_tui.queries.graph.changes import next_change, previous_change
from sahel_tui.queries.graph.differences import changes_between
from tests.model.edtf_strategies import dates
from tests.queries.graph.graphs import edge, graph, graphs

if TYPE_CHECKING:
    from sahel_tui.queries.graph.graph import Edge, Graph

Dates = tuple[str | None, str | None]

HELD: list[tuple[Dates, str, str, str]] = [
    # Both ends.
    (("2023-08-13", "2023-09-20"), "asserted", "2023-08-12", "no"),
    (("2023-08-13", "2023-09-20"), "asserted", "2023-08-13", "certain"),
    (("2023-08-13", "2023-09-20"), "asserted", "2023-09-20", "certain"),
    (("2023-08-13", "2023-09-20"), "asserted", "2023-09-21", "no"),
    (("2023-08-13", "2023-09-20"), "asserted", "2023-08", "possible"),
    (("2023-08-13", "2023-09-20"), "asserted", "2023-08-2X", "certain"),
    (("2023-07", "2023-10"), "asserted", "2023-08/2023-09", "certain"),
    (("2023-07", "2023-10"), "asserted", "2023-07-31", "certain"),
    (("2023-07", "2023-10"), "asserted", "2023-07-30", "possible"),
    (("2023-07", "2023-10"), "asserted", "2023-10-02", "possible"),
    (("2023", "2023"), "asserted", "2023", "possible"),
    (("2013", "2023"), "asserted", "2018", "certain"),
    (("2013", "2023"), "asserted", "2018?", "possible"),
    (("2013", "2023"), "asserted", "2018/..", "possible"),
    (("2013", "2023"), "asserted", "2024/..", "no"),
    (("2013", "2023"), "asserted", "[2012,2018]", "possible"),
    (("2013", "2017"), "asserted", "[2012,2018]", "no"),
    (("2013~", "2023"), "asserted", "2018", "possible"),
    (("2013", "2023?"), "asserted", "2018", "possible"),
    (("2013~", "2023"), "asserted", "2012", "no"),
    (("[2013,2020]", "2023"), "asserted", "2018", "possible"),
    (("[2013,2020]", "2023"), "asserted", "2022", "certain"),
    # Without an end it may go on, and nothing says that it does.
    (("2023-08-13", None), "asserted", "2023-08-12", "no"),
    (("2023-08-13", None), "asserted", "2023-08-13", "certain"),
    (("2023-08-13", None), "asserted", "2023-08-14", "possible"),
    (("2023-08", None), "asserted", "2023-08-13", "possible"),
    (("2013", "2013/.."), "asserted", "2030", "possible"),
    (("2021/..", None), "asserted", "2020", "no"),
    (("2021/..", None), "asserted", "2022", "possible"),
    # Without a beginning it may have held before.
    ((None, "2023-08-13"), "asserted", "2000", "possible"),
    ((None, "2023-08-13"), "asserted", "2023-08-13", "certain"),
    ((None, "2023-08-13"), "asserted", "2023-08-14", "no"),
    ((None, "2023~"), "asserted", "2024", "no"),
    (("../2020", "2023"), "asserted", "1900", "possible"),
    (("../2020", "2023"), "asserted", "2021", "certain"),
    # Without either.
    ((None, None), "asserted", "2023", "possible"),
    # Ended, and nobody says when: by the time of the brief, 20 September 2023.
    (("2013", None), "ended", "2018", "possible"),
    (("2013", None), "ended", "2023-09-20", "possible"),
    (("2013", None), "ended", "2023-09-21", "no"),
    ((None, None), "ended", "2030", "no"),
    (("2013", "2015"), "ended", "2014", "certain"),
    (("2013", "2015"), "ended", "2016", "no"),
    # Alleged is never certain, denied never holds.
    (("2013", "2015"), "alleged", "2014", "possible"),
    (("2013", "2015"), "alleged", "2016", "no"),
    (("2013", "2015"), "denied", "2014", "no"),
    ((None, None), "denied", "2014", "no"),
    # Far from any year that Python's dates know.
    (("-0100", "0300"), "asserted", "0985", "no"),
    (("-0100", "0300"), "asserted", "0000", "certain"),
    (("Y-170000002", None), "asserted", "-0043-03-15", "possible"),
]


@pytest.mark.parametrize(("dated", "status", "date", "answer"), HELD)
def test_what_held_on_a_date(dated: Dates, status: str, date: str, answer: str) -> None:
    one = edge("mali + niger", since=dated[0], until=dated[1], status=status)
    assert standing(one, parse(date)) == answer
    found = as_of(graph(one), parse(date))
    assert found.hidden == (answer == "no")
    assert {place.id for place in found.possible} == ({"r1"} if answer == "possible" else set())


def test_what_had_ended_when_a_year_told_of_it_may_have_held_all_that_year() -> None:
    one = edge("mali + niger", since="2013", status="ended", published="2023")
    assert standing(one, parse("2023-12-31")) == "possible"
    assert standing(one, parse("2024-01-01")) == "no"


# A plain filter --------------------------------------------------------------------------------

_ERA = st.integers(Day(2019, 1, 1).ordinal(), Day(2026, 12, 31).ordinal())
_NEAR = _ERA.map(lambda one: from_ordinal(one).iso())
"""Dates that meet often."""
_MONTHS = _NEAR.map(lambda one: one[:7])
_VAGUE = st.sampled_from(("2021~", "2022?", "2021/..", "../2023", "[2020,2023]", "2022-21"))
_MEETING = _NEAR | _MONTHS | _MONTHS.map(lambda one: one[:4]) | _VAGUE


def is_possible(one: Edge, date: Edtf) -> bool:
    """Written the plain way: some day of the date is none before it began or after it ended."""
    if one.status == "denied":
        return False
    until = None if one.until is None else one.until.latest
    if one.until is None and one.status == "ended":
        until = one.published
        if until and one.since and one.since.earliest:
            until = max(until, one.since.earliest)
    since = None if one.since is None else one.since.earliest
    return any(
        (since is None or last is None or last >= since)
        and (until is None or first is None or first <= until)
        for first, last in date.spans
    )


def is_certain(one: Edge, date: Edtf) -> bool:
    """Whatever the days that its dates mean: tried with the outermost of them."""
    if one.status in ("alleged", "denied") or date.approximate or date.uncertain:
        return False
    if date.earliest is None or date.latest is None:
        return False
    far = 10**13
    days = []
    for end in (one.since, one.until):
        known = end if end and not end.approximate and not end.uncertain else None
        first = known.earliest.ordinal() if known and known.earliest else -far
        last = known.latest.ordinal() if known and known.latest else far
        days.append((first, last))
    first, last = date.earliest.ordinal(), date.latest.ordinal()
    tries = [(begin, end) for begin in days[0] for end in days[1] if begin <= end]
    # One that begins late begins no later than it ends, and the other way round.
    tries += [(day, day) for pair in days for day in pair if _all_hold(day, days)]
    return all(begin <= first and last <= end for begin, end in tries)


def _all_hold(day: int, days: list[tuple[int, int]]) -> bool:
    return all(first <= day <= last for first, last in days)


@given(graphs(dated=_MEETING) | graphs(), _MEETING | dates())
def test_the_graph_of_a_date_is_what_a_plain_filter_leaves(one: Graph, written: str) -> None:
    date = parse(written)
    possible = as_of(one, date)
    assert possible.graph.edges == tuple(e for e in one.edges if is_possible(e, date))
    certain = as_of(one, date, certainly=True)
    assert certain.graph.edges == tuple(e for e in one.edges if is_certain(e, date))
    assert certain.possible == set()
    assert possible.possible == {e.at for e in possible.graph.edges if e not in certain.graph.edges}
    for found in (possible, certain):
        assert found.hidden == len(one.edges) - len(found.graph.edges)
        ends = {end for e in found.graph.edges for end in (e.source, e.target)}
        assert {node.id for node in found.graph.nodes} == ends


@given(graphs(dated=_MEETING), st.lists(_MEETING | _ERA.map(lambda d: from_ordinal(d).iso())))
def test_from_date_to_date_it_is_what_is_looked_at_anew(one: Graph, dates: list[str]) -> None:
    history = History(one)
    _ = history.changes  # what makes short ways possible
    for date in map(parse, dates):
        assert history.held(date) == History(one).held(date)


# Changes ----------------------------------------------------------------------------------------


@given(graphs(dated=_MEETING), st.sets(_ERA, max_size=6))
def test_between_two_changes_nothing_changes(one: Graph, days: set[int]) -> None:
    history = History(one)
    changing = [change.day.ordinal() for change in history.changes]
    assert changing == sorted(set(changing))
    for day in days | set(changing):
        before, after = (history.standings(parse(from_ordinal(d).iso())) for d in (day - 1, day))
        assert (before != after) == (day in changing)


@given(graphs(dated=_MEETING))
def test_a_change_says_what_it_is(one: Graph) -> None:
    history = History(one)
    for change in history.changes:
        eve = parse(from_ordinal(change.day.ordinal() - 1).iso())
        day = parse(change.day.iso())
        told = zip(one.edges, history.standings(eve), history.standings(day), strict=True)
        rows = [row for row in told if row[1] != row[2]]
        assert change.begins == tuple(e for e, was, _ in rows if was == "no")
        assert change.ends == tuple(e for e, _, now in rows if now == "no")
        assert change.settles == tuple(e for e, _, now in rows if now == "certain")
        assert change.unsettles == tuple(e for e, was, _ in rows if was == "certain")
        turned = {d.polarities for d in changes_between(history, eve, day) if d.kind == "turned"}
        assert {(turn.before, turn.after) for turn in change.turns} == turned


def test_the_keys_lead_from_change_to_change() -> None:
    one = graph(
        edge("mali + france", since="2013-01-11", until="2022-08-15"),
        edge("mali - france", since="2022-02"),
        edge("mali + russia"),
    )
    changes = History(one).changes
    days = [change.day.iso() for change in changes]
    assert days == ["2013-01-11", "2022-02-01", "2022-08-16"]
    assert [change.turns for change in changes] == [
        (),
        ((("france", "mali"), "positive", "mixed"),),
        ((("france", "mali"), "mixed", "negative"),),
    ]
    for at, after in (("2012", 0), ("2013-01-11", 1), ("2013-01", 1), ("2022-02", 2)):
        assert next_change(changes, parse(at)) == changes[after]
    assert next_change(changes, parse("2023")) is next_change(changes, parse("2020/..")) is None
    assert next_change(changes, None) == changes[0]
    for at, before in (("2013-01-12", 0), ("2022-08", 1), ("2023", 2)):
        assert previous_change(changes, parse(at)) == changes[before]
    assert previous_change(changes, parse("2013")) is previous_change(changes, parse("../2020"))
    assert previous_change(changes, parse("2013")) is None
    assert previous_change(changes, None) == changes[-1]
    assert next_change((), None) is previous_change((), None) is None


def test_what_differs_between_two_dates() -> None:
    one = graph(
        edge("mali + france", since="2013-01-11", until="2022-08-15"),
        edge("mali - france", since="2022-09-01"),
        edge("mali + russia", since="2021~"),
        edge("mali 0 niger"),
    )
    friend, foe, russia, _ = one.edges
    history, first, second = History(one), parse("2014"), parse("2022-09-01")
    turned, *new, ended = changes_between(history, first, second)
    assert turned[:3] == ("turned", "france", "mali")
    assert turned[3:] == ((friend,), (foe,), True)
    assert turned.polarities == ("positive", "negative")
    assert [(row.kind, row.now, row.certain) for row in new] == [
        ("new", (foe,), True),
        ("new", (russia,), False),
    ]
    assert (ended.kind, ended.was, ended.certain) == ("ended", (friend,), True)
    surely = changes_between(history, first, second, certainly=True)
    assert surely == (turned, new[0], ended)
    assert changes_between(history, first, first) == ()


@given(graphs(dated=_MEETING), _MEETING, _MEETING, st.booleans())
def test_each_relation_is_new_or_ended_just_where_a_plain_filter_says_so(
    one: Graph, first: str, second: str, certainly: bool
) -> None:
    holds = is_certain if certainly else is_possible
    then, now = ([holds(e, parse(date)) for e in one.edges] for date in (first, second))
    found = changes_between(History(one), parse(first), parse(second), certainly=certainly)
    new = [row.now for row in found if row.kind == "new"]
    ended = [row.was for row in found if row.kind == "ended"]
    told = list(zip(one.edges, then, now, strict=True))
    assert new == [(e,) for e, before, after in told if after and not before]
    assert ended == [(e,) for e, before, after in told if before and not after]
    for row in found:
        if row.kind == "turned":
            pair = {row.source, row.target}
            assert row.was == tuple(e for e, held, _ in told if held and {*e[1:3]} == pair)
            assert row.now == tuple(e for e, _, held in told if held and {*e[1:3]} == pair)


def test_what_ended_before_it_began_held_on_no_day() -> None:
    given = graph(edge("a + b", since="2021", until="2020-06"), edge("b - c", since="2019"))
    history = History(given)
    assert [len(change.begins) for change in history.changes] == [1]
    assert [one.source for one in history.at(parse("2021")).graph.edges] == ["b"]
