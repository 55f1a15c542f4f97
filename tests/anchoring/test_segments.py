from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.anchoring.segments import Segment, Segments, segments

LENGTH = 40
numbers = st.integers(-5, LENGTH + 5)
spans = st.lists(st.tuples(numbers, numbers), max_size=200)


def test_overlapping_and_nested_spans_are_cut_at_their_ends() -> None:
    assert segments(10, [(2, 6), (4, 8), (4, 5)]) == [
        Segment(0, 2, ()),
        Segment(2, 4, (0,)),
        Segment(4, 5, (0, 1, 2)),
        Segment(5, 6, (0, 1)),
        Segment(6, 8, (1,)),
        Segment(8, 10, ()),
    ]


def test_a_text_without_spans_is_one_segment_and_no_text_none() -> None:
    assert segments(3, []) == [Segment(0, 3, ())]
    assert segments(0, [(0, 1)]) == []


def test_spans_that_touch_no_text_cover_nothing() -> None:
    assert segments(5, [(2, 2), (4, 3), (7, 9), (-3, 0)]) == [Segment(0, 5, ())]


@given(st.integers(0, LENGTH), spans)
def test_segments_rejoin_to_the_text_and_lose_no_span(
    length: int, given_spans: list[tuple[int, int]]
) -> None:
    cut = segments(length, given_spans)
    assert [at for one in cut for at in range(one.start, one.end)] == list(range(length))
    for one in cut:
        for at in range(one.start, one.end):
            covering = [i for i, (start, end) in enumerate(given_spans) if start <= at < end]
            assert list(one.spans) == covering
    assert all(one.spans != other.spans for one, other in pairwise(cut))


@given(spans, numbers, numbers)
def test_a_lookup_gives_the_part_of_all_segments(
    given_spans: list[tuple[int, int]], start: int, end: int
) -> None:
    every = segments(LENGTH, given_spans)
    part = [
        Segment(max(one.start, start), min(one.end, end), one.spans)
        for one in every
        if max(one.start, start) < min(one.end, end)
    ]
    assert list(Segments(LENGTH, given_spans).between(start, end)) == part
