"""Times without events."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.dates import parse
from sahel_tui.model.days import from_ordinal
from sahel_tui.queries.chronology.gaps import gaps, least_gap
from sahel_tui.queries.chronology.reach import reach
from sahel_tui.queries.timeline import Range
from sahel_tui.render.chronology.gaps import draw_gap, gap_words
from tests.model.edtf_strategies import dates

FIRST = 738_000


def ordered(texts: list[str]) -> list[str]:
    return sorted(texts, key=lambda text: parse(text).sort_key)


def words(*texts: str) -> list[str]:
    return [gap_words(gap) for gap in gaps(texts)]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        # From day to day it is known to the day.
        (("2023-08-13", "2023-08-24"), ["10 days without events"]),
        (("2022-01-31", "2023-04-01"), ["14 months without events"]),
        (("2019-12-31", "2023-04-01"), ["3 years 3 months without events"]),
        (("2020-12-31", "2023-01-01"), ["2 years without events"]),
        (("2023-08-13", "2023-08-19"), []),
        # A month may end early or late, so that it may be longer.
        (("2022-01", "2023-04-01"), ["at least 14 months without events"]),
        (("2022-01-31", "2023-04"), ["at least 14 months without events"]),
        # The end of an interval is a day, whatever its start is.
        (("2021/2022-01-31", "2023-04-01"), ["14 months without events"]),
        # What lasted across leaves none; what is approximate may lie beside its days.
        (("2021/2024", "2022-01-31", "2023-04-01"), []),
        (("2023-08-13~", "2023-08-23"), []),
        (("2023-08-13~", "2023-08-31"), ["at least 14 days without events"]),
        # A set may be any of its days; between two of them it may be nothing.
        (("2023-01-01", "[2023-01-05,2023-03-01]"), []),
        # What has an open or unknown end may go on.
        (("2013-01-31/..", "2023-01-01"), ["9 years 11 months without new events (1 may go on)"]),
        (
            ("2022-01-01/", "2022-01-31", "2023-04-01"),
            ["29 days without new events (1 may go on)",
             "14 months without new events (1 may go on)"],
        ),
        (("2022-01-31", "../2023-04-01"), ["14 months without new events (1 may go on)"]),
        ((), []),
        (("2023",), []),
    ],
)  # fmt: skip
def test_a_gap_is_said_as_far_as_it_is_known(texts: tuple[str, ...], said: list[str]) -> None:
    assert words(*texts) == said


def test_a_gap_stands_before_the_event_that_ends_it() -> None:
    (gap,) = gaps(["2023-01-01", "2023-01-02", "2023-03-01"])
    assert gap.before == 2
    assert from_ordinal(gap.first).iso() == "2023-01-03"
    assert from_ordinal(gap.last).iso() == "2023-02-28"


def test_what_a_gap_is_without_can_be_said() -> None:
    (gap,) = gaps(["2023-01-01", "2023-03-01"])
    assert gap_words(gap, "such events") == "58 days without such events"


@given(st.integers(1, 400_000))
def test_the_longer_the_range_the_longer_the_gap_that_is_said(days: int) -> None:
    span = Range(FIRST, FIRST + days)
    assert 7 <= least_gap(span) <= least_gap(Range(FIRST, FIRST + 2 * days))


@given(st.lists(dates(), max_size=8).map(ordered))
def test_no_event_is_known_to_be_in_a_gap(texts: list[str]) -> None:
    for gap in gaps(texts):
        assert gap.days >= 7
        for text in texts:
            known = reach(text)
            assert known.end + known.slack < gap.first or known.start - known.slack > gap.last


@given(st.lists(st.integers(0, 300), min_size=1, max_size=12).map(sorted))
def test_of_days_every_long_gap_is_found(days: list[int]) -> None:
    texts = [from_ordinal(FIRST + day).iso() for day in days]
    found = [(gap.before, gap.days, gap.at_least, gap.open) for gap in gaps(texts)]
    between = ((at, days[at] - days[at - 1] - 1) for at in range(1, len(days)))
    assert found == [(at, empty, False, 0) for at, empty in between if empty >= 7]


@given(st.integers(20, 200), st.integers(0, 40))
def test_a_gap_is_a_line_of_the_width(cells: int, date: int) -> None:
    (gap,) = gaps(["2022-01", "2023-04-01"])
    assert draw_gap(gap, date, cells).width == cells
