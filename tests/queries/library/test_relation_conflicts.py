"""Relations that briefs tell differently, and those that can both be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sahel_tui.queries.library.relation_conflicts import relation_conflicts
from tests.queries.library.told import judged, relation

if TYPE_CHECKING:
    from sahel_tui.queries.library.rows import RelationRow


def related(*rows: RelationRow, **judgements: Any) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind, one.what) for one in relation_conflicts(lambda: rows, judged(**judgements))]


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (("x supports y", "2015", "2023"), ("x supports y", "2013", "2023"), "since"),
        (("x supports y", "2015", "2021"), ("x supports y", "2015", "2023"), "until"),
        (("x leads y", "2021-05-24"), ("x leads y", "2021-06-07"), "since"),
    ],
)
def test_a_relation_that_is_dated_differently(
    one: tuple[str, ...], other: tuple[str, ...], what: str
) -> None:
    assert related(relation("a", *one), relation("b", *other)) == [("relation", (what,))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("x supports y", "2015"), ("x supports y", "", "2023")),
        (("x supports y", "2015"), ("x supports y", "2015-03-01")),
        (("x supports y", "2015", "2016"), ("x supports y", "2018", "2019")),
        (("x attacks y", "2023-08"), ("x attacks y", "2024-07")),
        (("x supports y", "2015"), ("y supports x", "2013")),
        (("x supports y", "2015"), ("x supports z", "2013")),
    ],
)
def test_relations_that_can_both_be(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert related(relation("a", *one), relation("b", *other)) == []


def test_a_symmetric_relation_is_one_from_both_sides() -> None:
    one = relation("a", "x allied-with y", "2015", inverse="")
    other = relation("b", "y allied-with x", "2013", inverse="")
    assert related(one, other) == [("relation", ("since",))]


def test_asserted_against_denied_in_two_briefs_by_identity() -> None:
    one = relation("a", "x supports y", "2015", status="denied")
    assert related(one, relation("b", "x supports z", "2015")) == []
    joined = {"same": (("y", "z"),)}
    assert related(one, relation("b", "x supports z", "2015"), **joined) == [
        ("relation", ("denied",))
    ]
    assert related(one, relation("b", "x supports z", "2015", status="denied"), **joined) == []


def test_denied_of_a_member_against_what_is_alleged_of_the_whole_says_why() -> None:
    rows = [
        relation("a", "x supports y", "2015", status="denied"),
        relation("b", "x supports whole", "2016", status="alleged"),
        relation("c", "y member-of whole", sign=0),
    ]
    (one,) = relation_conflicts(lambda: rows, judged())
    assert one.via == "y member-of whole (c)"


def test_relations_of_one_with_itself_contradict_nothing() -> None:
    rows = [
        relation("a", "x supports x", status="denied"),
        relation("b", "x member-of x", sign=0),
        relation("c", "x supports y", status="denied"),
    ]
    assert related(*rows) == []


@pytest.mark.parametrize(
    ("since", "until", "status", "found"),
    [
        ("2016", "", "asserted", True),
        ("2018", "", "asserted", False),
        ("2016", "", "denied", False),
    ],
)
def test_opposite_signs_at_one_time(since: str, until: str, status: str, found: bool) -> None:
    positive = relation("a", "x supports y", "2015", "2017")
    negative = relation("b", "y fights x", since, until, sign=-1, status=status)
    assert related(positive, negative) == ([("sign", ("sign",))] if found else [])
