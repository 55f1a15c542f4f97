"""Texts cut and padded to cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from sahel_tui.render.cells import PLAIN, cut, fit, is_mark, is_narrow, is_plain, share, width
from sahel_tui.render.safe import safe, unsafe

SCRIPTS = st.sampled_from("aé漢字がｶ한👍ا\u0651\u0301\u1161ि\U0001e944 ")
texts = (st.text() | st.text(SCRIPTS)).map(safe)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("pact", 4), ("条約", 4), ("e\u0301", 1), ("👍", 2), ("ا\u0651", 1), ("ﷺ", 1)],
)
def test_width_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_narrow_is_one_cell_a_character() -> None:
    assert is_narrow("né à l’est")
    assert not is_narrow("条")
    assert not is_narrow("e\u0301")


@pytest.mark.parametrize(
    ("text", "cells", "fitted"),
    [
        ("treaty", 6, "treaty"),
        ("treaty", 5, "trea…"),
        ("treaty", 1, "…"),
        ("treaty", 0, ""),
        ("条約条約", 8, "条約条約"),
        ("条約条約", 6, "条約…"),
        ("ae\u0301io", 3, "ae\u0301…"),
        ("e\u0301", 1, "e\u0301"),
    ],
)
def test_what_does_not_fit_says_so(text: str, cells: int, fitted: str) -> None:
    assert fit(text, cells) == fitted


def test_a_field_has_its_usual_cells_and_more_where_they_are_free() -> None:
    assert share(60, 10, 90, usual=30, most=36) == 30
    assert share(60, 34, 90, usual=30, most=36) == 34
    assert share(60, 50, 90, usual=30, most=36) == 36
    assert share(60, 50, 12, usual=30, most=36) == 48
    assert share(-3, 50, 12, usual=8, most=36) == 0


@given(texts, st.integers(0, 30))
def test_a_cut_fits_and_is_as_far_as_it_can_be(text: str, cells: int) -> None:
    stop = cut(text, cells)
    assert width(text[:stop]) <= cells
    assert stop == len(text) or not is_mark(text[stop])
    following = next((n for n in range(stop + 1, len(text)) if not is_mark(text[n])), len(text))
    assert stop == len(text) or width(text[:following]) > cells


@given(texts, st.integers(0, 30))
def test_fitted_text_fits(text: str, cells: int) -> None:
    assert width(fit(text, cells)) <= cells


def test_plain_characters_are_safe_and_one_cell_wide() -> None:
    for character in PLAIN:
        assert unsafe().search(character) is None
        assert wcwidth(character) == cell_len(character) == 1
    assert not is_plain("\t")
    assert not is_plain("\xad")
    assert not is_plain("馬")
