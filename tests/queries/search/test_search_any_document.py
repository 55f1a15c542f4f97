"""Searching in documents of any text: the index's terms, the hits and their spans."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.queries.search.matching import answers, hits
from sahel_tui.queries.search.packing import packed, unpacked
from sahel_tui.queries.search.parsing import parse
from sahel_tui.queries.search.words import tokens
from tests.queries.search.made import documents, texts
from tests.queries.search.shipped import Table

if TYPE_CHECKING:
    from sahel_tui.queries.search.documents import Document

queries = st.lists(
    texts
    | texts.map('"{}"'.format)
    | texts.map("-{}".format)
    | texts.map('actor:"{}"'.format)
    | texts.map('tag:"{}'.format)
    | st.builds("near({}, {})".format, texts, st.integers(0, 5))
    | st.sampled_from(
        ["or", "qa*", "actor:q*", "kind:passage", "on:2023?", "after:2022", "before:2024?", "id1",
         "marking:amber", "marking:secret", "type:assault", "-kind:event", "source:main"]
    ),
    max_size=3,
).map(" ".join)  # fmt: skip


@settings(max_examples=300)
@given(document=documents(), text=queries)
def test_the_terms_find_what_the_scan_finds(document: Document, text: str) -> None:
    query, answering = parse(text), answers(parse(text), document)
    if query.is_void:
        assert not answering
        return
    table = Table([document])
    found, exact = table.find(query.tree)
    table.close()
    assert bool(found) == answering if exact else bool(found) >= answering


@given(document=documents())
def test_a_document_is_found_by_each_of_its_words(document: Document) -> None:
    for item in document.items:
        for token in tokens(item.title):
            assert answers(parse(f'"{token.word}"'), document)


@settings(max_examples=200)
@given(document=documents(), text=queries)
def test_every_span_is_within_its_text_and_none_overlaps(document: Document, text: str) -> None:
    for hit in hits(parse(text), document):
        assert all(0 <= start <= end for start, end in hit.spans)
        assert hit.kind != "passage" or all(start < end for start, end in hit.spans)
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)
        for spans in (hit.spans, hit.marks):
            assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(documents())
def test_a_packed_document_is_unpacked_as_it_was(document: Document) -> None:
    texts, known = packed(document)
    again = unpacked(texts, json.loads(json.dumps(known)))
    assert again == document
    assert packed(again) == (texts, known)
