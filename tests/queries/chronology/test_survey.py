"""What is told of the events that a timeline shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.days import Day
from sahel_tui.queries.chronology.dated import coded
from sahel_tui.queries.chronology.density import UNIT
from sahel_tui.queries.chronology.levels import beside, closer, range_words
from sahel_tui.queries.chronology.survey import context, first_day, survey
from sahel_tui.queries.timeline import Range

DATES = ["2020-01-05", "2020-01", "2021-06-30", "2021-07-04"]


def test_all_events_are_counted_and_long_times_without_any_are_told() -> None:
    found = survey(DATES)
    assert found is not None
    assert found.density.within(found.whole) == len(DATES) * UNIT
    assert range_words(found.whole) == "2020 to 2021"
    assert list(found.gaps) == [2]
    assert survey(DATES, stopped=lambda: True) is None


def test_nothing_has_a_time_too() -> None:
    found = survey([])
    assert found is not None
    assert found.whole.end > found.whole.start


@given(st.integers(1, 800_000), st.integers(1, 30_000), st.integers(1, 400_000))
def test_a_strip_holds_what_is_shown_in_at_least_a_cell_of_it(
    start: int, length: int, longer: int
) -> None:
    shown = Range(start, start + length)
    whole = Range(max(1, start - longer), start + length + longer)
    span = context(shown, whole)
    assert span.start <= shown.start
    assert span.end >= shown.end
    assert span.end - span.start <= 41 * length


def test_after_a_month_comes_the_next_and_after_any_days_a_quarter_of_them() -> None:
    august = closer(Range(Day(2023, 1, 1).ordinal(), Day(2023, 5, 1).ordinal()), 738733)
    assert range_words(beside(august, 1)) != range_words(august)
    assert beside(beside(august, 1), -1) == august
    assert beside(Range(10, 30), 1) == Range(15, 35)
    assert beside(Range(10, 30), -1) == Range(5, 25)


@given(st.lists(st.sampled_from(["2012", "2012-06", "2013?", "2011/2014", "2015-01-03"])))
def test_dates_that_are_kept_once_have_the_same_first_days(texts: list[str]) -> None:
    starts = coded(texts).mapped(first_day)
    assert [*starts] == [first_day(text) for text in texts]
    for day in (0, *starts, 800_000):
        later = [at for at, start in enumerate(starts) if start >= day]
        assert starts.first(day.__le__) == (later[0] if later else None)
