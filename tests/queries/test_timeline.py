"""Ranges of days."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.days import Day
from sahel_tui.queries.timeline import Range, busy_range, whole_range
from tests.queries.views import days, event


def test_all_dates_lie_within_the_whole_years_of_them() -> None:
    rows = [event("a", date="2013/.."), event("b", date="2023-08-13"), event("c", date="../2024")]
    assert whole_range(rows) == days((2013, 1, 1), (2024, 12, 31))


def test_days_of_one_season_are_drawn_on_months() -> None:
    rows = [event("a", date="2023-08-13"), event("b", date="2023-09-01")]
    assert whole_range(rows) == days((2023, 8, 1), (2023, 9, 30))


def test_the_busy_range_leaves_the_few_far_ones_out() -> None:
    rows = [event(f"e{month}", date=f"2023-{month:02}") for month in range(1, 12)]
    far = [event("old", date="1960"), event("older", date="1990")]
    assert busy_range([*far, *rows]).start >= Day(2023, 1, 1).ordinal()


def test_the_busy_range_holds_one_event_whole() -> None:
    assert busy_range([event("a", date="2023")]) == days((2023, 1, 1), (2023, 12, 31))
    rows = [event("a", date="2013/2023"), event("b", date="2013/..")]
    assert busy_range(rows) == days((2013, 1, 1), (2023, 12, 31))
    assert busy_range(rows[1:]) == days((2013, 1, 1), (2013, 1, 31))


def test_no_events_still_give_a_range() -> None:
    assert whole_range([]).start < whole_range([]).end
    assert busy_range([]) == whole_range([])


def test_a_day_falls_in_its_cell() -> None:
    span = days((2023, 1, 1), (2023, 12, 31))
    assert span.place(Day(2023, 1, 1).ordinal(), 12) == 0
    assert span.place(Day(2023, 12, 31).ordinal(), 12) == 11
    assert span.place(Day(2022, 12, 31).ordinal(), 12) < 0
    assert span.place(Day(2024, 1, 1).ordinal(), 12) == 12


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**6), st.floats(-2, 2), st.floats(0.01, 100))
def test_a_range_moved_or_zoomed_is_a_range(
    start: int, length: int, share: float, factor: float
) -> None:
    span = Range(start, start + length)
    moved = span.moved(share)
    assert moved.end - moved.start == length
    assert moved != span
    zoomed = span.zoomed(factor)
    assert zoomed.end - zoomed.start >= 7


@given(st.integers(-(10**6), 10**6), st.integers(1, 10**6), st.data())
def test_a_range_zoomed_on_a_day_has_that_day(start: int, length: int, data: st.DataObject) -> None:
    span = Range(start, start + length)
    day = data.draw(st.integers(start - 10**6, start + length + 10**6))
    zoomed = span.zoomed(data.draw(st.floats(0.01, 100)), day)
    assert zoomed.start <= day < zoomed.end


def test_zooming_in_keeps_a_day_in_its_place() -> None:
    span = days((2023, 1, 1), (2023, 12, 31))
    day = Day(2023, 8, 13).ordinal()
    closer = span.zoomed(0.5, day)
    assert abs(closer.place(day, 100) - span.place(day, 100)) <= 1


def test_the_day_of_a_date_is_one_that_is_drawn_where_there_is_one() -> None:
    span = days((2023, 1, 1), (2023, 12, 31))
    for date, day in (
        ("2023-08", Day(2023, 8, 1)),
        ("2015/2023-03-04", Day(2023, 3, 4)),
        ("2015", Day(2015, 1, 1)),
        ("2025", Day(2025, 1, 1)),
    ):
        assert span.day_of(event("e", date=date).date) == day.ordinal()
    assert span.day_of(event("e", date="2015/2025").date) is None
    assert span.day_of(event("e", date="2015/..").date) is None
