"""What is near an event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.chronology.around import Distance, Near, around, distance
from sahel_tui.render.chronology.near import near_words
from tests.model.edtf_strategies import dates

BEGIN = 738_000


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("2023-08-13", "2023-08-13", 0, 0),
        ("2023-08-13", "2023-08-14", 1, 1),
        ("2023-08-13", "2023-08", 0, 18),
        ("2023-08", "2023-08", 0, 30),
        ("2023-07", "2023-08", 1, 61),
        # What lasts has its end and its beginning, and all the days between.
        ("2023-08-01/2023-08-31", "2023-08-13", 0, 0),
        ("2023-08-01/2023-08-31", "2023-09-05", 5, 5),
        ("2023-07/2023-08", "2023-09-05", 5, 35),
        ("2023-08-01/2023-08-31", "2023-08-20/2023-10-31", 0, 0),
        # An end that is open says nothing of how far it is at most, unless it had begun by then.
        ("2023-08-01/..", "2023-09-05", 0, 35),
        ("2023-08-01/..", "2023-07-30", 2, 2),
        ("../2023-08-01", "2023-09-05", 35, 35),
        ("[2023-08-01..]", "2023-09-05", 0, None),
        ("[2023-08-01,2023-08-31]", "2023-08-11", 10, 20),
        ("2023-08-13~", "2023-08-13", 0, None),
        ("2023-08-13?", "2023-08-20", 7, None),
    ],
)
def test_days_between_two_events(one: str, other: str, least: int, most: int | None) -> None:
    assert distance(one, other) == distance(other, one) == Distance(least, most)


def test_within_some_days_certainly_or_possibly() -> None:
    texts = ["2023-06-30", "2023-07", "2023-08-01", "2023-08-13", "2023-08-15~", "2023-09-01"]
    found = list(around(texts, "2023-08-01", 14))
    assert [(texts[one.at], one.certainly) for one in found] == [
        ("2023-07", False),
        ("2023-08-01", True),
        ("2023-08-13", True),
        ("2023-08-15~", False),
    ]
    assert [near_words(one) for one in found] == ["1–31 days?", "0 days", "12 days", "14–? days?"]


def test_one_day_is_a_day() -> None:
    assert near_words(Near(0, Distance(1, 1), certainly=True)) == "1 day"


@given(dates(), dates())
def test_the_least_is_no_more_than_the_most_whichever_comes_first(one: str, other: str) -> None:
    found = distance(one, other)
    assert found == distance(other, one)
    assert found.least >= 0
    assert found.most is None or found.least <= found.most


@given(st.data())
def test_of_dates_that_are_one_day_the_bounds_are_those_of_all_their_days(
    data: st.DataObject,
) -> None:
    stretches = st.lists(st.integers(0, 60), min_size=1, max_size=3, unique=True)
    left, right = data.draw(stretches), data.draw(stretches)
    one, other = (
        f"[{','.join(from_ordinal(BEGIN + day).iso() for day in days)}]" for days in (left, right)
    )
    apart = [abs(a - b) for a in left for b in right]
    assert distance(one, other) == Distance(min(apart), max(apart))
