"""Bars over time."""

from __future__ import annotations

from sahel_tui.render.sparklines import sparkline


def test_nothing_is_a_dot_and_one_of_many_is_still_a_bar() -> None:
    assert sparkline([0, 1, 1000, 500, 0]) == "·▁█▄·"


def test_in_ascii_the_height_is_a_digit() -> None:
    assert sparkline([0, 1, 1000, 500, 0], ascii_only=True) == ".195."


def test_where_nothing_was_ever_counted_there_is_no_bar() -> None:
    assert sparkline([0, 0]) == "··"
    assert sparkline([]) == ""
