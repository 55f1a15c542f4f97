"""A row's number tells where it is, however many files, briefs and rows of a brief there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.index.scope import Numbers

SIZES = st.integers(1, 2**16), st.integers(1, 2**24)


@given(st.data(), *SIZES)
def test_rows_are_told_apart(data: st.DataObject, files: int, briefs: int) -> None:
    numbers = Numbers.of(files, briefs)
    places = st.tuples(st.integers(0, files - 1), st.integers(1, briefs), st.integers(0, 2**20))
    some = data.draw(st.lists(places, unique=True))
    found = [numbers.number(*place) for place in some]
    assert len(set(found)) == len(some)
    for number, (file, brief, _) in zip(found, some, strict=True):
        assert 0 <= number < 2**63
        assert (numbers.file_of(number), numbers.brief_of(number)) == (file, brief)


def test_a_million_rows_of_many_briefs_take_four_bytes_each() -> None:
    numbers = Numbers.of(8, 131_071)
    assert numbers.number(7, 131_071, 2_047) < 2**32
    assert numbers.number(7, 131_071, 2_048) >= 2**32
