"""Items that open: what stands where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.chronology.outline import Outline

opened = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4), st.integers(0, 3)), max_size=6)


@given(st.integers(1, 7), opened)
def test_every_place_has_a_path_of_its_own_that_leads_back(
    count: int, ways: list[tuple[int, int, int]]
) -> None:
    outline = Outline(count)
    for number, below, inside in ways:
        if number < count:
            outline.open((number,), below)
            if inside < below:
                outline.open((number, inside), 2)
    paths = [outline.path(place) for place in range(len(outline))]
    assert len(set(paths)) == len(paths)
    assert paths == sorted(paths)
    assert [outline.place(path) for path in paths] == list(range(len(outline)))


def test_what_is_folded_is_gone_with_all_below_it() -> None:
    outline = Outline(3)
    outline.open((1,), 2)
    outline.open((1, 0), 5)
    assert len(outline) == 10
    assert outline.path(3) == (1, 0, 0)
    outline.fold((1,))
    assert len(outline) == 3
    assert outline.below((1,)) is None
