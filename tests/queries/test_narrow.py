"""Numbers in arrays take no more bytes than they need, and come back as they were."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.narrow import added, narrow

NUMBERS = st.lists(st.integers(-(2**63), 2**63 - 1))


@given(NUMBERS)
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    assert list(narrow(numbers)) == numbers


@given(st.lists(NUMBERS))
def test_more_is_added_whatever_it_is(parts: list[list[int]]) -> None:
    numbers = array("I")
    for part in parts:
        numbers = added(numbers, part)
    assert list(numbers) == [one for part in parts for one in part]


def test_small_numbers_take_few_bytes() -> None:
    assert narrow([0, 255]).itemsize == 1
    assert narrow([]).itemsize == 1
    assert narrow([0, 2**32 - 1]).itemsize == 4
    assert narrow([-1, 2**31 - 1]).itemsize == 4
    assert added(array("I", [1]), array("q", [2])).itemsize == 4
