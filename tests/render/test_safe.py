"""What stands in for a character that can't be shown, and where it stands."""

from __future__ import annotations

import unicodedata

import pyte
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from sahel_tui.render.cells import width
from sahel_tui.render.safe import SafeLine, safe, safe_line

NEVER_SHOWN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
PIECES = (
    "\x1b[31m|\x1b]0;x\x07|\u202e|\u200d|\ufe0f|\ufe0e|\u0301|\U0001f468|\U0001f3fd|1\ufe0f\u20e3"
    "|\U0001f1f2\U0001f1f1|क्षि|\u3000|漢|\t|\r\n|\n| |a|\udc80|\U000e0041|\u115f"
    "|\u1112\u1161|\U0001e922"
)
TEMPTING = st.sampled_from(PIECES.split("|"))
texts = st.lists(TEMPTING | st.text(st.characters(exclude_categories=()))).map("".join)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x00\x7f\x85", "␀␡<U+0085>"),
        ("\v\f\r", "␋␌␍"),
        ("one\ntwo\tthree", "one␤two three"),
        ("a\u202eb\u2066c\u200e", "a<U+202E>b<U+2066>c<U+200E>"),
        ("pass\u200bword\ufeff", "pass<U+200B>word<U+FEFF>"),
        ("soft\u00adhyphen", "soft<U+00AD>hyphen"),
        ("\u2028\u2029", "<U+2028><U+2029>"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("\ud800", "<U+D800>"),
        ("\ue000\ufffe\U0010ffff", "<U+E000><U+FFFE><U+10FFFF>"),
        ("\u3164\u115f\uffa0\u2800", "<U+3164><U+115F><U+FFA0><U+2800>"),
        ("a\U000e0100", "a<U+E0100>"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d<U+1F3FD>"),
        ("\U0001f1f2\U0001f1f1", "<U+1F1F2><U+1F1F1>"),
        ("\U0001f468\u200d\U0001f680", "\U0001f468<U+200D>\U0001f680"),
    ],
)
def test_what_would_be_obeyed_hidden_or_misplaced_becomes_visible(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Three governments sign a pact.",
        "« né à l\u2019est\u202f»\u00a0: 5\u00a0000 €",
        "马里、布基纳法索和尼日尔",
        "マリ・ﾏﾘ（全角ＡＢＣ）",
        "말리와 니제르",
        "\u1106\u1161\u11af\u1105\u1175",
        "وقّعت مالي، ٢٠٢٣",
        "מָלִי",
        "ߡߊ߬ߟߌ ߣߌ߫",
        "ⵎⴰⵍⵉ",
        "\U0001e900\U0001e921\U0001e944",
        "มาลีและไนเจอร์",
        "माली और नाइजर, क्षत्रिय",
        "Goi\u0308ta a\u0300",
        "★ 👍 🚀",
        "[bold]literal[/] [@click=app.quit]",
    ],
)
def test_writing_shows_as_itself(text: str) -> None:
    assert safe(text) == text
    assert safe_line(text) == SafeLine(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("❤\ufe0f", "❤"),
        ("☎\ufe0e", "☎"),
        ("1\ufe0f\u20e3", "1\u20e3"),
        ("a\ufe0f", "a<U+FE0F>"),
        ("❤\ufe0f\ufe0f", "❤<U+FE0F>"),
        ("\ufe0f", "<U+FE0F>"),
        ("❤\u0301\ufe0f", "❤\u0301<U+FE0F>"),
        ("\U0001f1e6\ufe0f", "<U+1F1E6><U+FE0F>"),
    ],
)
def test_a_style_of_emoji_is_dropped_only_where_it_chooses_one(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u0301a", "<U+0301>a"),
        ("a \u0301", "a <U+0301>"),
        ("\u202e\u0338", "<U+202E><U+0338>"),
        ("a" + "\u0301" * 8, "a" + "\u0301" * 6 + "<U+0301>" * 2),
        ("❤\ufe0f" + "\u0301" * 7, "❤" + "\u0301" * 6 + "<U+0301>"),
    ],
)
def test_a_mark_needs_something_to_stand_on_and_room(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_newlines_stay_and_tabs_reach_their_stop_where_asked() -> None:
    assert safe("a\tb\n\tc\r\n漢\td", newlines=True) == "a       b\n        c␍\n漢      d"
    assert safe("\x1b\t\n", newlines=True) == "␛       \n"


@given(texts, st.booleans())
def test_nothing_of_what_is_never_shown_is_left(text: str, newlines: bool) -> None:
    left = {c for c in safe(text, newlines=newlines) if unicodedata.category(c) in NEVER_SHOWN}
    assert left <= ({"\n"} if newlines else set())


@given(texts, st.booleans())
@example("❤\ufe0f\ufe0e\u0301", False)
@example("\n\u0301\t\u0301", True)
def test_safe_text_is_left_as_it_is(text: str, newlines: bool) -> None:
    once = safe(text, newlines=newlines)
    assert safe(once, newlines=newlines) == once


@given(texts)
def test_widths_are_those_of_rich_and_wcwidth(text: str) -> None:
    shown = safe(text)
    assert width(shown) == cell_len(shown) == sum(map(wcwidth, shown))


@given(texts)
def test_an_emulator_ends_in_the_column_that_was_foretold(text: str) -> None:
    shown = safe(text)
    screen = pyte.Screen(max(1, width(shown)) + 1, 1)
    stream = pyte.Stream(screen)
    for character in shown:  # one by one: pyte forgets what follows some marks in one feed
        stream.feed(character)
    assert screen.cursor.x == width(shown)


@given(texts, st.booleans())
def test_offsets_lead_to_what_is_shown_for_them_and_back(text: str, newlines: bool) -> None:
    line = safe_line(text, newlines=newlines)
    assert line.text == safe(text, newlines=newlines)
    assert (line.at(0), line.at(len(text))) == (0, len(line.text))
    for offset, character in enumerate(text):
        start, end = line.at(offset), line.at(offset + 1)
        assert {line.back(index) for index in range(start, end)} <= {offset}
        piece = line.text[start:end]
        assert (
            piece in (character, "␤") or character in "\t\ufe0e\ufe0f" or piece == safe(character)
        )


def test_offsets_around_what_was_replaced() -> None:
    line = safe_line("ab\u202ecd❤\ufe0fe")
    assert line.text == "ab<U+202E>cd❤e"
    assert [line.at(offset) for offset in range(9)] == [0, 1, 2, 10, 11, 12, 13, 13, 14]
    assert [line.back(index) for index in (1, 2, 5, 9, 10, 12, 13, 14)] == [1, 2, 2, 2, 3, 5, 7, 8]
