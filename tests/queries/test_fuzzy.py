"""Words in any order, and typos where nothing else matches."""

from __future__ import annotations

import pytest

from sahel_tui.queries.fuzzy import Fuzzy

ROWS = (
    ("Niger: the coup that ECOWAS could not undo", "2025-03-31"),
    ("The end of MINUSMA", "2024-01-05"),
    ("Jamaa’t Nusrat al-Islam wal-Muslimin", "JNIM"),
    ("Thiès et Ségou", ""),
)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("", [0, 1, 2, 3]),
        ("the", [0, 1]),
        ("coup niger", [0]),
        ("2024", [1]),
        ("jamaat", [2]),
        ("al islam", [2]),
        ("al-islam", [2]),
        ("thies SEGOU", [3]),
        ("minsuma", [1]),
        ("nusrta islam", [2]),
        ("xyz", []),
        ("qqqqqqqq", []),
    ],
)
def test_what_is_found(query: str, rows: list[int]) -> None:
    assert list(Fuzzy(ROWS).find(query).rows) == rows


def test_what_was_taken_for_a_typo_is_told() -> None:
    assert Fuzzy(ROWS).find("minsuma end").near == ("minusma",)
    assert Fuzzy(ROWS).find("niegr").near == ("niger",)
    assert Fuzzy(ROWS).find("minusma end").near == ()
    assert Fuzzy(ROWS).find("qqqqqqqq").near == ()


def test_a_word_that_is_somewhere_is_not_taken_for_another() -> None:
    assert list(Fuzzy(ROWS).find("coup minsuma").rows) == []


def test_who_stops_it_gets_nothing() -> None:
    assert list(Fuzzy(ROWS).find("niger", lambda: True).rows) == []
