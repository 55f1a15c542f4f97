from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.anchoring.folding import Folded, fold
from tests.anchoring.alphabet import any_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“L’Armée” «dit»", "'l'armée' 'dit'"),
        ("« oui »\u00a0!", "'oui' !"),
        ("pro‑Russian – or — not", "pro-russian-or-not"),
        ("a--b", "a-b"),
        ("one\n\n two\u00a0\u202fthree\u2003four", "one two three four"),
        ("co\u00adoper\u200bate \u202eX\u202c", "cooperate x"),
        ("a \u200b b", "a b"),
        ("STRASSE Straße İ ﬁn", "strasse strasse i\u0307 fin"),
        ("❤️", "❤"),
        ("Burkinabé 1,000", "burkinabé 1,000"),
        ("\ud800", "\ud800"),
    ],
)
def test_typography_and_case_are_folded_and_nothing_else(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_map_knows_every_character_that_case_folding_makes_longer() -> None:
    growing = [char for char in map(chr, range(0x110000)) if len(char.casefold()) > 1]
    assert len(growing) > 100
    for char in growing:
        folded = Folded(f"{char}x")
        size = len(folded.text)
        assert folded.span(size - 1, size) == (1, 2)


@given(any_text, st.data())
def test_a_folded_span_is_the_folding_of_its_source(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    size = len(folded.text)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    span = folded.span(start, end)
    if span is not None and start < end:
        assert fold(text[slice(*span)]) == folded.text[start:end]
    low, high = folded.covering(start, end)
    assert folded.text[start:end] in fold(text[low:high])
    if span is not None and start < end:
        assert (low, high) == span


@given(any_text, st.data())
def test_the_folding_of_a_part_is_part_of_the_folding(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert fold(text[start:end]).strip() in fold(text)


def test_half_of_an_expanded_character_has_no_span() -> None:
    folded = Folded("Straße")
    assert folded.text == "strasse"
    assert folded.span(0, 5) is None
    assert folded.span(0, 6) == (0, 5)
    assert folded.covering(0, 5) == (0, 5)
