"""Sets that are told by how they differ from others are sets like any."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.graph.turned import Turned

SETS = st.frozensets(st.integers(0, 20))


@given(SETS, st.lists(SETS, max_size=4), SETS)
def test_it_has_what_was_turned_an_odd_number_of_times(
    base: frozenset[int], steps: list[frozenset[int]], asked: frozenset[int]
) -> None:
    turned, plain = Turned(base), base
    for step in steps:
        before, known = turned, plain
        turned, plain = turned.turned(step), plain ^ step
        assert turned.differing(before) == plain ^ known
        assert set(before) == known  # the one before stays as it was
    assert turned == Turned(plain)
    assert turned.plain == plain
    assert sorted(turned) == sorted(plain)
    assert len(turned) == len(plain)
    assert turned.chosen("abcdefghij", range(10)) == [
        letter for number, letter in enumerate("abcdefghij") if number in plain
    ]
    assert [one in turned for one in asked] == [one in plain for one in asked]


def test_after_many_differences_it_begins_anew() -> None:
    many = range(5_000)
    first = Turned([-1, 0])
    later = first.turned(many)
    assert set(later) == {-1, *range(1, 5_000)}
    assert later.differing(first) is None
    assert set(later.turned(many)) == {-1, 0}
