"""Days: their spelling and their numbers."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.dates import Day, parse
from sahel_tui.model.days import from_ordinal


@given(st.dates())
def test_ordinals_and_spelling_are_those_of_datetime(date: datetime.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert day.ordinal() == date.toordinal()
    assert day.iso() == date.isoformat()
    assert parse(day.iso()).earliest == parse(day.iso()).latest == day


@given(st.integers(-(10**12), 10**12))
def test_ordinals_count_on_in_any_year(year: int) -> None:
    assert Day(year + 1, 1, 1).ordinal() - Day(year, 12, 31).ordinal() == 1
    assert Day(year, 3, 1).ordinal() - Day(year, 2, 28).ordinal() in (1, 2)
    assert Day(year + 400, 6, 5).ordinal() - Day(year, 6, 5).ordinal() == 146_097


@given(st.integers(-3_000_000, 5_000_000))
def test_a_day_of_a_number_has_that_number(ordinal: int) -> None:
    assert from_ordinal(ordinal).ordinal() == ordinal
    if 1 <= ordinal <= datetime.date.max.toordinal():
        assert from_ordinal(ordinal).iso() == datetime.date.fromordinal(ordinal).isoformat()
