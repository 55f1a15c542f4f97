"""The list of briefs: its order, and what it lets through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.catalogue import SORTS, Catalogue, Entry, Held, day_of

A = Entry("a", "Zebu", "2023-01-01", 10, "Y", "TLP:GREEN", (1, 2, 3, 4), 0)
B = Entry("b", "azalai", "2024-01-01", 20, "", None, (1, 2, 3, 4), 3)
C = Entry("c", "Mil", "2022-01-01", 5, "x", "TLP:AMBER//NOFORN", (1, 2, 3, 4), 1)
D = Entry("d", trouble="it is no brief")
ORDERS = {"date": "bacd", "title": "bcad", "publisher": "cabd", "marking": "cabd"}


def shown(catalogue: Catalogue, sort: str, query: str = "") -> str:
    return "".join(catalogue.entries[at].path for at in catalogue.arrange(sort, query).shown)


def test_each_order() -> None:
    catalogue = Catalogue(Held((D, C, A, B)))
    assert {sort: shown(catalogue, sort) for sort in SORTS} == {**ORDERS, "findings": "bcad"}


def test_an_order_of_its_own_ranks_markings() -> None:
    one, other = (Entry(name, name, marking=name) for name in ("secret", "open"))
    assert shown(Catalogue(Held((one, other)), ("secret", "open")), "marking") == "opensecret"


def test_the_highest_marking_is_that_of_all() -> None:
    assert Catalogue(Held((A, B, C))).marking == "TLP:AMBER//NOFORN"
    assert Catalogue(Held((B, D))).marking is None


def test_what_is_hidden_is_counted_and_the_order_stays() -> None:
    catalogue = Catalogue(Held((A, B, C, D)))
    arranged = catalogue.arrange("title", "2")
    assert [catalogue.entries[at].path for at in arranged.shown] == ["b", "c", "a"]
    assert arranged.hidden == 1
    assert shown(catalogue, "date", "no brief") == "d"


@given(st.text(), st.sampled_from(SORTS))
def test_no_query_loses_an_entry(query: str, sort: str) -> None:
    arranged = Catalogue(Held((A, B, C, D))).arrange(sort, query)
    assert len(arranged.shown) + arranged.hidden == 4
    assert len(set(arranged.shown)) == len(arranged.shown)


def test_a_plain_date_has_a_day() -> None:
    assert day_of("0001-01-02") == 2
    assert day_of("2023~") is None
