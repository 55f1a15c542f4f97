"""Where a word is: as quickly as it can be told, and as reading the whole text would tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.queries.search.reading import Reading, segment_texts
from sahel_tui.queries.search.sequences import places
from sahel_tui.queries.search.syntax import Phrase, Words
from sahel_tui.queries.search.values import name_words
from sahel_tui.queries.search.words import read_tokens
from tests.queries.search.made import documents
from tests.queries.search.shipped import shipped

if TYPE_CHECKING:
    from sahel_tui.queries.search.documents import Document

Spans = dict[int, list[tuple[bool, int, int]]]


def read(document: Document, word: str, prefix: bool) -> Spans:
    """Where a word is, read from every text."""
    found: Spans = {}
    for at, item in enumerate(document.items):
        for in_title, offset, text in segment_texts(item):
            for token in (one for kind in read_tokens(text) for one in kind):
                if token.word.startswith(word) if prefix else token.word == word:
                    span = (in_title, token.start + offset, token.end + offset)
                    found.setdefault(at, []).append(span)
    return {at: sorted(spans) for at, spans in found.items()}


def looked_up(document: Document, word: str, prefix: bool) -> Spans:
    return spans_in(document, Words((word,), prefix, (0, 1)))


def spans_in(document: Document, leaf: Words | Phrase) -> Spans:
    reading = Reading(document)
    items = reading.items(leaf)
    return {at: sorted((a, b, c) for a, b, c in reading.spans(leaf, at)) for at in items}


def words_of(document: Document) -> list[str]:
    texts = (text for item in document.items for _, _, text in segment_texts(item))
    return sorted({t.word for text in texts for kind in read_tokens(text) for t in kind})


@settings(max_examples=300)
@given(documents(), st.booleans(), st.integers(1, 8))
def test_a_word_is_found_where_it_is_in_any_document(
    document: Document, prefix: bool, letters: int
) -> None:
    for word in {one[:letters] for one in words_of(document)} | {"mali", "ma", "qaida"}:
        assert looked_up(document, word, prefix) == read(document, word, prefix)


@settings(max_examples=300)
@given(st.integers(0, 10_000), st.integers(0, len(shipped()) - 1), st.booleans(), st.integers(1, 9))
def test_a_word_is_found_where_it_is_in_a_shipped_brief(
    number: int, at: int, prefix: bool, letters: int
) -> None:
    document = shipped()[at]
    words = words_of(document)
    word = words[number % len(words)][:letters]
    assert looked_up(document, word, prefix) == read(document, word, prefix)


def phrase_read(document: Document, words: tuple[str, ...], prefix: bool) -> Spans:
    """Where words stand one right after another, read from every text."""
    found: Spans = {}
    for at, item in enumerate(document.items):
        for in_title, offset, text in segment_texts(item):
            tokens = read_tokens(text)[0]
            for first in places(words, prefix, [token.word for token in tokens]):
                last = tokens[first + len(words) - 1]
                span = (in_title, tokens[first].start + offset, last.end + offset)
                found.setdefault(at, []).append(span)
    return {at: sorted(spans) for at, spans in found.items()}


@settings(max_examples=300)
@given(documents(), st.booleans(), st.integers(2, 3), st.integers(1, 8))
def test_a_phrase_is_found_where_it_is_in_any_document(
    document: Document, prefix: bool, size: int, letters: int
) -> None:
    for item in document.items:
        for _, _, text in segment_texts(item):
            words = [token.word for token in read_tokens(text)[0]]
            for begin in range(len(words) - size + 1):
                one = (*words[begin : begin + size - 1], words[begin + size - 1][:letters])
                found = spans_in(document, Phrase(one, prefix, (0, 1)))
                assert found == phrase_read(document, one, prefix)


@settings(max_examples=300)
@given(documents(), st.integers(1, 8))
def test_who_is_named_by_a_beginning_is_found_in_any_document(
    document: Document, letters: int
) -> None:
    names = [name_words(one) for one in document.names]
    for word in {word[:letters] for name in names for word in name.spelled}:
        expected = {
            at
            for at, name in enumerate(names)
            if any(other.startswith(word) for other in name.spelled)
        }
        assert set(Reading(document).with_name((word,), prefix=True)) == expected
