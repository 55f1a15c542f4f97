"""Dates in order, and within a range: possibly, or certainly."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sahel_tui.model.dates import Day, EdtfError, parse, parse_bound
from tests.model.edtf_strategies import bounds, dates


@given(st.lists(dates(), min_size=2, max_size=6, unique=True))
def test_the_order_is_total_and_agrees_with_the_bounds(texts: list[str]) -> None:
    ordered = sorted(map(parse, texts), key=lambda date: date.sort_key)
    assert sorted(map(parse, reversed(texts)), key=lambda date: date.sort_key) == ordered
    assert len({date.sort_key for date in ordered}) == len(texts)
    for i, before in enumerate(ordered):
        for after in ordered[i + 1 :]:
            assert (
                after.latest is None or before.earliest is None or after.latest >= before.earliest
            )


def test_a_timeline_in_order() -> None:
    written = [
        "20XX",
        "2022-12/2023-02",
        "2023-01-01",
        "2023-01",
        "2023",
        "2023/..",
        "2023-02",
        "../2023-02",
        "/2023-06",
        "2023-07-2X",
        "2023-07-21",
        "[2023-09-16,2023-09-17]",
        "Y12023",
    ]
    assert [
        date.text for date in sorted(map(parse, reversed(written)), key=lambda date: date.sort_key)
    ] == written


@given(dates(), bounds(), bounds())
def test_what_is_certain_is_possible(text: str, after: Day | None, before: Day | None) -> None:
    date = parse(text)
    assume(after is None or before is None or after <= before)
    assert date.possibly_within(after, before) or not date.certainly_within(after, before)


@given(dates(), bounds(), bounds(), bounds())
def test_a_wider_range_never_loses_a_date(
    text: str, after: Day | None, before: Day | None, wider: Day | None
) -> None:
    date = parse(text)
    assume(wider is None or before is None or wider >= before)
    wider = None if before is None else wider
    assert date.certainly_within(after, wider) or not date.certainly_within(after, before)
    assert date.possibly_within(after, wider) or not date.possibly_within(after, before)


AUGUST = (Day(2023, 8, 1), Day(2023, 8, 31))


@pytest.mark.parametrize(
    ("text", "certainly", "possibly"),
    [
        ("2023-08", True, True),
        ("2023-08-01", True, True),
        ("2023-08-31", True, True),
        ("2023-09-01", False, False),
        ("2023-07-31", False, False),
        ("2023", False, True),
        ("2023-07/2023-09", False, True),
        ("2023-08-30~", False, True),
        ("2023-08?", False, True),
        ("2013/..", False, True),
        ("2013/", False, True),
        ("2023-08-05/..", False, True),
        ("2023-09/..", False, False),
        ("../2023-07", False, False),
        ("../2023-08", False, True),
        ("[2023-08-03,2023-08-05]", True, True),
        ("[2023-08-03,2023-10-05]", False, True),
        ("[2023-07-03,2023-10-05]", False, False),
        ("[..2023-06,2023-10]", False, False),
    ],
)
def test_within_august(text: str, certainly: bool, possibly: bool) -> None:
    date = parse(text)
    assert date.certainly_within(*AUGUST) is certainly
    assert date.possibly_within(*AUGUST) is possibly


@pytest.mark.parametrize("text", ["2013/..", "2013/", "[2013..]"])
def test_an_open_end_is_never_certainly_before_anything(text: str) -> None:
    date = parse(text)
    assert not date.certainly_within(None, Day(9999, 12, 31))
    assert date.certainly_within(Day(2013, 1, 1), None)
    assert not date.certainly_within(Day(2013, 1, 2), None)
    assert date.certainly_within(None, None)


def test_a_filter_takes_the_outer_day() -> None:
    assert parse_bound("2023-08", "after") == Day(2023, 8, 1)
    assert parse_bound("2023-08", "before") == Day(2023, 8, 31)
    assert parse_bound("2013/..", "after") == Day(2013, 1, 1)
    with pytest.raises(EdtfError, match="the end of the date is open or unknown"):
        parse_bound("2013/..", "before")
    with pytest.raises(EdtfError, match="the start of the date is open or unknown"):
        parse_bound("/2013", "after")
