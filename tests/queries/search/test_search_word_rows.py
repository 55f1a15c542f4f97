"""The words of many texts at once are those of each of them read by itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.queries.search.documents import BLANK_LINE
from sahel_tui.queries.search.word_rows import ROW, TITLE, WordRows
from sahel_tui.queries.search.words import read_words

PIECES = st.sampled_from(
    [*"-‐‑–—“”«'`ʼ’.,xsKΣσß漢字İI_~{Ａøؽ⒈ĳŉſéÉşà", "al", "el", "wal", "al-", "ar-", "al’",
     "l'", "d’", "’s", "Mali", "qaida", "e\u0301", "ناس", "\xa0", "\u3000", "2023", "\x1f",
     "\x80", "\xad", "\u200b", " ", " ", " ", "\n", BLANK_LINE]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.characters(codec="utf-8"), max_size=12).map("".join)


@settings(max_examples=500)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_the_words_of_rows_are_those_of_their_texts(texts: list[tuple[str, str]]) -> None:
    rows = WordRows(ROW.join(title.encode() + TITLE + text.encode() for title, text in texts))
    for at, (title, text) in enumerate(texts):
        parts = [read_words(part) for part in (title, *text.split(BLANK_LINE))]
        assert rows.row(at) == [words for words, _ in parts]
        for words, variants in parts:
            for end in range(1, len(words) + 1):
                assert rows.rows(tuple(words[end - 1 : end + 1]), prefix=False)[at]
            assert all(at in rows.varied(one, prefix=False) for one in variants)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4), st.sampled_from("aeml2x漢"))
def test_what_begins_so_is_counted_row_by_row(texts: list[tuple[str, str]], begun: str) -> None:
    rows = WordRows(ROW.join(title.encode() + TITLE + text.encode() for title, text in texts))
    found = rows.rows((begun,), prefix=True)
    for at, (title, text) in enumerate(texts):
        parts = [read_words(part) for part in (title, *text.split(BLANK_LINE))]
        number = sum(word.startswith(begun) for words, _ in parts for word in words)
        varied = sum(word.startswith(begun) for _, variants in parts for word in variants)
        assert found.get(at, 0) == number
        assert rows.varied(begun, prefix=True).count(at) == varied
