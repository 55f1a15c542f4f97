"""Matching as typed: what is folded away, and that a match is always where it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.queries.folding import Folded, fold
from sahel_tui.queries.matching import Haystack, find_spans, read_query

ODD = "\x00\x01abNs '’-–—\u00ad éßœṣāʿﬁ日本한ɓÆİıǅΣς…½\u0301\u200d\r\n\t\u00a0😀👍🏽\u0916\u094d"
texts = st.text(st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("burkinabe", "the Burkinabé junta"),
        ("burkinabé", "the Burkinabe junta"),
        ("burkinabe", "Burkinabe\u0301"),
        ("ndaw", "Bah N'Daw"),
        ("n'daw", "Bah N’Daw"),
        ("alqaida", "al-Qaida"),
        ("al qaida", "al-Qaida"),
        ("al-qaida", "al Qaida"),
        ("al-qaida", "AlQaida"),
        ("very likely", "very-likely"),
        ("2013-2023", "2013–2023"),
        ("strasse", "Straße"),
        ("mali niger", "Mali –\n Niger"),
        ("oeuvre", "l’œuvre"),
        ("ɗan", "Dan"),
        ("مالي", "مَالِي"),
        ("日本", "在日本的"),
        ("мали", "МАЛИ"),
    ],
)
def test_a_query_finds_what_is_written_otherwise(query: str, text: str) -> None:
    assert find_spans(text, query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("Mali", "the malign influence"),
        ("JNIM", "jnim"),
        ("malis", "Mali s"),
        ("a.c", "abc"),
        ("(", "["),
        ("\\d", "7"),
    ],
)
def test_a_query_does_not_find_something_else(query: str, text: str) -> None:
    assert find_spans(text, query) == ()


def test_a_capital_makes_the_case_count() -> None:
    text = "mali, Mali, MALI"
    assert len(find_spans(text, "mali")) == 3
    assert find_spans(text, "Mali") == ((6, 10),)


def test_the_marked_span_is_the_words_as_written() -> None:
    text = "Bah N’Daw and the Burkinabe\u0301 in Aguel'hoc"
    assert [text[a:b] for a, b in find_spans(text, "ndaw")] == ["N’Daw"]
    assert [text[a:b] for a, b in find_spans(text, "burkinabe")] == ["Burkinabe\u0301"]
    assert [text[a:b] for a, b in find_spans(text, "aguelhoc")] == ["Aguel'hoc"]


def test_part_of_a_character_marks_the_whole_of_it() -> None:
    assert find_spans("Straße", "s") == ((0, 1), (4, 5))


@pytest.mark.parametrize("query", ["", " ", "-", "’"])
def test_nothing_to_look_for_is_no_query(query: str) -> None:
    assert read_query(query) is None
    assert find_spans("a - b", query) == ()


@given(texts, st.booleans(), st.sampled_from(["", " "]))
def test_every_folded_place_leads_back_to_its_words(text: str, cased: bool, hyphen: str) -> None:
    folded = Folded(text, hyphen=hyphen, cased=cased)
    assert folded.text == fold(text, hyphen=hyphen, cased=cased)
    for at, char in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert char in fold(text[start:end], hyphen=hyphen, cased=cased)


@given(texts, st.data())
def test_any_part_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    if read_query(part) is not None:
        hits = find_spans(text, part)
        assert any(a < start + len(part) and start < b for a, b in hits)
        assert Haystack(["other", text]).matching(part)[-1] == 1


def test_a_line_end_in_a_row_is_a_space() -> None:
    assert Haystack(["a\r\nb", "c"]).matching("a b") == [0]
    assert Haystack([["a", "b"], ["c"]]).matching("a b") == []


@given(st.lists(st.lists(texts, max_size=3), max_size=5), texts)
def test_rows_are_found_by_their_own_fields_alone(rows: list[list[str]], query: str) -> None:
    found = Haystack(rows).matching(query)
    if read_query(query) is None:
        assert list(found) == list(range(len(rows)))
    else:
        assert found == [
            at for at, row in enumerate(rows) if any(find_spans(field, query) for field in row)
        ]


@given(st.lists(texts, max_size=250), st.sampled_from(["a", "s", "’", "日", "ß", "an"]))
def test_what_was_made_ready_in_slices_finds_the_same(rows: list[str], query: str) -> None:
    ready = Haystack(rows)
    for _ in ready.prepare():
        pass
    assert list(ready.matching(query)) == list(Haystack(rows).matching(query))


@pytest.mark.parametrize("query", ["two words", "well-known", "word", ""])
@pytest.mark.parametrize("ready", [False, True])
def test_where_there_are_no_rows_nothing_is_found(query: str, ready: bool) -> None:
    haystack = Haystack([])
    if ready:
        list(haystack.prepare())
    assert not haystack.matching(query)
