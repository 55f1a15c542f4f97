"""Lines at a width in cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sahel_tui.render.cells import is_mark, width
from sahel_tui.render.safe import safe
from sahel_tui.render.wrap import wrap

SCRIPTS = st.sampled_from("aéb漢字がｶ한。（👍ا\u0651\u0301\u1161ि\U0001e944 \u3000\u00a0\n-")
WORDS = st.text("abc é\n ", max_size=200)
texts = (st.text() | st.text(SCRIPTS) | WORDS).map(lambda text: safe(text, newlines=True))


def lines(text: str, cells: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, cells)]


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one   two", 4, ["one", "two"]),
        ("one two ", 7, ["one two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("  indented text", 10, ["  indented", "text"]),
        ("      indented", 10, ["indented"]),
        ("one\n\ntwo\n", 10, ["one", "", "two", ""]),
        ("   ", 2, [""]),
        ("5\u00a0000 euros", 6, ["5\u00a0000", "euros"]),
        ("马里和尼日尔", 5, ["马里", "和尼", "日尔"]),
        ("马里和。尼日尔", 6, ["马里", "和。尼", "日尔"]),
        ("里（马尔）", 4, ["里", "（马", "尔）"]),
        ("말리와 니제르", 8, ["말리와", "니제르"]),
        ("the treaty 条約 of 2023", 13, ["the treaty 条", "約 of 2023"]),
        ("cafe\u0301s cafe\u0301s", 5, ["cafe\u0301s", "cafe\u0301s"]),
        ("abce\u0301f", 4, ["abce\u0301", "f"]),
        ("条約", 1, ["条", "約"]),
        ("条\u0301約", 1, ["条\u0301", "約"]),
        ("one two", 0, list("onetwo")),
    ],
)
def test_lines_of_a_text(text: str, cells: int, expected: list[str]) -> None:
    assert lines(text, cells) == expected


@given(texts, st.integers(1, 20))
def test_no_line_is_wider_than_asked_for(text: str, cells: int) -> None:
    for line in lines(text, cells):
        alone = cells == 1 and all(map(is_mark, line[1:]))
        assert width(line) <= (2 if alone else cells)


@given(texts, st.integers(1, 20))
@example("  a", 1)
def test_only_white_space_is_left_out_and_every_newline_begins_a_line(
    text: str, cells: int
) -> None:
    done = 0
    for start, end in wrap(text, cells):
        assert done <= start <= end
        assert text[done:start].strip() == ""
        assert "\n" not in text[start:end]
        done = end
    assert text[done:].strip() == ""
    assert len(wrap(text, cells)) >= text.count("\n") + 1


@given(texts, st.integers(1, 20))
def test_no_line_begins_with_a_mark(text: str, cells: int) -> None:
    assert not any(is_mark(line[0]) for line in lines(text, cells) if line)


@given(WORDS, st.integers(1, 20))
def test_a_text_of_narrow_characters_wraps_as_it_does_beside_a_wide_one(
    text: str, cells: int
) -> None:
    text = safe(text, newlines=True)
    beside = wrap(text + "\n漢", cells)
    assert wrap(text, cells) == beside[:-1]
    marked = text.replace("é", "e\u0301")
    narrow = [line.replace("é", "e\u0301") for line in lines(text, cells)]
    assert lines(marked, cells) == narrow


@given(WORDS, st.integers(1, 20))
def test_each_line_holds_as_many_words_as_fit(text: str, cells: int) -> None:
    text = " ".join(text.split())
    found = lines(text, cells)
    for line, following in pairwise(found):
        word = following.split(" ")[0]
        cut_short = len(line) == cells
        assert cut_short or len(line) + 1 + len(word) > cells
