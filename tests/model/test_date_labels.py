"""Dates as a person reads them: the words, and that no two meanings share them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.dates import Edtf, parse
from tests.model.edtf_strategies import dates


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2023-08-13", "13 August 2023"),
        ("2023-08", "August 2023"),
        ("2013", "2013"),
        ("2023-07-0X", "early July 2023"),
        ("2023-07-1X", "mid-July 2023"),
        ("2023-07-2X", "late July 2023"),
        ("2023-07-3X", "30 or 31 July 2023"),
        ("2023-06-3X", "30 June 2023"),
        ("1985-04-XX", "a day in April 1985"),
        ("1985-XX-XX", "a day in 1985"),
        ("2004-XX", "a month in 2004"),
        ("201X", "the 2010s"),
        ("200X", "a year between 2000 and 2009"),
        ("20XX", "a year between 2000 and 2099"),
        ("045X", "the 450s CE"),
        ("2023-21", "spring 2023"),
        ("2023-22", "summer 2023"),
        ("2023-23", "autumn 2023"),
        ("2023-24", "winter 2023-2024"),
        ("0045", "45 CE"),
        ("0000", "1 BCE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("-201X", "a year between 2020 BCE and 2011 BCE"),
        ("Y170000002", "the year 170000002"),
        ("Y-170000002", "the year 170000003 BCE"),
        ("2023-08-13T10:00:00Z", "13 August 2023, 10:00 UTC"),
        ("2023-08-13T10:00:05", "13 August 2023, 10:00:05"),
        ("2023-08-13T10:00:00-04", "13 August 2023, 10:00 UTC-04"),
        ("2023-08-13T10:00:00.5+05:30", "13 August 2023, 10:00:00.5 UTC+05:30"),
    ],
)
def test_single_dates(text: str, label: str) -> None:
    assert parse(text).label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2023-08-13/2023-08-13", "13 August 2023"),
        ("2023/2023", "2023"),
        ("2023~/2023~", "about 2023"),
        ("1985-XX-XX/1985-XX-XX", "a day in 1985 to a day in 1985"),
        ("[2023,2023]", "2023"),
        ("[2023..2023]", "2023"),
        ("[2023,2023..2023,2024]", "2023 or 2024"),
        ("2023-08-30~", "about 30 August 2023"),
        ("2023?", "2023 (uncertain)"),
        ("2023-08%", "about August 2023 (uncertain)"),
        ("201X~", "about the 2010s"),
        ("2023-07-2X~", "about late July 2023"),
        ("20XX~", "a year between 2000 and 2099 (approximate)"),
        ("1985-XX-XX%", "a day in 1985 (approximate, uncertain)"),
    ],
)
def test_qualified_dates(text: str, label: str) -> None:
    assert parse(text).label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2023-08/2023-09", "August to September 2023"),
        ("2023-09-16/2023-09-20", "16 to 20 September 2023"),
        ("2023-08-30/2023-09-02", "30 August to 2 September 2023"),
        ("2022-12/2023-01", "December 2022 to January 2023"),
        ("2022/2023", "2022 to 2023"),
        ("2023-21/2023-22", "spring to summer 2023"),
        ("2023-08/2023-09-05", "from August 2023 to 5 September 2023"),
        ("2023~/2024?", "from about 2023 to 2024 (uncertain)"),
        ("2013/..", "since 2013"),
        ("2013-06-02~/..", "since about 2 June 2013"),
        ("2013/", "from 2013, end unknown"),
        ("../2023", "before the end of 2023"),
        ("../2023-12-31", "before the end of 2023"),
        ("../2023-08", "before the end of August 2023"),
        ("../2023?", "before the end of 2023 (uncertain)"),
        ("../2023-08-13", "until 13 August 2023"),
        ("../2023~", "until about 2023"),
        ("../20XX", "until a year between 2000 and 2099"),
        ("/2023", "until 2023, start unknown"),
    ],
)
def test_intervals(text: str, label: str) -> None:
    assert parse(text).label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[2023-09-16,2023-09-17]", "16 or 17 September 2023"),
        ("[2023-09-16,2023-09-17,2023-09-20]", "16, 17 or 20 September 2023"),
        ("[2023-09-30,2023-10-01]", "30 September or 1 October 2023"),
        ("[2022-12-31,2023-01-01]", "31 December 2022 or 1 January 2023"),
        ("[2022,2023]", "2022 or 2023"),
        ("[2023]", "2023"),
        ("[2023-08,2023-10-05]", "August 2023, or 5 October 2023"),
        ("[2020~,2021]", "about 2020, or 2021"),
        ("[2023-09-16..2023-09-20]", "between 16 and 20 September 2023"),
        ("[2020,2023..2025]", "2020, or between 2023 and 2025"),
        ("[..2023]", "2023 or earlier"),
        ("[2023-08..]", "August 2023 or later"),
    ],
)
def test_one_of_sets(text: str, label: str) -> None:
    assert parse(text).label == label


def meaning(date: Edtf) -> tuple[object, ...]:
    return (date.earliest, date.latest, date.approximate, date.uncertain)


def near(text: str) -> list[str]:
    """Dates that a careless label would not tell from this year, month or day."""
    qualified = [text + mark for mark in ("", "?", "~", "%")]
    ends = [f"{one}{side}" for one in qualified for side in ("/", "/..")]
    starts = [f"{side}{one}" for one in qualified for side in ("/", "../")]
    return [*qualified, *ends, *starts, f"[{text}..]", f"[..{text}]"]


def test_near_meanings_have_their_own_words() -> None:
    texts = [
        *("2000-01-01", "2000-01-3X", "2000-01-XX", "2000-01", "2000-XX", "2000-XX-XX", "2000"),
        *("200X", "20XX", "2000-21", "2000-24", "0200", "-0200", "0000", "Y20000", "Y-20000"),
    ]
    labels = [parse(one).label for text in texts for one in near(text)]
    assert len(set(labels)) == len(labels)


@given(st.lists(dates(), min_size=2, max_size=8))
def test_equal_words_mean_equal_days(texts: list[str]) -> None:
    meanings: dict[str, tuple[object, ...]] = {}
    for date in map(parse, texts):
        assert meanings.setdefault(date.label, meaning(date)) == meaning(date)
