from __future__ import annotations

import pytest

from sahel_tui.anchoring.ranges import LONGEST_RANGE
from sahel_tui.anchoring.resolve import Anchorer
from sahel_tui.anchoring.states import Quote, Resolution, State

TEXT = (
    "The junta spoke on Monday. Elections will be held — it said — by March. "
    "The army spoke on Tuesday. Elections will be postponed, it said, by years. The end."
)


def resolve(quote: Quote, text: str = TEXT) -> Resolution:
    return Anchorer(text).resolve(quote)


def test_a_range_goes_to_the_nearest_last_words_after_the_first() -> None:
    found = resolve(Quote(first="The junta", last="it said"))
    assert found == Resolution(State.EXACT, (0, TEXT.index("it said") + 7), 1.0)


def test_first_and_last_words_do_not_overlap() -> None:
    found = resolve(Quote(first="one two", last="two three"), "one two three, two three")
    assert found.span == (0, 24)


def test_a_range_is_as_sure_as_its_worse_end() -> None:
    folded = resolve(Quote(first="The junta", last="HELD - it said"))
    assert (folded.state, folded.score) == (State.NORMALISED, 1.0)
    fuzzy = resolve(Quote(first="THE ARMY", last="Elektions will be postponned"))
    assert fuzzy.state is State.FUZZY
    assert fuzzy.score is not None
    assert 0.8 <= fuzzy.score < 1
    start, end = TEXT.index("The army"), TEXT.index(", it said, by years")
    assert fuzzy.span == (start, end)


def test_several_ranges_are_chosen_among_like_equal_passages() -> None:
    quote = Quote(first="Elections will", last="it said")
    found = resolve(quote)
    assert found.state is State.AMBIGUOUS
    assert [TEXT[slice(*span)] for span in found.candidates] == [
        "Elections will be held — it said",
        "Elections will be postponed, it said",
    ]
    last = found.candidates[1]
    by_context = resolve(Quote(first="Elections will", last="it said", prefix="Tuesday. "))
    assert (by_context.state, by_context.span) == (State.EXACT, last)
    hint = Quote(first="Elections will", last="it said", start=last[0], end=last[1])
    assert (resolve(hint).state, resolve(hint).span) == (State.EXACT, last)


def test_a_wrong_hint_for_the_only_range_is_moved() -> None:
    assert resolve(Quote(first="The junta", last="by March", start=3, end=9)).state is State.MOVED


@pytest.mark.parametrize(
    "quote",
    [
        Quote(first="The end", last="The junta"),
        Quote(first="The junta"),
        Quote(last="The junta"),
        Quote(first=" ", last="The junta"),
        Quote(first="nothing like this here", last="The end"),
    ],
)
def test_a_range_without_both_ends_in_order_is_an_orphan(quote: Quote) -> None:
    assert resolve(quote) == Resolution(State.ORPHAN)


def test_a_range_does_not_run_on_for_pages() -> None:
    near, far = "x" * (LONGEST_RANGE - 20), "x" * LONGEST_RANGE
    assert resolve(Quote(first="begin", last="end"), f"begin {near} end").state is State.EXACT
    assert resolve(Quote(first="begin", last="end"), f"begin {far} end").state is State.ORPHAN
