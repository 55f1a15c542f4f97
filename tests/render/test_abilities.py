"""What an environment says of its terminal."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from sahel_tui.render.terminals import codec_of, is_plain_terminal, terminal_of

UTF8 = {"LANG": "fr_FR.UTF-8"}


def colours(**environment: str) -> str:
    return terminal_of(environment, colours="auto", in_ascii=None, written="utf-8").colours


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("vt100", "none"),
        ("xterm-mono", "none"),
        ("linux", "16"),
        ("xterm", "16"),
        ("screen", "16"),
        ("screen-16color", "16"),
        ("xterm-256color", "256"),
        ("screen-256color", "256"),
        ("tmux-256color", "256"),
        ("rxvt-unicode-256color", "256"),
        ("xterm-direct", "truecolor"),
        ("of-nobody-s-making", "16"),
    ],
)
def test_colours_by_the_name_of_the_terminal(term: str, found: str) -> None:
    assert colours(TERM=term) == found


def test_colours_by_what_the_terminal_says_of_itself() -> None:
    assert colours(TERM="xterm-256color", COLORTERM="truecolor") == "truecolor"
    assert colours(TERM="xterm", COLORTERM="24bit") == "truecolor"
    assert colours(TERM="xterm-256color", COLORTERM="yes") == "256"
    assert colours(TERM="xterm-256color", COLORTERM="truecolor", NO_COLOR="1") == "none"
    assert colours(TERM="xterm-256color", NO_COLOR="") == "256"


@pytest.mark.parametrize("term", ["vt100", "linux"])
def test_what_another_terminal_said_gives_this_one_no_colours(term: str) -> None:
    assert colours(TERM=term, COLORTERM="truecolor") == colours(TERM=term)


def test_terminfo_is_asked_of_other_terminals() -> None:
    program = (
        "from sahel_tui.render.terminals import terminal_of\n"
        "print(terminal_of({'TERM': 'vt52'}, colours='auto', in_ascii=None, written='').colours)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert told.stdout.strip() in (b"none", b"16")  # the second where nothing is known of it


@pytest.mark.parametrize("asked", ["none", "16", "256", "truecolor"])
def test_colours_as_asked_for(asked: str) -> None:
    found = terminal_of({"TERM": "vt100"}, colours=asked, in_ascii=None, written="utf-8")
    assert found.colours == asked


@pytest.mark.parametrize(
    ("environment", "codec"),
    [
        ({}, "ascii"),
        ({"LANG": "C"}, "ascii"),
        ({"LANG": "POSIX"}, "ascii"),
        ({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "ascii"),
        ({"LANG": "C.UTF-8"}, "utf-8"),
        ({"LC_CTYPE": "UTF-8"}, "utf-8"),
        ({"LC_CTYPE": "fr_FR.utf8", "LANG": "C"}, "utf-8"),
        ({"LANG": "fr_FR.ISO-8859-15@euro"}, "iso8859-15"),
        ({"LANG": "ru_RU.KOI8-R"}, "koi8-r"),
        ({"LANG": "fr_FR"}, ""),
        ({"LANG": "fr_FR.what"}, ""),
        ({"LANG": "C", "PYTHONIOENCODING": "utf-8:replace"}, "utf-8"),
        ({"LANG": "fr_FR.UTF-8", "PYTHONIOENCODING": "latin-1"}, "iso8859-1"),
        ({"LANG": "C", "PYTHONUTF8": "1"}, "utf-8"),
    ],
)
def test_the_encoding_of_a_locale(environment: dict[str, str], codec: str) -> None:
    assert codec_of(environment) == codec


def test_a_locale_that_names_no_encoding_has_that_of_the_output() -> None:
    found = terminal_of({"LANG": "fr_FR"}, colours="auto", in_ascii=None, written="latin-1")
    assert (found.encoding, found.ascii) == ("iso8859-1", True)


@pytest.mark.parametrize(
    ("environment", "asked", "encoding", "drawn"),
    [
        ({**UTF8, "TERM": "xterm"}, None, "utf-8", False),
        ({**UTF8, "TERM": "xterm"}, True, "utf-8", True),
        ({**UTF8, "TERM": "linux"}, None, "utf-8", True),
        ({**UTF8, "TERM": "vt100"}, None, "utf-8", True),
        ({**UTF8, "TERM": "linux"}, False, "utf-8", False),
        ({"LANG": "C", "TERM": "xterm"}, None, "ascii", True),
        ({"LANG": "C", "TERM": "xterm"}, False, "utf-8", False),
        ({"LANG": "fr_FR.ISO-8859-1", "TERM": "xterm"}, None, "iso8859-1", True),
        ({"LANG": "fr_FR.ISO-8859-1", "TERM": "xterm"}, False, "iso8859-1", False),
    ],
)
def test_drawings_are_of_ascii_where_locale_or_terminal_want_it(
    environment: dict[str, str], asked: bool | None, encoding: str, drawn: bool
) -> None:
    found = terminal_of(environment, colours="auto", in_ascii=asked, written="utf-8")
    assert (found.encoding, found.ascii) == (encoding, drawn)


@pytest.mark.parametrize("name", ["linux", "linux-16color", "vt100", "vt102-nsgr", "vt220", "ansi"])
def test_old_terminals(name: str) -> None:
    assert is_plain_terminal(name)


@pytest.mark.parametrize("name", ["xterm", "screen.linux", "tmux-256color", "foot", "", "vte"])
def test_terminals_of_today(name: str) -> None:
    assert not is_plain_terminal(name)


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of a process")
@pytest.mark.parametrize(
    ("locale", "codec"),
    [
        ({}, "ascii"),
        ({"LANG": "C"}, "ascii"),
        ({"LC_CTYPE": "C"}, "ascii"),
        ({"LC_ALL": "C"}, "ascii"),
        ({"LC_CTYPE": "C.UTF-8"}, "utf-8"),
        ({"LANG": "C.UTF-8"}, "utf-8"),
    ],
)
def test_the_locale_is_that_of_the_user_not_what_python_made_of_it(
    locale: dict[str, str], codec: str
) -> None:
    program = (
        "import os\n"
        "from sahel_tui.render.terminals import codec_of, environment_before\n"
        "print(codec_of(environment_before(os.environ)))"
    )
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    told = subprocess.run(
        [sys.executable, "-c", program],
        env={**environment, **locale},
        capture_output=True,
        check=True,
    )
    assert told.stdout.decode().strip() == codec
