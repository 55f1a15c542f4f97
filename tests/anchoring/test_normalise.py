from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given

from sahel_tui.anchoring.normalise import normalise_source
from tests.anchoring.alphabet import any_text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\n\rb", "a\n\nb"),
        ("Tche\u0301wa", "Tchéwa"),
        ("a\x85b\u2028c\u2029d\x0be", "a\x85b\u2028c\u2029d\x0be"),
        ("\ud800", "\ud800"),
        ("", ""),
    ],
)
def test_newlines_are_one_sign_and_the_rest_is_nfc(raw: str, text: str) -> None:
    assert normalise_source(raw) == text


@given(any_text)
def test_a_normalised_text_is_nfc_and_stays_as_it_is(raw: str) -> None:
    text = normalise_source(raw)
    assert "\r" not in text
    assert unicodedata.is_normalized("NFC", text)
    assert normalise_source(text) == text
