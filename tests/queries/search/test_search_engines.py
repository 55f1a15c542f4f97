"""The plain scan as an engine, and what a word was meant to be."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.search.engines import Answer, Count, ScanEngine
from sahel_tui.queries.search.parsing import parse
from sahel_tui.queries.search.spelling import distance, nearest, neighbourhood, neighbours
from tests.queries.search.shipped import shipped


@cache
def engine() -> ScanEngine:
    return ScanEngine(shipped())


def test_pages_follow_each_other_and_the_newest_is_first() -> None:
    query = parse("mali")
    whole = engine().search(query, 100)
    assert not whole.more
    pages = [engine().search(query, 2, offset) for offset in range(0, len(whole.ids), 2)]
    assert tuple(one for page in pages for one in page.ids) == whole.ids
    assert [page.more for page in pages] == [True] * (len(pages) - 1) + [False]
    days = [engine().document(one).first or 0 for one in whole.ids]
    assert days == sorted(days, reverse=True)


def test_the_oldest_or_the_titles_come_first_when_asked() -> None:
    newest = engine().search(parse("mali"), 100).ids
    assert engine().search(parse("mali sort:oldest"), 100).ids == newest[::-1]
    by_title = engine().search(parse("mali sort:title"), 100).ids
    titles = [engine().document(one).title.casefold() for one in by_title]
    assert titles == sorted(titles)


def test_what_is_in_a_title_is_more_relevant() -> None:
    found = engine().search(parse("minusma sort:relevance"), 100).ids
    titled = ["minusma" in engine().document(one).title.casefold() for one in found]
    assert titled[0]


def test_a_stopped_search_gives_up() -> None:
    assert engine().search(parse("mali"), 5, stopped=lambda: True) == Answer((), more=False)
    assert engine().count(parse("mali"), stopped=lambda: True) == Count(0, exact=False)


def test_counting_ends_above_a_limit() -> None:
    total = len(shipped())
    assert engine().count(parse("")) == Count(total, exact=True)
    assert engine().count(parse(""), limit=2) == Count(3, exact=False)


def test_a_document_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        engine().document(len(shipped()))


def test_completions_are_the_most_frequent_first() -> None:
    found = engine().completions("wag", 2)
    assert found[0] == "wagner"
    assert len(found) == 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wagnr", "wagner"), ("jnmi", "jnim"), ("ambsuh", "ambush"), ("menka", "menaka"),
        ("govenment", "government"), ("priogzhin", "prigozhin"),
        ("wagner", None), ("qaeda", None), ("xqzvw", None), ("20223", None), ("a", None),
    ],
)  # fmt: skip
def test_a_word_that_occurs_nowhere_was_meant_to_be_another(typed: str, meant: str | None) -> None:
    assert engine().nearest(typed) == meant


def test_names_and_frequent_words_are_preferred() -> None:
    words = [("kidol", 1), ("kidal", 1), ("kidel", 500)]
    assert nearest("kidul", words) == "kidel"
    assert nearest("kidul", words, {"kidal"}) == "kidal"


LETTERS = st.text("abc", min_size=5, max_size=12)


@given(LETTERS, st.data())
def test_a_word_with_a_typo_near_its_beginning_is_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, 5))
    typo = data.draw(
        st.sampled_from([word[:at] + word[at + 1 :], word[:at] + "x" + word[at + 1 :]])
    )
    near = neighbourhood([(word, 1)])
    assert (word, 1) in set(neighbours(typo, near))


@given(LETTERS, LETTERS, LETTERS)
def test_distances_are_those_of_a_metric_but_for_swaps(a: str, b: str, c: str) -> None:
    assert distance(a, a, 20) == 0
    assert distance(a, b, 20) == distance(b, a, 20)
    assert (distance(a, b, 20) == 0) == (a == b)
    assert all(distance(a, b, most) == min(distance(a, b, 20), most + 1) for most in (1, 2, 3))
    assert distance(a, c, 20) <= len(a) + len(c)


@given(LETTERS, st.integers(0, 3))
def test_two_swapped_letters_are_one_typo(word: str, at: int) -> None:
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert distance(word, swapped, 2) == (word != swapped)


def test_scan_order_is_total() -> None:
    ids = engine().search(parse(""), 100).ids
    keys = [(engine().document(a).first or 0, a) for a in ids]
    assert all(a[0] >= b[0] for a, b in pairwise(keys))
    assert sorted(ids) == list(range(len(shipped())))
