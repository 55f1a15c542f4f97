"""Fuzzed texts, in briefs, messages, arguments and names: no byte of them is obeyed."""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from tests.hostile import fuzzed_brief
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.fuzz import MARK, SURROGATES, Fuzz
from tests.terminal.fuzz_run import first_leak, what_leaks
from tests.terminal.printed import output
from tests.terminal.sequences import is_stranger
from tests.terminal.session import Session

if TYPE_CHECKING:
    from pathlib import Path


async def test_nothing_of_fuzzed_texts_leaks(tmp_path: Path) -> None:
    assert await first_leak(tmp_path, seed=7, texts=150) == ""


def test_nothing_of_a_fuzzed_brief_leaks_in_the_real_program(tmp_path: Path) -> None:
    fuzz = Fuzz(8)
    path = fuzzed_brief(tmp_path, fuzz.text(), iter(fuzz.text, ""))
    with Explorer(path, columns=160, rows=60) as explorer:
        explorer.open()
        explorer.walk("A enter w q R l T S w q i q a q o q ? q")
        explorer.resize(60, 16)
        explorer.walk("B A R T S w q i q a q")
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert what_leaks(bytes(explorer.raw)) == set()


def broken_brief(fuzz: Fuzz) -> bytes:
    """No brief at all: keys, values and bytes of which a file's errors are made."""
    text = fuzz.text
    lines = [
        'format = "sahel-brief/1"',
        "[brief]",
        f"{_quoted(text())} = {_quoted(text())}",
        f"id = {_quoted(text())}",
        f"published = {_quoted(text())}",
        f"language = {_quoted(text())}",
        f"[[{_quoted(text())}]]",
        f"[[point]]\nkind = {_quoted(text())}\nevidence = [{{ source = {_quoted(text())} }}]",
        f"[[source]]\nfile = {_quoted(text())}\nsha256 = {_quoted(text())}",
        f"[[relation]]\nsource = {_quoted(text())}\ntype = {_quoted(text())}",
    ]
    return "\n".join(lines).encode()


def _quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(char):08X}" for char in text) + '"'


def test_what_is_wrong_with_fuzzed_files_is_said_plainly(tmp_path: Path) -> None:
    fuzz = Fuzz(9)
    for number in range(60):
        path = os.fsencode(tmp_path) + b"/" + fuzz.name()
        with open(path, "wb") as file:
            raw = fuzz.text().encode() + b"\xff\x9b" + fuzz.text().encode()
            file.write(raw if number % 3 == 0 else broken_brief(fuzz))
        for options in ([], ["--json"]):
            code, out, err = output("check", os.fsdecode(path), *options)
            assert code == 2
            assert what_leaks((out + err).encode()) == set()
            assert out.isascii() or not options
        os.unlink(path)


def test_a_broken_brief_of_a_fuzzed_name_is_shown_plainly(tmp_path: Path) -> None:
    fuzz = Fuzz(10)
    path = os.fsencode(tmp_path) + b"/" + fuzz.name()
    with open(path, "wb") as file:
        file.write(broken_brief(fuzz))
    with Explorer(os.fsdecode(path)) as explorer:
        explorer.open()
        explorer.walk("j G ? q o q r G")
        explorer.press("q")
        assert explorer.wait_for_exit() in (0, 2)
        assert what_leaks(bytes(explorer.raw)) == set()


def test_arguments_are_quoted_plainly_on_a_real_terminal() -> None:
    fuzz = Fuzz(11)
    for head in ("", "--", "-", "check\0", "--theme=", "--config=", "doctor\0--", "config\0--"):
        words = f"{head}x{fuzz.text().replace(chr(0), '')}".split("\0")
        with Session(sahel_tui(*words)) as session:
            assert session.wait_for_exit() == 2
            assert what_leaks(bytes(session.raw)) == set()
            assert b"Traceback" not in session.raw


def test_a_hostile_name_of_the_program_itself_is_not_obeyed(tmp_path: Path) -> None:
    """`--help` and errors name the program, whatever it was started as."""
    program = tmp_path / f"sahel\x1b]0;{MARK}\x07\x9b2J"
    program.write_text(f"#!{sahel_tui()[0]}\nfrom sahel_tui.__main__ import main\nmain()\n")
    program.chmod(0o700)
    for option in ("--help", "--nonsense"):
        with Session([str(program), option], environment={"PYTHONPATH": os.getcwd()}) as session:
            session.wait_for_exit()
            assert b"sahel-tui" in session.raw
            assert what_leaks(bytes(session.raw)) == set()


@pytest.mark.parametrize("seed", range(3))
def test_the_texts_hold_what_they_are_for(seed: int) -> None:
    fuzz = Fuzz(seed)
    texts = "".join(islice(iter(fuzz.text, ""), 3000))
    assert {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} <= set(texts)
    assert not set(texts) & set(SURROGATES)
    for part in ("\x1b[", "\x9b", "\xc2\x9b", "\x1b]8;;", "\x9d52;c;", "\x1bP", "\x1b_", "[@click"):
        assert part in texts
    assert any(map(is_stranger, fuzz.text(surrogates=True)))


def test_a_leak_is_seen() -> None:
    assert what_leaks(b"plain \x1b[0;1m\x1b[2;3H text\n") == set()
    for leak in (f"\x1b[{MARK}m", f"\x1b[1;{MARK}H", "\x9b", "\x1b]0;", f"\x1b]52;c;{MARK}\x07"):
        assert what_leaks(leak.encode())
