"""Filters and dates as they are typed for a graph."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.graph.asking import FilterError, filters_text, read_dates, read_filters
from sahel_tui.queries.graph.filters import Filters

ORDER = ("TLP:CLEAR", "TLP:GREEN")


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("", Filters()),
        ("sign:-", Filters(sign=-1)),
        ("sign:− type:supplies", Filters(sign=-1, type="supplies")),
        ("+", Filters(sign=1)),
        ("sign:neutral", Filters(sign=0)),
        ("status:alleged confidence:high", Filters(status="alleged", confidence="high")),
        ("stat:all conf:unst", Filters(status="alleged", confidence="unstated")),
        ('type:"led by"', Filters(type="led by")),
        ('type:"led', Filters(type="led")),
        ("brief:2023-treaty marking:GREEN", Filters(brief="2023-treaty", marking="GREEN")),
        ("ceiling:TLP:GREEN", Filters(ceiling="TLP:GREEN", order=ORDER)),
    ],
)
def test_filters_are_read(typed: str, filters: Filters) -> None:
    assert read_filters(typed, ORDER) == filters


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("sign:maybe", "sign:+, sign:0 or sign:-"),
        ("status:secret", "asserted, alleged, denied, ended"),
        ("colour:red", "it is one of sign, type"),
        ("type:", "of what?"),
        ("sign:+ sign:-", "twice"),
        ("ceiling:TLP:PINK", "TLP:CLEAR, TLP:GREEN"),
        ("c:high", "is no filter"),
    ],
)
def test_what_is_no_filter_is_told(typed: str, said: str) -> None:
    with pytest.raises(FilterError, match=said.replace("+", r"\+").replace("?", r"\?")):
        read_filters(typed, ORDER)


@pytest.mark.parametrize("ceiling", ["TLP:AMBER", "tlp:red", "SECRET", "SECRET//NOFORN"])
def test_a_ceiling_that_is_known_everywhere_needs_no_declared_order(ceiling: str) -> None:
    assert read_filters(f"ceiling:{ceiling}") == Filters(ceiling=ceiling)
    assert read_filters(f"ceiling:{ceiling}", ORDER) == Filters(ceiling=ceiling, order=ORDER)


@pytest.mark.parametrize("typed", ["ceiling:PINK", 'ceiling:"SECRET | TLP:RED"'])
def test_a_ceiling_that_nothing_compares_with_is_told_with_those_that_are_known(typed: str) -> None:
    with pytest.raises(FilterError, match=r"TLP:AMBER\+STRICT, .*SECRET"):
        read_filters(typed)


@given(
    st.builds(
        Filters,
        sign=st.sampled_from([None, 1, 0, -1]),
        type=st.sampled_from(["", "supplies", "led by"]),
        status=st.sampled_from(["", "alleged"]),
        confidence=st.sampled_from(["", "low", "unstated"]),
        brief=st.sampled_from(["", "one-brief"]),
        marking=st.sampled_from(["", "GREEN", "TLP:GREEN//NOFORN"]),
        ceiling=st.just(""),
        order=st.just(()),
    )
)
def test_what_stands_of_filters_is_read_as_them(filters: Filters) -> None:
    assert read_filters(filters_text(filters), ()) == filters


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_told(typed: str) -> None:
    with suppress(FilterError):
        assert read_filters(filters_text(read_filters(typed)), ()) == read_filters(typed)
    with suppress(ValueError):
        assert len(read_dates(typed)) <= 2


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("", []),
        ("2023-08", ["2023-08"]),
        ("aug 2023", ["2023-08"]),
        ("2022..2023-08", ["2022", "2023-08"]),
        ("2022 .. 13 aug 2023", ["2022", "2023-08-13"]),
        ("2022 to 2023", ["2022", "2023"]),
        ("2020/..", ["2020/.."]),
        ("2020/2021", ["2020/2021"]),
    ],
)
def test_one_date_or_two_are_read(typed: str, dates: list[str]) -> None:
    assert [date.text for date in read_dates(typed)] == dates


def test_two_dates_are_in_order() -> None:
    with pytest.raises(ValueError, match="the earlier one first"):
        read_dates("2023..2022")
