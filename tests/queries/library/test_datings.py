"""Whether two dates of one thing say different things."""

from __future__ import annotations

import pytest

from sahel_tui.queries.library.datings import dating, differ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023-08-13", "2023-08-11/2023-08-12"),
        ("2023-08-13", "2023-08-14"),
        ("2015", "2013-07-01"),
        ("2023-08", "2023-09-02"),
        ("2023-08-11/2023-08-13", "2023-08-12/2023-08-15"),
        ("2024-01-28", "[2024-01-28,2025-01-29,2025-07-29]"),
        ("[2024-01-28,2025-01-29]", "[2024-01-28,2025-07-29]"),
        ("2021~", "2023"),
    ],
)
def test_dates_that_differ(one: str, other: str) -> None:
    assert differ(dating(one), dating(other))
    assert differ(dating(other), dating(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023-08-13", "2023-08-13"),
        ("2023-08-13", "2023-08"),
        ("2023-08-13", "2023"),
        ("2023-08-13", "2023-08-1X"),
        ("2023-08~", "2023-09-07"),
        ("2021-12", "2021~"),
        ("2023-08-13?", "2023-08-14"),
        ("2024-07-25/2024-07-27", "2024-07-26"),
        ("2023-08-13", "2023/.."),
        ("[2021-06-01,2021-06-02]", "2021-06-02"),
        ("2024", "[2024-01-28,2024-05-01]"),
    ],
)
def test_dates_that_are_only_vaguer_agree(one: str, other: str) -> None:
    assert not differ(dating(one), dating(other))
    assert not differ(dating(other), dating(one))
