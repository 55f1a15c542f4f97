"""Queries of any length are answered soon, or told to be too long."""

from __future__ import annotations

import pytest

from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse
from sahel_tui.queries.search.syntax import Near, leaves
from tests.queries.search.shipped import shipped

MOST = 500


@pytest.mark.parametrize("words", ["mali ", "mali or ", "m* ", "(a or b) ", "on:2023 ", "-(a b) "])
def test_of_a_query_without_end_the_beginning_is_read(words: str) -> None:
    query = parse(words * 20_000)
    assert [one.message for one in query.problems] == [
        f"a query has {MOST} words and signs at most"
    ]
    assert len(list(leaves(query.tree))) <= MOST
    start, end = query.problems[0][:2]
    assert query.text[:start].strip()
    assert query.text[start:end].strip()
    assert isinstance(hits(query, shipped()[0]), tuple)


def test_as_many_words_as_there_may_be_are_all_read() -> None:
    query = parse(" ".join(["mali"] * MOST))
    assert not query.problems
    assert len(list(leaves(query.tree))) == MOST


def test_near_looks_for_some_words_only() -> None:
    query = parse(f"near({'a ' * 3000}, 5)")
    assert isinstance(query.tree, Near)
    assert len(query.tree.parts) == 50
    assert [one.message for one in query.problems] == ["near looks for 50 words at most"]
    assert not parse(f"near({'a ' * 50}, 5)").problems
