"""Mentions over time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.library.mentions import binned, levels

COUNTED = st.lists(st.tuples(st.integers(700_000, 740_000), st.integers(1, 99)), min_size=1)


@given(COUNTED, st.integers(1, 80))
def test_nothing_is_lost_between_the_first_day_and_the_last(
    counted: list[tuple[int, int]], parts: int
) -> None:
    found = binned(counted, parts)
    assert found is not None
    assert sum(found.counts) == sum(number for _, number in counted)
    assert len(found.counts) <= parts
    assert (found.first, found.last) == (min(counted)[0], max(counted)[0])
    assert found.counts[0]
    assert found.counts[-1]


def test_without_a_day_there_is_nothing() -> None:
    assert binned([], 10) is None


def test_a_day_alone_is_one_part() -> None:
    found = binned([(738_000, 3), (738_000, 4)], 10)
    assert found is not None
    assert found.counts == (7,)


@given(st.lists(st.integers(0, 10_000)), st.integers(1, 9))
def test_only_nothing_is_nothing_and_the_most_is_the_highest(counts: list[int], top: int) -> None:
    found = levels(counts, top)
    assert [one == 0 for one in found] == [one == 0 for one in counts]
    assert all(one <= top for one in found)
    if any(counts):
        assert found[counts.index(max(counts))] == top
