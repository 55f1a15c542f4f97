"""No byte of a brief is obeyed by the terminal, whatever is done with the real program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.hostile import hostile_brief
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.sequences import strangers
from tests.terminal.session import Session

if TYPE_CHECKING:
    from pathlib import Path

CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
COMMANDS = (
    "\x1b[2J \x1b[31337;7H \x1bPq#0~\x1b\\ \x9b2J \x9d0;title\x9c \x1bc \x1b]2;title\x07 \x1b(0 "
    "\x1b]52;c;cHduZWQ=\x07 \x1b]8;;https://example.invalid\x1b\\link\x1b]8;;\x1b\\ \x1b[?1000h "
    "\u202etfel\u202c \u2066isolate\u2069 \u200e\u200b\u200d\u2060\ufeff\u00ad\u034f\u3164 "
    "\U000e0041\U000e007f \ufe0f\ufe0f \u2028\u2029 \ue000 [bold]x[/] [/] [@click=app.quit]y[/] "
    "\x1b]0;unfinished"
)
PAYLOADS = {"controls": CONTROLS, "commands": COMMANDS}
SHOWN_AS = {"controls": ("␀", "␛", "␡", "<U+009B>"), "commands": ("␛[2J", "[@click=app.quit]")}
LABELS = ("point", "actor", "event", "title", "marking", "author", "publisher", "twice")

BROKEN = r"""
format = "sahel-brief/1"
"un\u001b]0;known\u0007" = 1
[brief]
id = "a\u001b[2Jb"
title = "\u009b2J"
published = "2023\u001b[31m"
language = "\u202e"
"\u001b]52;c;cHduZWQ=\u0007" = "x"
[[source]]
id = "main"
text = "\u0000\u007f"
sha256 = "\u009b\u001b"
[[point]]
text = "a"
kind = "\u001bPjudgment"
evidence = [{ source = "no\u001b[2Jne", exact = "\u001b]0;x" }]
[[point]]
id = "p\u0000"
text = ""
"\u200b\U000E0041" = [1]
"""

HOSTILE_NAME = b"na\x1b]0;me\x07 \x9b2J \xc2\x9b \xe2\x80\xae \xff\x7f\n[bold].toml"


@pytest.fixture
def broken(tmp_path: Path) -> bytes:
    """The path of a brief whose errors and whose name quote commands to a terminal."""
    path = os.fsencode(tmp_path) + b"/" + HOSTILE_NAME
    with open(path, "w", encoding="utf-8") as file:
        file.write(BROKEN)
    return path


@pytest.mark.parametrize("name", PAYLOADS)
def test_nothing_of_a_hostile_brief_is_obeyed(tmp_path: Path, name: str) -> None:
    path = hostile_brief(tmp_path, PAYLOADS[name])
    with Explorer(path) as explorer:
        explorer.open()
        _tour_everything(explorer, PAYLOADS[name])
        explorer.resize(140, 45)
        explorer.walk("A j R T j enter w q i q")
        explorer.resize(40, 12)
        explorer.walk("B A R T enter w q ? q a q z z")
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert strangers(bytes(explorer.raw)) == set()
    seen = "\n".join(explorer.seen)
    for words in (*LABELS, *SHOWN_AS[name]):
        assert words in seen, f"{words} was never shown, so its field was not tried"


def _tour_everything(explorer: Explorer, payload: str) -> None:
    explorer.walk("enter n w j enter < A j enter < R enter < l < T + ] 0 G enter <")
    explorer.walk("z z S G n w q i G q a pagedown G q o q ? G q")
    explorer.walk("/")
    explorer.paste(payload)
    explorer.walk("enter n N")
    explorer.walk("T &")
    explorer.paste(f"nowhere {payload}")
    explorer.walk("enter")
    explorer.escape("no event shown")
    explorer.walk("& e v enter / a g enter n N")
    explorer.walk(": a c")
    explorer.paste(payload)
    explorer.wait_for_text("No matches found")
    explorer.escape("No matches found")


def test_errors_that_quote_a_hostile_brief_are_not_obeyed(broken: bytes) -> None:
    with Explorer(os.fsdecode(broken)) as explorer:
        explorer.open()
        explorer.walk("j G ? q o q r G")
        explorer.resize(40, 12)
        explorer.walk("g j j")
        explorer.press("q")
        assert explorer.wait_for_exit() in (0, 2)
        assert strangers(bytes(explorer.raw)) == set()
    assert "can't be read" in "\n".join(explorer.seen)


def test_a_hostile_name_of_a_good_brief_is_not_obeyed(tmp_path: Path) -> None:
    hostile_brief(tmp_path, CONTROLS)
    path = os.fsencode(tmp_path) + b"/" + HOSTILE_NAME
    os.rename(tmp_path / "hostile.toml", path)
    with Explorer(os.fsdecode(path)) as explorer:
        explorer.open()
        explorer.walk("i q o q ? q q")
        assert explorer.wait_for_exit() == 0
        assert strangers(bytes(explorer.raw)) == set()


@pytest.mark.parametrize("command", ["check", "show", "points", "actors", "relations", "timeline"])
def test_what_a_command_prints_on_a_terminal_is_not_obeyed(tmp_path: Path, command: str) -> None:
    raw = _printed(command, hostile_brief(tmp_path, f"{CONTROLS} {COMMANDS}"), codes={0, 1})
    assert len(raw) > 300


def test_what_a_command_says_of_a_broken_brief_is_not_obeyed(broken: bytes) -> None:
    assert "un␛]0;known␇" in _printed("check", os.fsdecode(broken), codes={2})
    for command in ("check", "timeline"):
        said = _printed(command, "none such \x1b]0;x\x07\x9b2J\u202e.toml", codes={2})
        assert "none such ␛]0;x␇<U+009B>2J<U+202E>.toml" in said


def _printed(command: str, path: object, codes: set[int]) -> str:
    """What a command prints on a terminal: nothing but text, and no traceback."""
    with Session(sahel_tui(command, path), columns=200) as session:
        assert session.wait_for_exit() in codes
        raw = bytes(session.raw)
    assert strangers(raw) == set()
    assert b"Traceback" not in raw
    return raw.decode()


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--\x1b]0;x\x07\x9b"]])
def test_help_and_refusals_are_plain(arguments: list[str]) -> None:
    with Session(sahel_tui(*arguments)) as session:
        session.wait_for_exit()
        assert strangers(bytes(session.raw)) == set()
        assert b"sahel-tui" in session.raw


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (b"ok\r\n\x1b[1m\x1b[3J\x07", {r"'\x1b'", r"'\x07'"}),
        (b"\x1b]0;x\x07\x0e\x7f", {r"'\x1b'", r"'\x07'", r"'\x0e'", r"'\x7f'"}),
        (b"\r", {r"'\r'"}),
        (b"\xc2\x9b\xc2\xad\xef\xbb\xbf", {r"'\x9b'", r"'\xad'", r"'\ufeff'"}),
        (b"\xe2\x80\xae\xf3\xa0\x81\x81", {r"'\u202e'", r"'\U000e0041'"}),
        (b"a\x9b2J", {r"not UTF-8: b'\x9b2J'"}),
        ("plain, é, 防, \u200a\u00a0 ␛\r\n\x1b[0;31m\x1b[1;2H".encode(), set()),
    ],
)
def test_the_strict_reader_finds_what_a_careless_program_writes(
    written: bytes, found: set[str]
) -> None:
    assert strangers(written) == found
