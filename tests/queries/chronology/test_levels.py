"""Zooming from a day to all that there is, by the calendar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.days import Day
from sahel_tui.queries.chronology.levels import LEVELS, closer, level_name, range_words, wider
from sahel_tui.queries.timeline import Range

DAYS = st.integers(-(10**9), 10**9)
AUGUST_13 = Day(2023, 8, 13).ordinal()


def test_from_a_decade_to_a_day_and_back() -> None:
    decade = Range(Day(2020, 1, 1).ordinal(), Day(2030, 1, 1).ordinal())
    shown, span = [range_words(decade)], decade
    for _ in range(5):
        span = closer(span, AUGUST_13)
        shown.append(range_words(span))
    assert shown == [
        "2020 to 2029", "2023", "July 2023 to September 2023", "August 2023",
        "2023-08-07 to 2023-08-13", "13 August 2023",
    ]  # fmt: skip
    assert closer(span, AUGUST_13) == span
    for words in shown[-2::-1]:
        span = wider(span, AUGUST_13)
        assert range_words(span) == words


@pytest.mark.parametrize(
    ("days", "name"),
    [(1, "day"), (7, "week"), (28, "month"), (31, "month"), (92, "quarter"), (365, "year"),
     (3652, "decade"), (36_525, "century")],
)  # fmt: skip
def test_a_range_has_the_name_of_its_length(days: int, name: str) -> None:
    assert level_name(Range(AUGUST_13, AUGUST_13 + days)) == name


@given(DAYS, st.integers(1, 10**8), st.data())
def test_closer_is_shorter_wider_is_longer_and_both_have_the_day(
    start: int, length: int, data: st.DataObject
) -> None:
    span = Range(start, start + length)
    day = data.draw(st.integers(start, start + length - 1))
    near, far = closer(span, day), wider(span, day)
    assert near.start <= day < near.end
    assert far.start <= day < far.end
    assert near.end - near.start < length or length == 1
    assert far.end - far.start > length


@given(DAYS)
def test_each_time_of_the_calendar_has_its_day_and_lies_beside_the_next(day: int) -> None:
    for level in LEVELS:
        span = level.holding(day)
        assert span.start <= day < span.end
        assert level.holding(span.end).start == span.end
        assert level.holding(span.start) == span
