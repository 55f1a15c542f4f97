"""Forms of EDTF, each with what it means and how it is drawn, by hand from ISO 8601-2.

Drawn twice: on August 2023 with a cell for each day, and on 2021 to 2023 with one for each year.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

import pytest

from sahel_tui.model.dates import EdtfError, parse
from sahel_tui.model.days import Day
from sahel_tui.queries.timeline import Range
from sahel_tui.render.timeline import draw_extent


class Case(NamedTuple):
    text: str
    label: str
    sorted_at: str
    first: str | None
    last: str | None
    in_august: Literal["certainly", "possibly", "no"]
    august: str
    years: str


BEFORE, AFTER = "◂", " " * 30 + "▸"
ACROSS = "◂" + "─" * 29 + "▸"
ABOUT_ACROSS = "◂" + "~" * 29 + "▸"
WHOLE = "├" + "─" * 29 + "┤"
ABOUT_WHOLE = "(" + "~" * 29 + ")"
UNTIL_ITS_END = "◂" + "─" * 29 + "┤"
SINCE_ITS_START = "├" + "─" * 29 + "▸"


def at(day: int, drawn: str) -> str:
    """A drawing that begins on a day of August."""
    return " " * (day - 1) + drawn


# In their order in a timeline.
CASES = [
    # Years far away: a year beyond four digits, one before year 1, and 985.
    Case("Y-17000", "the year 17001 BCE", "Y-17000-01-01", "Y-17000-01-01", "Y-17000-12-31", "no",
         BEFORE, "◂"),
    Case("-0043-03-15", "15 March 44 BCE", "-0043-03-15", "-0043-03-15", "-0043-03-15", "no",
         BEFORE, "◂"),
    Case("0985", "985 CE", "0985-01-01", "0985-01-01", "0985-12-31", "no", BEFORE, "◂"),
    # Unspecified digits of the year.
    Case("19XX", "a year between 1900 and 1999", "1900-01-01", "1900-01-01", "1999-12-31", "no",
         BEFORE, "◂"),
    Case("20XX", "a year between 2000 and 2099", "2000-01-01", "2000-01-01", "2099-12-31",
         "possibly", ACROSS, "◂─▸"),
    Case("201X", "the 2010s", "2010-01-01", "2010-01-01", "2019-12-31", "no", BEFORE, "◂"),
    # Of one first day, what ends comes before what is open.
    Case("2013/2023", "2013 to 2023", "2013-01-01", "2013-01-01", "2023-12-31", "possibly",
         ACROSS, "◂─┤"),
    Case("2013/..", "since 2013", "2013-01-01", "2013-01-01", None, "possibly", ACROSS, "◂─▸"),
    Case("202X", "the 2020s", "2020-01-01", "2020-01-01", "2029-12-31", "possibly",
         ACROSS, "◂─▸"),
    Case("2021~", "about 2021", "2021-01-01", "2021-01-01", "2021-12-31", "no", BEFORE, "◇"),
    Case("2021/", "from 2021, end unknown", "2021-01-01", "2021-01-01", None, "possibly",
         ACROSS, "├─▸"),
    Case("2021-10/2022-02", "October 2021 to February 2022", "2021-10-01", "2021-10-01",
         "2022-02-28", "no", BEFORE, "├┤"),
    Case("2022%", "about 2022 (uncertain)", "2022-01-01", "2022-01-01", "2022-12-31", "no",
         BEFORE, " ◇"),
    Case("2022-XX", "a month in 2022", "2022-01-01", "2022-01-01", "2022-12-31", "no",
         BEFORE, " ◆"),
    Case("2022~/2023-08~", "from about 2022 to about August 2023", "2022-01-01", "2022-01-01",
         "2023-08-31", "possibly", "◂" + "~" * 29 + ")", " ()"),
    Case("2022-11-30/2023-08-13", "30 November 2022 to 13 August 2023", "2022-11-30", "2022-11-30",
         "2023-08-13", "possibly", "◂" + "─" * 11 + "┤", " ├┤"),
    # Winter begins in the year that it is named by, and ends in the next.
    Case("2022-24", "winter 2022-2023", "2022-12-01", "2022-12-01", "2023-02-28", "no",
         BEFORE, " ├┤"),
    # An open start: what is known is that it was over by then.
    Case("../2022", "before the end of 2022", "2022-12-31", None, "2022-12-31", "no",
         BEFORE, "◂┤"),
    Case("2023", "2023", "2023-01-01", "2023-01-01", "2023-12-31", "possibly", ACROSS, "  ◆"),
    Case("2023%", "about 2023 (uncertain)", "2023-01-01", "2023-01-01", "2023-12-31", "possibly",
         ABOUT_ACROSS, "  ◇"),
    Case("2023-XX-XX", "a day in 2023", "2023-01-01", "2023-01-01", "2023-12-31", "possibly",
         ACROSS, "  ◆"),
    Case("2023?", "2023 (uncertain)", "2023-01-01", "2023-01-01", "2023-12-31", "possibly",
         ABOUT_ACROSS, "  ◇"),
    Case("2023~", "about 2023", "2023-01-01", "2023-01-01", "2023-12-31", "possibly",
         ABOUT_ACROSS, "  ◇"),
    Case("2023/", "from 2023, end unknown", "2023-01-01", "2023-01-01", None, "possibly",
         ACROSS, "  ▸"),
    Case("2023/..", "since 2023", "2023-01-01", "2023-01-01", None, "possibly", ACROSS, "  ▸"),
    Case("2023?/..", "since 2023 (uncertain)", "2023-01-01", "2023-01-01", None, "possibly",
         ABOUT_ACROSS, "  ▸"),
    # Seasons are those of the north, in whole months.
    Case("2023-21", "spring 2023", "2023-03-01", "2023-03-01", "2023-05-31", "no",
         BEFORE, "  ◆"),
    Case("2023-22", "summer 2023", "2023-06-01", "2023-06-01", "2023-08-31", "possibly",
         UNTIL_ITS_END, "  ◆"),
    Case("2023-07-30/2023-08-02", "30 July to 2 August 2023", "2023-07-30", "2023-07-30",
         "2023-08-02", "possibly", "◂┤", "  ◆"),
    # One of two days, neither of which is in August.
    Case("[2023-07-31,2023-09-01]", "31 July or 1 September 2023", "2023-07-31", "2023-07-31",
         "2023-09-01", "no", "◂" + " " * 29 + "▸", "  ◆"),
    Case("[2023-08-01,2023-08-05]", "1 or 5 August 2023", "2023-08-01", "2023-08-01",
         "2023-08-05", "certainly", "├   ┤", "  ◆"),
    # Ten days of a month, of which the first have nine.
    Case("2023-08-0X", "early August 2023", "2023-08-01", "2023-08-01", "2023-08-09", "certainly",
         "├───────┤", "  ◆"),
    Case("2023-08", "August 2023", "2023-08-01", "2023-08-01", "2023-08-31", "certainly",
         WHOLE, "  ◆"),
    Case("2023-08%", "about August 2023 (uncertain)", "2023-08-01", "2023-08-01", "2023-08-31",
         "possibly", ABOUT_WHOLE, "  ◇"),
    Case("2023-08-XX", "a day in August 2023", "2023-08-01", "2023-08-01", "2023-08-31",
         "certainly", WHOLE, "  ◆"),
    Case("2023-08?", "August 2023 (uncertain)", "2023-08-01", "2023-08-01", "2023-08-31",
         "possibly", ABOUT_WHOLE, "  ◇"),
    Case("2023-08~", "about August 2023", "2023-08-01", "2023-08-01", "2023-08-31", "possibly",
         ABOUT_WHOLE, "  ◇"),
    Case("2023-08/2023-10", "August to October 2023", "2023-08-01", "2023-08-01", "2023-10-31",
         "possibly", SINCE_ITS_START, "  ◆"),
    Case("2023-08-XX/..", "since a day in August 2023", "2023-08-01", "2023-08-01", None,
         "possibly", SINCE_ITS_START, "  ▸"),
    Case("[..2023-08-02]", "2 August 2023 or earlier", "2023-08-02", None, "2023-08-02",
         "possibly", "◂┤", "◂─┤"),
    Case("2023-08-05/2023-08-05", "5 August 2023", "2023-08-05", "2023-08-05", "2023-08-05",
         "certainly", at(5, "●"), "  ●"),
    Case("[2023-08-10..2023-08-12]", "between 10 and 12 August 2023", "2023-08-10", "2023-08-10",
         "2023-08-12", "certainly", at(10, "├─┤"), "  ◆"),
    Case("2023-08-1X", "mid-August 2023", "2023-08-10", "2023-08-10", "2023-08-19", "certainly",
         at(10, "├────────┤"), "  ◆"),
    Case("2023-08-13", "13 August 2023", "2023-08-13", "2023-08-13", "2023-08-13", "certainly",
         at(13, "●"), "  ●"),
    Case("2023-08-13?", "13 August 2023 (uncertain)", "2023-08-13", "2023-08-13", "2023-08-13",
         "possibly", at(13, "◇"), "  ◇"),
    Case("2023-08-13T10:00:00Z", "13 August 2023, 10:00 UTC", "2023-08-13", "2023-08-13",
         "2023-08-13", "certainly", at(13, "●"), "  ●"),
    Case("2023-08-13/..", "since 13 August 2023", "2023-08-13", "2023-08-13", None, "possibly",
         at(13, "├" + "─" * 17 + "▸"), "  ▸"),
    Case("../2023-08-13", "until 13 August 2023", "2023-08-13", None, "2023-08-13", "possibly",
         "◂" + "─" * 11 + "┤", "◂─┤"),
    Case("2023-08-2X", "late August 2023", "2023-08-20", "2023-08-20", "2023-08-29", "certainly",
         at(20, "├────────┤"), "  ◆"),
    Case("2023-08-30~", "about 30 August 2023", "2023-08-30", "2023-08-30", "2023-08-30",
         "possibly", at(30, "◇"), "  ◇"),
    Case("2023-08-3X", "30 or 31 August 2023", "2023-08-30", "2023-08-30", "2023-08-31",
         "certainly", at(30, "├┤"), "  ◆"),
    Case("2023-08-30/2023-09-02", "30 August to 2 September 2023", "2023-08-30", "2023-08-30",
         "2023-09-02", "possibly", at(30, "├▸"), "  ◆"),
    Case("2023-08-30~/2023-09", "from about 30 August 2023 to September 2023", "2023-08-30",
         "2023-08-30", "2023-09-30", "possibly", at(30, "(▸"), "  ◇"),
    Case("[2023-08-30..]", "30 August 2023 or later", "2023-08-30", "2023-08-30", None,
         "possibly", at(30, "├▸"), "  ▸"),
    Case("../2023-08", "before the end of August 2023", "2023-08-31", None, "2023-08-31",
         "possibly", UNTIL_ITS_END, "◂─┤"),
    Case("/2023-08", "until August 2023, start unknown", "2023-08-31", None, "2023-08-31",
         "possibly", UNTIL_ITS_END, "◂─┤"),
    Case("2023-09-01", "1 September 2023", "2023-09-01", "2023-09-01", "2023-09-01", "no",
         AFTER, "  ●"),
    Case("2023-09~", "about September 2023", "2023-09-01", "2023-09-01", "2023-09-30", "no",
         AFTER, "  ◇"),
    Case("2023-23", "autumn 2023", "2023-09-01", "2023-09-01", "2023-11-30", "no", AFTER, "  ◆"),
    Case("[2023-09-16,2023-09-17]", "16 or 17 September 2023", "2023-09-16", "2023-09-16",
         "2023-09-17", "no", AFTER, "  ◆"),
    Case("../2023", "before the end of 2023", "2023-12-31", None, "2023-12-31", "possibly",
         ACROSS, "◂─┤"),
    Case("../2023-12-31", "before the end of 2023", "2023-12-31", None, "2023-12-31", "possibly",
         ACROSS, "◂─┤"),
    Case("/2023", "until 2023, start unknown", "2023-12-31", None, "2023-12-31", "possibly",
         ACROSS, "◂─┤"),
    Case("2024", "2024", "2024-01-01", "2024-01-01", "2024-12-31", "no", AFTER, "  ▸"),
    Case("2024/..", "since 2024", "2024-01-01", "2024-01-01", None, "no", AFTER, "  ▸"),
    Case("203X", "the 2030s", "2030-01-01", "2030-01-01", "2039-12-31", "no", AFTER, "  ▸"),
    Case("Y17000", "the year 17000", "Y17000-01-01", "Y17000-01-01", "Y17000-12-31", "no",
         AFTER, "  ▸"),
]  # fmt: skip
AUGUST = Range(Day(2023, 8, 1).ordinal(), Day(2023, 9, 1).ordinal())
YEARS = Range(Day(2021, 1, 1).ordinal(), Day(2024, 1, 1).ordinal())
each = pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)


@each
def test_a_date_reads_as_a_person_writes_it(case: Case) -> None:
    assert parse(case.text).label == case.label


@each
def test_a_date_has_a_first_and_a_last_day(case: Case) -> None:
    date = parse(case.text)
    assert (date.earliest.iso() if date.earliest else None) == case.first
    assert (date.latest.iso() if date.latest else None) == case.last
    assert date.sort_key[0].iso() == case.sorted_at


@each
def test_a_date_is_certainly_or_possibly_within_a_month(case: Case) -> None:
    date, month = parse(case.text), (Day(2023, 8, 1), Day(2023, 8, 31))
    assert date.certainly_within(*month) == (case.in_august == "certainly")
    assert date.possibly_within(*month) == (case.in_august != "no")


@each
def test_a_date_is_drawn_on_its_days(case: Case) -> None:
    date = parse(case.text)
    assert draw_extent(date, AUGUST, 31).rstrip() == case.august
    assert draw_extent(date, YEARS, 3).rstrip() == case.years


def test_dates_stand_in_this_order() -> None:
    keys = [parse(case.text).sort_key for case in CASES]
    assert all(before < after for before, after in pairwise(keys))


@pytest.mark.parametrize("text", ["2023-XX-12", "{2023,2024}", "2023-25", "2023-02-29", "../.."])
def test_what_is_no_date_of_the_format_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        parse(text)
