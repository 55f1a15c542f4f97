"""The terms of an index find what the plain scan finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.queries.search.engines import ScanEngine
from sahel_tui.queries.search.matching import answers, hits
from sahel_tui.queries.search.parsing import parse
from tests.queries.search.grammar import queries
from tests.queries.search.shipped import Table, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def table() -> Iterator[Table]:
    one = Table(shipped())
    yield one
    one.close()


def scanned(text: str) -> set[int]:
    query = parse(text)
    return {at for at, document in enumerate(shipped()) if answers(query, document)}


@settings(max_examples=400)
@given(text=queries)
def test_an_exact_expression_finds_the_answers_and_any_other_no_fewer(
    table: Table, text: str
) -> None:
    query, wanted = parse(text), scanned(text)
    if query.is_void:
        assert not wanted
        return
    found, exact = table.find(query.tree)
    assert found == wanted if exact else found >= wanted


@settings(max_examples=150)
@given(text=queries)
def test_a_brief_has_hits_if_and_only_if_it_answers(text: str) -> None:
    query = parse(text)
    for document in shipped():
        assert bool(hits(query, document)) == answers(query, document)


@pytest.mark.parametrize(
    "text",
    [
        "wagner", "al qaeda", '"defence treaty"', "wag*", "-wagner", "tag:mali", "actor:jnim",
        "actor:wag*", "is:disputed", "kind:event", "mali or -niger", "tag:burk*", "tchiani",
        "counter-terrorism", "marking:amber", "source:main", "brief:treaty", "sign:negative",
    ],
)  # fmt: skip
def test_what_is_asked_most_is_exact(table: Table, text: str) -> None:
    found, exact = table.find(parse(text).tree)
    assert exact
    assert found == scanned(text)


@given(prefix=st.sampled_from(["w", "ma", "jni", "prig", "actor:m", "wag"]))
def test_completions_find_what_they_are_the_completions_of(table: Table, prefix: str) -> None:
    engine = ScanEngine(shipped())
    tree = parse(prefix, typing=True).tree
    whole, _ = table.find(tree)
    some, _ = table.find(tree, lambda begun: engine.completions(begun, 1))
    every, _ = table.find(tree, lambda begun: engine.completions(begun, 10_000))
    assert some <= whole == every


def test_nothing_is_left_out_of_what_completions_exclude(table: Table) -> None:
    tree = parse("-wag*").tree
    assert table.find(tree, lambda _: ("wagner",)).places == scanned("-wag*")


@pytest.mark.parametrize(
    "text",
    [
        "(mali or (niger -(gao " * 6 + "army",
        " or ".join(f"word{at}" for at in range(1000)),
        " ".join(f"-word{at}" for at in range(500)),
        "(" * 20 + "mali",
        '"' + "mali " * 500 + '"',
    ],
)
def test_a_long_query_is_within_what_the_index_takes(table: Table, text: str) -> None:
    found, _ = table.find(parse(text).tree)
    assert found >= scanned(text)
