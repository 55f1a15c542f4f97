"""Events that briefs tell differently, and those that they don't."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sahel_tui.queries.library.event_conflicts import event_conflicts
from tests.queries.library.told import by_date, event, judged

if TYPE_CHECKING:
    from sahel_tui.queries.library.rows import EventRow

_NO_PLACE = {"place_id": None}


def differing(*rows: EventRow, **judgements: Any) -> list[tuple[str, ...]]:
    return [one.what for one in event_conflicts(by_date(list(rows)), judged(**judgements))]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"date": "2023-08-14"}, "date"),
        ({"fatalities": (5, 5)}, "fatalities"),
        ({"fatalities": (3, 9)}, "fatalities"),
        ({"fatalities": (None, 4)}, "fatalities"),
        ({"place": "Gao", "place_id": "gao"}, "place"),
        ({"tense": "denied"}, "denied"),
    ],
)
def test_an_event_that_is_told_differently(given: dict[str, Any], what: str) -> None:
    place = {"place": "Ber", "place_id": "ber"} if what == "place" else {}
    one = event("a", "2023-08-13", fatalities=(4, 4), **place)
    other = event("b", **{"date": "2023-08-13", **given})
    assert differing(one, other) == [(what,)]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"date": "2023-08"},
        {"fatalities": None},
        {"place": "Mali", "place_id": "mali", "place_kind": "country", "country": "MLI"},
        {"place": None, **_NO_PLACE},
        {"tense": "planned", "date": "2023-08-15"},
        {"date": "2023-08-17"},
        {"type": "protest", "date": "2023-08-14"},
        {"actors": ("x", "z"), "date": "2023-08-14", "place": None, **_NO_PLACE},
        {"actors": ("x/recipient", "y/actor"), "date": "2023-08-14", "place": None, **_NO_PLACE},
        {"title": "Another thing altogether", "place_id": "gao", "place": "Gao"},
    ],
)
def test_tellings_that_agree_or_are_of_two_events(given: dict[str, Any]) -> None:
    place = {"place": "Ber", "place_id": "ber", "country": "MLI", "fatalities": (4, 4)}
    one = event("a", "2023-08-13", ("x/actor", "y/recipient"), **place)
    other = event("b", **{"date": "2023-08-13", "actors": ("x", "y"), **place, **given})
    assert differing(one, other) == []


def test_a_place_is_the_same_whether_it_is_declared_or_only_named() -> None:
    one = event("a", "2023-08-13", ("x",), place="Ber", place_id="village-of-ber")
    other = event("b", "2023-08-14", ("x",), place="BER")
    assert differing(one, other) == [("date",)]


def test_actors_are_compared_by_identity() -> None:
    rows = event("a", "2023-08-13", ("x", "y")), event("b", "2023-08-14", ("x", "z"))
    assert differing(*rows) == []
    assert differing(*rows, same=(("y", "z"),)) == [("date",)]


def test_what_another_event_of_the_brief_agrees_with_is_not_held_against_it() -> None:
    rows = [
        event("a", "2024-01-28"),
        event("b", "2024-01-28"),
        event("b", "2024-01-29", id="e2"),
    ]
    assert differing(*rows) == []


def test_all_tellings_are_told_the_vague_ones_apart() -> None:
    rows = [
        event("a", "2023-08-13"),
        event("b", "2023-08-11"),
        event("c", "2023-08-13"),
        event("d", "2023-08"),
    ]
    (one,) = event_conflicts(by_date(rows), judged())
    assert [[said.told.brief for said in side.tellings] for side in one.sides] == [
        ["a", "c"],
        ["b"],
    ]
    assert [said.told.brief for said in one.also] == ["d"]


def test_events_far_apart_in_time_are_gone_through_without_being_held() -> None:
    rows = [
        event(brief, f"{year}-0{month}-{day:02}")
        for year in range(1990, 2020)
        for month in range(1, 10)
        for brief, day in (("a", 10), ("b", 11))
    ]
    assert len(differing(*rows)) == 30 * 9


def test_a_long_war_is_not_one_with_a_day_of_it() -> None:
    assert differing(event("a", "2015/2023", fatalities=(1, 1)), event("b", "2016-05-01")) == []
    counted = event("a", "2013/2023", fatalities=(150, None))
    assert differing(counted, event("b", "2013/2023", fatalities=(174, 311))) == [("fatalities",)]


def test_keys_are_unique_and_stay_when_an_agreeing_brief_is_added() -> None:
    rows = [event("a", "2023-08-13"), event("b", "2023-08-11")]
    (before,) = event_conflicts(by_date(rows), judged())
    (after,) = event_conflicts(by_date([*rows, event("c", "2023-08-11")]), judged())
    assert before.key == after.key
    assert after.briefs == ("a", "b", "c")
