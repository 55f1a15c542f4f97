"""Likely joins of actors: how many of known pairs are found, and what must never be."""

from __future__ import annotations

import pytest

from sahel_tui.queries.library.identities import gather
from sahel_tui.queries.library.suggestions import LEAST, likeness_of, suggestions
from tests.queries.library.pairs import (
    HARD_NEGATIVES,
    JOINS,
    LATER_JOINS,
    LATER_NEGATIVES,
    Pair,
)
from tests.queries.library.told import actor, judged


def f1(joins: list[Pair], negatives: list[Pair]) -> float:
    """The harmonic mean of precision and recall."""
    found = sum(likeness_of(*pair).score >= LEAST for pair in joins)
    false = sum(likeness_of(*pair).score >= LEAST for pair in negatives)
    return 2 * found / (2 * found + false + len(joins) - found)


def test_pairs_that_the_rules_were_written_on_are_told_apart() -> None:
    assert len(JOINS) >= 30
    assert len(HARD_NEGATIVES) >= 30
    assert f1(JOINS, HARD_NEGATIVES) >= 0.95


def test_pairs_that_were_written_down_later_are_told_apart() -> None:
    assert f1(LATER_JOINS, LATER_NEGATIVES) >= 0.85


@pytest.mark.parametrize("pair", HARD_NEGATIVES, ids=lambda pair: pair[0].name)
def test_two_that_look_alike_are_not_suggested(pair: Pair) -> None:
    assert likeness_of(*pair).score < LEAST


def suggested(rows: list[tuple[str, str]], **judgements: tuple[tuple[str, str], ...]) -> set[str]:
    actors = [actor("b", key, name, type="person", country="BFA") for key, name in rows]
    identities = judged(**judgements)
    found = suggestions(gather(actors, identities), identities)
    assert all(one.reasons and LEAST <= one.score < 1 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    return {f"{one.left.key} {one.right.key}" for one in found}


def test_a_likely_join_has_reasons() -> None:
    rows = [("ghali", "Iyad Ag Ghali"), ("ghaly", "Iyad Ag Ghaly"), ("kouffa", "Amadou Kouffa")]
    assert suggested(rows) == {"ghali ghaly"}


@pytest.mark.parametrize("kind", ["same", "different"])
def test_what_is_judged_is_not_suggested(kind: str) -> None:
    rows = [("ghali", "Iyad Ag Ghali"), ("ghaly", "Iyad Ag Ghaly")]
    assert suggested(rows, **{kind: (("ghaly", "ghali"),)}) == set()


def test_a_judgement_on_another_id_of_the_two_is_enough() -> None:
    rows = [("ghali", "Iyad Ag Ghali"), ("ghaly", "Iyad Ag Ghaly"), ("iyad", "Someone else")]
    judgements = {"same": (("ghali", "iyad"),), "different": (("iyad", "ghaly"),)}
    assert suggested(rows, **judgements) == set()


def test_a_surname_is_enough_where_nobody_else_has_it() -> None:
    assert suggested([("damiba", "Damiba"), ("phd", "Paul-Henri Damiba")]) == {"damiba phd"}
    three = [("traore", "Traoré"), ("i", "Ibrahim Traoré"), ("d", "Daouda Traoré")]
    assert suggested([*three, ("k", "Karamoko Jean-Marie Traoré")]) == set()
