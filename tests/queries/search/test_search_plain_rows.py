"""Words that are found in plain letters: none that reading the text would not find."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.queries.search.packing import item_rows
from sahel_tui.queries.search.plain_rows import plain_pattern
from sahel_tui.queries.search.reading import having
from sahel_tui.queries.search.syntax import Near, Phrase, Words
from sahel_tui.queries.search.word_rows import ROW, TITLE, WordRows
from tests.queries.search.made import documents

if TYPE_CHECKING:
    from sahel_tui.queries.search.documents import Document

AT = (0, 0)
SIGNS = st.sampled_from((*" ,.-'’\n(é", "\n\n", " al ", " al-", ", ", "’s "))
WORDS = st.sampled_from(("the", "of", "al", "mali", "The", "s", "été", "3"))
TEXTS = st.lists(st.one_of(WORDS, SIGNS), max_size=30).map("".join)
ASKED = st.sampled_from(("the", "of", "mali", "s", "3"))


def leaves(one: str, other: str, distance: int) -> tuple[Words | Phrase | Near, ...]:
    parts = tuple(Words((word,), False, AT) for word in (one, other))
    phrase = Phrase((one, other), False, AT)
    return parts[0], phrase, Near(parts, distance, AT), Near((phrase, parts[0]), distance, AT)


def agrees(row: bytes, one: str, other: str, distance: int) -> None:
    for leaf in leaves(one, other, distance):
        pattern = plain_pattern(leaf)
        if pattern is not None and pattern.search(row.lower()):
            assert having(WordRows(row), leaf, 1), leaf


@settings(max_examples=500)
@given(TEXTS, TEXTS, ASKED, ASKED, st.integers(0, 4))
def test_no_more_is_found_than_reading_finds(
    title: str, text: str, one: str, other: str, distance: int
) -> None:
    agrees(title.encode() + TITLE + text.encode(), one, other, distance)


@settings(max_examples=100)
@given(documents(), ASKED, ASKED, st.integers(0, 4))
def test_no_more_is_found_in_any_document(
    document: Document, one: str, other: str, distance: int
) -> None:
    for row in item_rows(document.items).split(ROW):
        agrees(row, one, other, distance)


@pytest.mark.parametrize("text", ["The army of Mali", "of, the (army)", "x\n\nthe end of"])
def test_words_in_plain_letters_are_found(text: str) -> None:
    pattern = plain_pattern(leaves("the", "of", 1)[2])
    assert pattern is not None
    assert pattern.search(TITLE + text.lower().encode())
