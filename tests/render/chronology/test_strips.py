"""How many events there are over time, drawn; the axis below, and the part that is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.timeline import Range
from sahel_tui.render.chronology.axis import draw_axis
from sahel_tui.render.chronology.strip import draw_strip, draw_window, window_cells
from tests.queries.views import days

PARTS = st.lists(st.integers(0, 10**21), max_size=200)
RANGES = st.builds(
    lambda start, length: Range(start, start + length),
    st.integers(-(10**9), 10**9),
    st.integers(1, 100) | st.integers(1, 10**10),
)
CELLS = st.integers(1, 200)


YEARS = days((2013, 1, 1), (2023, 12, 31))


@given(PARTS, st.integers(0, 10**21), st.booleans())
def test_nothing_is_blank_and_whatever_there_is_is_drawn(
    parts: list[int], most: int, ascii_only: bool
) -> None:
    drawn = draw_strip(parts, most=most, ascii_only=ascii_only)
    assert [sign == " " for sign in drawn] == [part == 0 for part in parts]
    assert drawn.isascii() or not ascii_only


@given(PARTS)
def test_more_is_never_drawn_lower(parts: list[int]) -> None:
    for ascii_only, signs in ((False, " ▁▂▃▄▅▆▇█"), (True, " 123456789")):
        drawn = draw_strip(parts, ascii_only=ascii_only)
        heights = [signs.index(sign) for sign in drawn]
        in_order = [height for _, height in sorted(zip(parts, heights, strict=True))]
        assert in_order == sorted(in_order)
        assert not any(parts) or max(heights) == len(signs) - 1


def test_strips_can_have_one_height() -> None:
    assert draw_strip([1, 2], most=8) == "▁▂"
    assert draw_strip([0, 0]) == "  "
    assert draw_strip([1, 0, 10**18]) == "▁ █"


@pytest.mark.parametrize(
    ("span", "cells", "axis"),
    [
        (YEARS, 66, "2013  2014  2015  2016  2017  2018  2019  2020  2021  2022  2023"),
        (YEARS, 40, "2014      2016   2018   2020   2022"),
        (days((2023, 1, 1), (2023, 12, 31)), 24, "2023  Apr   Jul   Oct"),
        (days((2023, 8, 1), (2023, 8, 31)), 31, "Aug    8      15     22"),
        (days((2023, 8, 12), (2023, 8, 14)), 30, "12        13        14"),
        (days((-3000, 1, 1), (2999, 12, 31)), 60,
         "-3000     -2000     -1000     0000      1000      2000"),
    ],
)  # fmt: skip
def test_an_axis_names_what_begins_in_its_cells(span: Range, cells: int, axis: str) -> None:
    drawn = draw_axis(span, cells)
    assert len(drawn) == cells
    assert drawn.split() == axis.split()


@given(RANGES, CELLS)
def test_an_axis_has_its_width_at_any_range(span: Range, cells: int) -> None:
    axis = draw_axis(span, cells)
    assert len(axis) == cells
    assert axis.isascii()


@given(st.integers(20, 200), st.integers(0, 4000), st.integers(1, 4000))
def test_the_part_that_is_shown_is_marked_and_no_label_is_cut(
    cells: int, begin: int, length: int
) -> None:
    axis = draw_axis(YEARS, cells)
    shown = Range(YEARS.start + begin, YEARS.start + begin + length)
    drawn = draw_window(axis, shown, YEARS)
    first, last = window_cells(shown, YEARS, cells)
    if shown.end < YEARS.end:
        assert "▔" in drawn[first : last + 1]
    assert "▔" not in drawn[:first] + drawn[last + 1 :]
    assert set(drawn.replace("▔", " ").split()) <= set(axis.split())


def test_where_all_is_shown_nothing_is_marked_and_beyond_it_an_arrow_points() -> None:
    axis = draw_axis(YEARS, 66)
    assert draw_window(axis, YEARS, YEARS) == axis
    assert draw_window(axis, days((2024, 1, 1), (2024, 12, 31)), YEARS).endswith(" ▸")
    assert draw_window(axis, days((2001, 1, 1), (2001, 12, 31)), YEARS).startswith("◂ ")


@given(RANGES, RANGES, CELLS)
def test_the_marked_cells_are_those_that_are_shown(shown: Range, whole: Range, cells: int) -> None:
    drawn = draw_window(" " * cells, shown, whole)
    assert len(drawn) == cells
    first, last = window_cells(shown, whole, cells)
    marked = [cell for cell, sign in enumerate(drawn) if sign == "▔"]
    if shown.start <= whole.start and shown.end >= whole.end:
        assert not marked
    else:
        assert marked == list(range(first, last + 1))
