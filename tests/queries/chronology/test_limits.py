"""Which events a timeline is limited to."""

from __future__ import annotations

import pytest

from sahel_tui.model.days import Day
from sahel_tui.queries.chronology.limits import Around, Limits, Within
from sahel_tui.queries.timeline import Range

AUGUST = Range(Day(2023, 8, 1).ordinal(), Day(2023, 9, 1).ordinal())


@pytest.mark.parametrize(
    ("date", "certainly", "possibly"),
    [
        ("2023-08-13", True, True),
        ("2023-08-01", True, True),
        ("2023-08-31", True, True),
        ("2023-07-31", False, False),
        ("2023-09-01", False, False),
        ("2023-08", True, True),
        ("2023", False, True),
        ("2023-08-13~", False, True),
        ("2023-08-20/2023-09-02", False, True),
        ("2020/..", False, True),
        ("../2023-07", False, False),
        ("[2023-07-01,2023-09-10]", False, False),
    ],
)
def test_within_a_range(date: str, certainly: bool, possibly: bool) -> None:
    assert Within(AUGUST, certainly=True).lets(date) == certainly
    assert Within(AUGUST, certainly=False).lets(date) == possibly


@pytest.mark.parametrize(
    ("date", "near"),
    [("2023-08-13", True), ("2023-09-12", True), ("2023-09-13", False), ("2023", True)],
)
def test_around_a_day(date: str, near: bool) -> None:
    assert Around("2023-08-13", 30, "x").lets(date) == near


def test_all_limits_have_to_let_a_row_through() -> None:
    limits = Limits((Within(AUGUST, certainly=True), Around("2023-08-01", 5, "x")))
    dates = ["2023-08-02", "2023-08-20", "2023-07-30", "2023-08-02"]
    assert limits.through(range(4), dates) == [0, 3]
    assert not Limits(())
