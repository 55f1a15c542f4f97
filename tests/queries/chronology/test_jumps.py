"""Dates as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.dates import EdtfError
from sahel_tui.model.days import Day
from sahel_tui.queries.chronology.jumps import read_jump
from sahel_tui.queries.chronology.levels import range_words
from sahel_tui.queries.timeline import Range
from tests.model.edtf_strategies import dates


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2023", "2023"),
        (" 2023 ", "2023"),
        ("about 2023", "2023"),
        ("since 2013", "2013"),
        ("2023~", "2023"),
        ("202x", "202X"),
        ("2010s", "201X"),
        ("2023-08", "2023-08"),
        ("2023-8", "2023-08"),
        ("2023/8", "2023-08"),
        ("8/2023", "2023-08"),
        ("08.2023", "2023-08"),
        ("202308", "2023-08"),
        ("aug 2023", "2023-08"),
        ("August 2023", "2023-08"),
        ("AUG. 2023", "2023-08"),
        ("2023 august", "2023-08"),
        ("sept 2023", "2023-09"),
        ("may 2023", "2023-05"),
        ("2023-08-13", "2023-08-13"),
        ("2023-8-3", "2023-08-03"),
        ("2023/08/13", "2023-08-13"),
        ("20230813", "2023-08-13"),
        ("13.8.2023", "2023-08-13"),
        ("8/13/2023", "2023-08-13"),
        ("8.8.2023", "2023-08-08"),
        ("13 Aug 2023", "2023-08-13"),
        ("13 august, 2023", "2023-08-13"),
        ("August 13th, 2023", "2023-08-13"),
        ("on the 1st of September 2023", "2023-09-01"),
        ("late July 2023", "2023-07-2X"),
        ("mid-august 2023", "2023-08-1X"),
        ("early Aug 2023", "2023-08-0X"),
        ("summer 2023", "2023-22"),
        ("fall 2023", "2023-23"),
        ("2023 q3", "2023-07/2023-09"),
        ("Q1 2023", "2023-01/2023-03"),
        ("2023-08/2023-10", "2023-08/2023-10"),
        ("../2023", "../2023"),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, date: str) -> None:
    assert read_jump(typed).date == date


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "nothing was typed"),
        ("xyz", "'xyz' is no date"),
        ("x" * 200, "so long"),
        ("2023-13", "month 13 does not exist"),
        ("30 feb 2023", "February 2023 has 28 days"),
        ("8/9/2023", "is two dates: type 2023-09-08 or 2023-08-09"),
        ("aug", "August of which year?"),
        ("13 aug", "August of which year?"),
        ("2", "needs four digits"),
        ("13 aug 2023 2024", "is not a date"),
        ("may june 2023", "is no date"),
        ("\x1b[2J", "is no date"),
    ],
)
def test_what_is_no_date_is_told_why(typed: str, why: str) -> None:
    with pytest.raises(EdtfError) as refused:
        read_jump(typed)
    assert why in str(refused.value)
    assert str(refused.value).isprintable()


def test_a_month_without_a_year_is_of_the_year_that_is_shown() -> None:
    year = Range(Day(2021, 1, 1).ordinal(), Day(2022, 1, 1).ordinal())
    assert read_jump("13 aug", year).date == "2021-08-13"
    with pytest.raises(EdtfError):
        read_jump("aug", Range(year.start - 1, year.end))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2023", "2023"),
        ("aug 2023", "August 2023"),
        ("13 aug 2023", "August 2023"),
        ("late july 2023", "July 2023"),
        ("2010s", "2010 to 2019"),
        ("2013/..", "2013"),
        ("summer 2023", "June 2023 to August 2023"),
    ],
)
def test_what_is_shown_after_a_jump(typed: str, shown: str) -> None:
    assert range_words(read_jump(typed).range) == shown


@given(dates().filter(lambda text: len(text) <= 100))
def test_every_date_of_the_format_can_be_typed(text: str) -> None:
    found = read_jump(text)
    assert found.days.start < found.days.end
    assert found.range.start <= found.days.start < found.range.end


@given(st.text(max_size=120))
def test_whatever_is_typed_is_a_date_or_refused(text: str) -> None:
    try:
        found = read_jump(text)
    except EdtfError:
        return
    assert found.days.start < found.days.end
