"""What is pasted can't press a key, and every letter of it is exact."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.render.pasteable import count_obeyed, in_one_line, pasteable

ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("\x1b\r\n\t\u202e\u2066"))
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(ANY)
def test_nothing_is_left_that_would_be_obeyed(text: str) -> None:
    left = pasteable(text)
    assert {unicodedata.category(char) for char in left} & {"Cc", "Zl", "Zp", "Cs"} <= {"Cc"}
    assert {char for char in left if unicodedata.category(char) == "Cc"} <= {"\n", "\t"}
    assert not {unicodedata.bidirectional(char) for char in left} & TURNING
    assert left.encode().decode() == left
    assert pasteable(left) == left
    assert not count_obeyed(left)


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    assert len(in_one_line(text).splitlines()) <= 1
    assert "\t" not in in_one_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "tabs\tand\nnewlines\n",
        "می‌خواهم",  # Persian, with a non-joiner
        "עברית \u200f(RLM)",
        "👨‍👩‍👧 ❤️ e\u0301 \u00a0 \u00ad ␛ <U+001B>",
        "“curly” – dash",
    ],
)
def test_what_is_written_is_copied_exactly(text: str) -> None:
    assert pasteable(text) == text
    assert count_obeyed(text) == 0


@pytest.mark.parametrize(
    ("text", "copied", "changed"),
    [
        ("rm -rf ~\r", "rm -rf ~␍", 1),
        ("\x1b[201~x\x00\x7f", "␛[201~x␀␡", 3),
        ("a\x9b2J\u202eb\u2069\u2028", "a<U+009B>2J<U+202E>b<U+2069><U+2028>", 4),
        ("\udc80", "<U+DC80>", 1),
    ],
)
def test_what_would_be_obeyed_is_shown_as_on_the_screen(
    text: str, copied: str, changed: int
) -> None:
    assert pasteable(text) == copied
    assert count_obeyed(text) == changed
