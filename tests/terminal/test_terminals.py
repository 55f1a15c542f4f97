"""What the real program sends to a terminal, by the terminal's name, the locale and the options."""

from __future__ import annotations

import re

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer
from tests.terminal.sequences import strangers

SGR = re.compile(rb"\x1b\[([0-9;]*)m")
QUESTIONS = re.compile(rb"\x1b\[(?:\?[0-9]+\$p|>|<)|\x1b\]")
"""What old terminals show in part."""

ANY_COLOUR = r"[34]\d(;.*)?|9\d|10\d"

OLD = [{"TERM": "linux"}, {"TERM": "vt100"}, {"TERM": "vt220"}]
ELSEWHERE = [
    {"TERM": "xterm-256color", "LC_ALL": "C"},
    {"TERM": "xterm-256color", "LANG": "C"},
    {"TERM": "xterm-256color", "LANG": "POSIX"},
]


def name_of(environment: dict[str, str]) -> str:
    return "-".join(environment.values())


def walk(explorer: Explorer) -> None:
    """Go through panes, a prompt and a dialog, and leave."""
    explorer.open()
    explorer.press("j", "A", "R", "T", "/", "c")
    explorer.wait_for_text("of 15 events")
    explorer.press("enter", "S", "enter")
    explorer.wait_for_text("1 of ")
    explorer.press("q")
    explorer.wait_until_idle()
    leave(explorer)


def leave(explorer: Explorer) -> None:
    """Quit; the terminal is as it was."""
    explorer.press("q")
    assert explorer.wait_for_exit() == 0
    assert explorer.is_restored()


def codes(raw: bytes) -> set[str]:
    """The parameters of all colours and attributes; those of one colour stay together."""
    found: set[str] = set()
    for match in SGR.finditer(raw):
        found.update(re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+", match[1].decode()))
    return found


@pytest.mark.parametrize("environment", OLD, ids=name_of)
def test_an_old_terminal_is_asked_nothing_that_it_prints(environment: dict[str, str]) -> None:
    with Explorer(SHIPPED, environment=environment) as explorer:
        walk(explorer)
        assert strangers(bytes(explorer.raw)) == set()
        assert QUESTIONS.search(explorer.raw) is None
        assert explorer.text.strip() == ""  # where there is no second screen, nothing is left


@pytest.mark.parametrize("environment", ELSEWHERE, ids=name_of)
def test_a_locale_of_ascii_is_sent_nothing_else(environment: dict[str, str]) -> None:
    with Explorer(SHIPPED, environment=environment) as explorer:
        walk(explorer)
        assert explorer.raw.isascii()


def test_a_locale_of_latin_1_is_sent_its_own_bytes() -> None:
    latin = {"TERM": "xterm-256color", "LANG": "fr_FR.ISO-8859-1"}
    with Explorer(SHIPPED, environment=latin) as explorer:
        explorer.open()
        explorer.press("/")
        explorer.wait_for_text("search this pane")
        explorer.send("né".encode("latin-1"))
        explorer.wait_for(lambda: b"n\xe9" in explorer.raw or b"\xe9" in explorer.raw)
        explorer.press("enter", "q")
        assert explorer.wait_for_exit() == 0
        assert "…" not in explorer.raw.decode("latin-1")
        assert b"\xc3\xa9" not in explorer.raw


def test_a_byte_that_is_no_text_stops_nothing() -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        explorer.send(b"\xff\xfe\xe9")
        explorer.press("j")
        explorer.wait_for_text("▶j1.2")


def test_ascii_can_be_asked_for_and_letters_stay() -> None:
    with Explorer("--ascii", SHIPPED) as explorer:
        explorer.open()
        explorer.press("S", "pagedown")
        explorer.wait_for_text("Burkinabé")
        assert "▶" not in explorer.text
        assert any(line.startswith(">") for line in explorer.lines)
    with Explorer("--no-ascii", SHIPPED, environment={"TERM": "linux"}) as explorer:
        explorer.open()
        assert "▶j1.1" in explorer.text


@pytest.mark.parametrize(
    ("theme", "environment", "beyond"),
    [
        ("dark", {"TERM": "xterm-direct"}, r"[34]8;5;.*"),
        ("dark", {"TERM": "xterm-256color"}, r"[34]8;2;.*"),
        ("light", {"TERM": "xterm-16color"}, r"[34]8;.*"),
        ("terminal", {"TERM": "xterm-256color", "COLORTERM": "truecolor"}, r"[34]8;.*"),
        ("terminal", {"TERM": "xterm-256color", "NO_COLOR": "1"}, ANY_COLOUR),
        ("light", {"TERM": "vt100"}, ANY_COLOUR),
        ("mono", {"TERM": "xterm-256color"}, ANY_COLOUR),
    ],
)
def test_no_more_colours_are_sent_than_there_are(
    theme: str, environment: dict[str, str], beyond: str
) -> None:
    with Explorer("--theme", theme, SHIPPED, environment=environment) as explorer:
        explorer.open()
        explorer.press("T", "/", "c")
        explorer.wait_for_text("of 15 events")
        explorer.press("enter", ":")
        explorer.wait_for_text("Next row")
        explorer.wait_until_idle()
        sent = codes(bytes(explorer.raw))
        assert {code for code in sent if re.fullmatch(beyond, code)} == set()
        assert sent


def test_the_mouse_is_off_unless_it_is_asked_for() -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        leave(explorer)
        assert not re.search(rb"\x1b\[\?10(?:00|02|03|05|06|15|16)[hl]", explorer.raw)


def test_the_mouse_tells_clicks_and_no_motion_and_is_off_in_the_end() -> None:
    with Explorer("--mouse", SHIPPED) as explorer:
        explorer.open()
        explorer.send("\x1b[<0;10;8M\x1b[<0;10;8m")
        explorer.wait_for_text("▶j1.2")
        explorer.send("\x1b[<0;50;2M\x1b[<0;50;2m")
        explorer.wait_for_text("of 15 events")
        explorer.send("\x1b[<65;10;5M")
        explorer.wait_until_idle()
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert explorer.is_restored()
        told = set(re.findall(rb"\x1b\[\?(10(?:00|02|03|05|06|15|16))h", explorer.raw))
        assert told == {b"1000", b"1006"}


@pytest.mark.parametrize("term", ["", "dumb"])
def test_a_terminal_that_cannot_be_drawn_on_is_told_what_to_do(term: str) -> None:
    with Explorer(SHIPPED, environment={"TERM": term}) as explorer:
        assert explorer.wait_for_exit() == 2
        assert b"sahel-tui show BRIEF" in explorer.raw
        assert b"\x1b" not in explorer.raw


def test_the_terminal_s_cursor_is_where_the_selection_is() -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        for key in ("j", "A", "j", "j", "T", "ctrl+d", "S", "j", "?", "j"):
            explorer.press(key)
            explorer.wait_until_idle(0.2)
            cursor = explorer.screen.cursor
            assert explorer.screen.display[cursor.y][cursor.x] == "▶", key
            assert not cursor.hidden
        explorer.escape("Keys that work here")
        explorer.press("/", "a", "b")
        explorer.wait_until_idle(0.2)
        cursor = explorer.screen.cursor
        assert explorer.screen.display[cursor.y][: cursor.x] == "/ ab"
