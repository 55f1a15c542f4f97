"""Markings that are nearly a known one."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sahel_tui.model.markings import rank
from sahel_tui.queries.marking_slips import MarkingSlips

OWN = ("Public", "Internal", "Board only")
KNOWN = (
    "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED", "UNCLASSIFIED",
    "CONFIDENTIAL", "SECRET", "TOP SECRET", *OWN,
)  # fmt: skip


def near(marking: str, *order: str) -> list[str | None]:
    return [slip.near for slip in MarkingSlips(order or OWN).find(marking)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("TLP:AMBR", "TLP:AMBER"),
        ("AMBR", "TLP:AMBER"),
        ("TLP-AMBER", "TLP:AMBER"),
        ("TLP：RED", "TLP:RED"),
        ("TLP:AMBER STRICT", "TLP:AMBER+STRICT"),
        ("TLP:WHITE", "TLP:CLEAR"),
        ("Sercet//NOFORN", "SECRET"),
        ("TOPSECRET", "TOP SECRET"),
        ("Unclasified", "UNCLASSIFIED"),
        ("Bord only", "Board only"),
        ("TLP:GREEN | TLP:AMBR", "TLP:AMBER"),
    ],
)
def test_a_slip_is_told_with_what_is_near(written: str, meant: str) -> None:
    assert near(written) == [meant]


@pytest.mark.parametrize(
    "marking",
    [
        "Board members", "NATO SECRET", "UK SECRET", "UK TOP SECRET", "OFFICIAL-SENSITIVE",
        "RESTRICTED", "CLASSIFIED", "CONFIDENTIEL", "External", "CUI", "REED", "TS//SI",
        "For the eyes of the press office alone, until the ninth of May of this year", "|", "",
    ],
)  # fmt: skip
def test_a_marking_that_is_like_none_is_none(marking: str) -> None:
    assert near(marking) == []


def test_whatever_says_that_it_is_of_tlp_is_told() -> None:
    assert near("TLP:PURPLE") == [None]


def test_a_marking_that_its_library_declares_is_no_slip() -> None:
    assert near("Secrets", "Press", "Secrets") == []
    assert near("TLP:WHITE//X", "TLP:WHITE") == []


@given(st.sampled_from(KNOWN), st.sampled_from([str.upper, str.lower, str.title]))
def test_a_known_marking_is_no_slip_however_it_is_written(known: str, write: object) -> None:
    assert callable(write)
    assert near(write(known)) == []


@given(st.sampled_from(KNOWN), st.data())
def test_a_letter_that_is_left_out_is_a_slip(known: str, data: st.DataObject) -> None:
    letters = [at for at, char in enumerate(known) if char.isalpha()]
    at = data.draw(st.sampled_from(letters))
    written = known[:at] + known[at + 1 :]
    assume(rank(written, OWN) is None)
    assert near(written) == [known]


@given(st.text(max_size=70))
def test_any_text_is_a_marking(text: str) -> None:
    assert len(near(text)) <= text.count("|") + 1
