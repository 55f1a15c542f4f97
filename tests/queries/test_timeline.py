"""Ranges of days."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.days import Day
from sahel_tui.queries.timeline import Range, busy_range, whole_range
from tests.queries.views import event


def days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Range:
    return Range(Day(*first).ordinal(), Day(*last).ordinal() + 1)


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
