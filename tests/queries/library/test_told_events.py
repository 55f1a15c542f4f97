"""Which tellings are one event does not depend on the order in which they come."""

from __future__ import annotations

from itertools import combinations, count
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.library.clusters import clusters
from sahel_tui.queries.library.event_joins import LONG, nodes_of, rank
from sahel_tui.queries.library.event_order import newest_first
from sahel_tui.queries.library.relation_conflicts import relation_conflicts
from sahel_tui.queries.library.steps import Steps
from sahel_tui.queries.library.tellings import told_events
from tests.queries.library.told import by_date, event, judged, relation

if TYPE_CHECKING:
    from sahel_tui.queries.library.clusters import Matches
    from sahel_tui.queries.library.rows import EventRow

DATES = st.sampled_from([
    "2023-08-13", "2023-08-14", "2023-08-16", "2023-08~", "2023-08", "2023-07/2023-09", "2023",
    "2023-01-02", "2022-12-30", "[2022-12-30,2023-08-14]", "2022/2024", "../2023-08", "2023-08/..",
    "2023-05/2023-07~", "2023-22", "2023-06-30?",
])  # fmt: skip
EVENTS = st.lists(
    st.builds(
        lambda brief, number, date, place: event(
            f"b{brief}", date, id=f"e{number}", place=place, place_id=place.lower()
        ),
        st.integers(0, 9),
        st.integers(0, 3),
        DATES,
        st.sampled_from(["Ber", "Gao"]),
    ),
    max_size=14,
    unique_by=lambda row: (row.told.brief, row.id),
)


def _found(rows: list[EventRow], *, newest: bool) -> set[tuple[tuple[str, str], ...]]:
    nodes = told_events(rows, judged(), newest=newest)
    return {tuple((one.row.told.brief, one.row.id) for one in told) for told in nodes}


@given(EVENTS, st.integers())
def test_events_are_one_from_the_newest_as_from_the_oldest(rows: list[EventRow], seed: int) -> None:
    found = _found(by_date(rows), newest=False)
    assert _found(newest_first(rows), newest=True) == found
    Random(seed).shuffle(rows)
    assert _found(by_date(rows), newest=False) == found


def test_what_is_far_apart_and_may_have_been_on_either_day_is_found() -> None:
    rows = [
        event("a", "2023-08-14"),
        event("b", "[2021-01-02,2023-08-14]"),
        *(
            event(f"m{month}", f"2022-{month:02}-03", place="Gao", place_id="gao")
            for month in (1, 9)
        ),
    ]
    assert _found(newest_first(rows), newest=True) == {(("a", "e1"), ("b", "e1"))}


CASTS = [
    (), ("x",), ("x", "y"), ("x/actor", "y/recipient"), ("y/actor", "x/recipient", "z"), ("y", "z"),
]  # fmt: skip
PLACES = [(None, None), ("Ber", "ber"), ("BER", None), ("Gao", "gao"), ("Mali", "mali")]
ANY_EVENTS = st.lists(
    st.builds(
        lambda brief, number, date, cast, place, tense: event(
            f"b{brief}",
            date,
            cast,
            id=f"e{number}",
            place=place[0],
            place_id=place[1],
            place_kind="country" if place[1] == "mali" else None,
            tense=tense,
        ),
        st.integers(0, 9),
        st.integers(0, 3),
        DATES,
        st.sampled_from(CASTS),
        st.sampled_from(PLACES),
        st.sampled_from(["past", "past", "denied", "hypothetical"]),
    ),
    max_size=20,
    unique_by=lambda row: (row.told.brief, row.id),
)


@given(ANY_EVENTS)
def test_no_match_is_missed_that_comparing_all_with_all_would_find(rows: list[EventRow]) -> None:
    rows = by_date(rows)
    found = map(nodes_of(judged()), (row for row in rows if row.tense != "hypothetical"))
    nodes = dict(enumerate(found))
    matches: Matches = {number: {} for number in nodes}
    for one, other in combinations(nodes, 2):
        how = rank(nodes[one], nodes[other])
        if how is not None and (nodes[one].length > LONG) == (nodes[other].length > LONG):
            matches[one][other] = matches[other][one] = how
    wanted = {
        tuple((nodes[at].brief, nodes[at].row.id) for at in cluster)
        for cluster in clusters(nodes, matches, Steps(lambda: False))
    }
    assert _found(rows, newest=False) == wanted


def test_it_ends_soon_after_it_is_stopped_also_among_many_that_match() -> None:
    looks = count()
    rows = iter([event(f"b{at:04}", "2023-08-13") for at in range(1_000)])
    assert not [*told_events(rows, judged(), stopped=lambda: next(looks) == 5)]
    assert next(looks) < 8
    assert len([*rows]) > 500


@given(st.integers())
def test_relations_contradict_each_other_in_whichever_order_they_come(seed: int) -> None:
    rows = [
        relation("a", "x supports y", "2020", "2021"),
        relation("b", "x supports y", "2019", "2021"),
        relation("c", "x attacks y", "2020", "2022", sign=-1),
        relation("d", "x member-of z", "2020"),
        relation("e", "z supports y", "2020", "2021", status="denied"),
        relation("f", "x supports z", "2020", sign=-1),
    ]
    found = list(relation_conflicts(lambda: rows, judged()))
    assert {one.kind for one in found} == {"relation", "sign"}
    assert any(one.via for one in found)
    other = Random(seed).sample(rows, len(rows))
    assert list(relation_conflicts(lambda: other, judged())) == found
