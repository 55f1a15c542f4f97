"""Which marking is the highest, and what a ceiling leaves out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.model.markings import above, highest, rank

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
US = ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
OWN = ("PUBLIC", "INTERNAL", "BOARD ONLY")

LEVELS = st.sampled_from((*TLP, "green", "tlp: red", *US, *OWN, "HOUSE ONLY", "house  only"))
CONTROLS = st.lists(st.sampled_from(("NOFORN", "SI", "FOUO", "REL TO USA, GBR")), max_size=2)
MARKINGS = st.builds(lambda level, controls: "//".join((level, *controls)), LEVELS, CONTROLS)
ORDERS = st.sampled_from([(), OWN, ("TLP:RED", "SECRET", "UNCLASSIFIED")])


@pytest.mark.parametrize("order", [TLP, US])
def test_the_known_orders(order: tuple[str, ...]) -> None:
    places = [place[1] for place in map(rank, order) if place]
    assert places == list(range(len(order)))
    for low, high in pairwise(order):
        assert highest([high, low]) == highest([low, high]) == high
        assert above(high, low)
        assert not above(low, high)
        assert not above(low, low)


@pytest.mark.parametrize(
    ("markings", "banner"),
    [
        ([], None),
        ([None, "", "  "], None),
        ([None, "TLP:GREEN"], "TLP:GREEN"),
        (["TLP:GREEN", "AMBER", "tlp:clear"], "AMBER"),
        (["tlp: amber + strict", "TLP:AMBER"], "tlp: amber + strict"),
        (["Top  Secret", "SECRET"], "Top  Secret"),
        (["UNCLASSIFIED//FOUO", "UNCLASSIFIED"], "UNCLASSIFIED//FOUO"),
        (["SECRET // NOFORN", "secret//noforn", "SECRET"], "SECRET // NOFORN"),
        (["SECRET//SI", "SECRET//NOFORN"], "SECRET//NOFORN//SI"),
        (["SECRET//NOFORN", "TOP SECRET"], "TOP SECRET//NOFORN"),
        (["UNCLASSIFIED//FOUO", "SECRET"], "SECRET"),
        (["TLP:RED", "SECRET", "TLP:GREEN"], "SECRET | TLP:RED"),
        (["House only", "TLP:RED", "HOUSE  ONLY"], "TLP:RED | HOUSE  ONLY"),
        (["SECRET | TLP:GREEN", "TLP:AMBER"], "SECRET | TLP:AMBER"),
    ],
)
def test_the_banner_of_several(markings: list[str | None], banner: str | None) -> None:
    assert highest(markings) == banner
    assert highest(reversed(markings)) == banner


def test_a_library_declares_its_own_order() -> None:
    assert highest(["internal", "PUBLIC", "Board  only"], OWN) == "Board  only"
    assert highest(["internal", "PUBLIC", "Board  only"]) == "Board  only | internal | PUBLIC"
    assert highest(["INTERNAL//HR", "PUBLIC"], OWN) == "INTERNAL//HR"
    assert above("INTERNAL", "PUBLIC", OWN)
    assert not above("PUBLIC", "INTERNAL", OWN)


def test_the_own_order_comes_before_the_known() -> None:
    order = ("TLP:RED", "TLP:CLEAR")
    assert highest(["clear", "RED"], order) == "clear"
    assert highest(["clear", "RED"]) == "RED"


def test_an_order_can_name_a_level_with_its_control() -> None:
    order = ("SECRET", "SECRET//NOFORN")
    assert rank("secret // noforn", order) == ("own", 1)
    assert highest(["SECRET", "SECRET//NOFORN"], order) == "SECRET//NOFORN"


@pytest.mark.parametrize("marking", [None, "", "HOUSE ONLY", "TLP:WHITE", "TLP:RED | SECRET"])
def test_what_no_order_knows_has_no_rank(marking: str | None) -> None:
    assert rank(marking) is None


@pytest.mark.parametrize(
    ("marking", "ceiling", "is_above"),
    [
        (None, "TLP:CLEAR", False),
        ("TLP:GREEN", "amber", False),
        ("TLP:RED", "TLP:AMBER+STRICT", True),
        ("HOUSE ONLY", "TLP:RED", True),
        ("HOUSE ONLY", "house  only", False),
        ("TLP:CLEAR", "TOP SECRET", True),
        ("TLP:CLEAR", "HOUSE ONLY", True),
        ("SECRET//NOFORN", "SECRET", True),
        ("SECRET", "SECRET//NOFORN", False),
        ("CONFIDENTIAL//NOFORN", "SECRET", True),
        ("UNCLASSIFIED//FOUO", "SECRET", False),
        ("UNCLASSIFIED//FOUO", "UNCLASSIFIED", True),
        ("TLP:AMBER", "SECRET | TLP:AMBER", False),
        ("TLP:RED", "SECRET | TLP:AMBER", True),
    ],
)
def test_a_ceiling(marking: str | None, ceiling: str, is_above: bool) -> None:
    assert above(marking, ceiling) is is_above


@given(st.lists(MARKINGS, min_size=1), ORDERS)
def test_nothing_lies_above_the_banner_of_all(markings: list[str], order: tuple[str, ...]) -> None:
    banner = highest(markings, order)
    assert banner is not None
    assert not any(above(marking, banner, order) for marking in markings)


@given(st.lists(MARKINGS, min_size=1), ORDERS)
def test_the_banner_holds_nothing_that_was_not_marked(
    markings: list[str], order: tuple[str, ...]
) -> None:
    banner = highest(markings, order)
    assert banner is not None
    for part in banner.split(" | "):
        for piece in part.split("//"):
            assert any(piece in marking for marking in markings)


@given(st.lists(MARKINGS), st.lists(MARKINGS), ORDERS)
def test_banners_join_in_any_grouping(
    some: list[str], others: list[str], order: tuple[str, ...]
) -> None:
    whole = highest(some + others, order)
    parts = highest([highest(others, order), highest(some, order)], order)
    assert not above(whole, parts or "", order)
    assert not above(parts, whole or "", order)


@given(st.lists(MARKINGS), ORDERS)
def test_the_banner_does_not_depend_on_the_sequence(
    markings: list[str], order: tuple[str, ...]
) -> None:
    assert highest(markings, order) == highest(reversed(markings), order)


@given(st.text(), st.text())
def test_any_text_can_be_a_marking(marking: str, other: str) -> None:
    banner = highest([marking, other])
    assert banner is None or not above(marking, banner)
