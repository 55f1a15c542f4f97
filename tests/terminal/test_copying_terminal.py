"""What the real program sends when something is copied, in a terminal and in tmux."""

from __future__ import annotations

import base64
import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.hostile import hostile_brief
from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.sequences import strangers
from tests.terminal.session import Session
from tests.terminal.test_hostile_terminal import COMMANDS, CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COPY = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")

OFFERED = re.compile(rb"\x1b\]52;c?;([A-Za-z0-9+/=]*)\x07")
"""As tmux writes it."""


def copied(raw: bytes) -> list[str]:
    """The texts that were sent to the clipboard."""
    return [base64.b64decode(code, validate=True).decode() for code in COPY.findall(raw)]


def test_a_quote_arrives_as_the_source_has_it() -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        explorer.walk("enter y")
        explorer.wait_for_text("sent to the terminal's clipboard (may be refused there)")
        (text,) = copied(bytes(explorer.raw))
        source = SHIPPED.with_suffix(".txt").read_text("utf-8")
        assert f'"{source[598:784]}"' in text
        assert text.split("\n")[0] == text.split("\n")[-1] == "Marking: TLP:CLEAR"
        assert f"{len(text):,} characters sent" in explorer.text
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert strangers(COPY.sub(b"", bytes(explorer.raw))) == set()


def test_what_was_copied_is_sent_though_one_quits_at_once(tmp_path: Path) -> None:
    slow, out = tmp_path / "tmux", tmp_path / "out"
    slow.write_text(f"#!/bin/sh\nsleep 0.3\ncat > {out}\n")
    slow.chmod(0o755)
    place = {"TMUX": "there,1,0", "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    with Explorer(SHIPPED, environment=place) as explorer:
        explorer.open()
        explorer.press("y", "q")
        assert explorer.wait_for_exit() == 0
    assert out.read_text().startswith("Marking: ")


@pytest.mark.parametrize("payload", [CONTROLS, COMMANDS], ids=["controls", "commands"])
def test_what_is_copied_of_a_hostile_brief_presses_no_key(tmp_path: Path, payload: str) -> None:
    with Explorer(hostile_brief(tmp_path, payload)) as explorer:
        explorer.open()
        explorer.walk("y A y R y T y B enter y n y n y Y j enter S G y Y q")
        raw = bytes(explorer.raw)
        assert strangers(COPY.sub(b"", raw)) == set()
    texts = copied(raw)
    assert len(texts) >= 8
    for text in texts:
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
        assert "marking" in text.split("\n")[0]


@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_a_console_is_sent_nothing(term: str) -> None:
    command = ["env", f"TERM={term}", *sahel_tui(SHIPPED)]
    with Explorer(command=command) as explorer:
        explorer.open()
        explorer.walk("y")
        explorer.wait_for_text("this terminal has no clipboard: nothing was sent")
        assert not copied(bytes(explorer.raw))


def test_a_copy_is_written_to_a_file_as_well(tmp_path: Path) -> None:
    file = tmp_path / "copies"
    with Explorer("--copy-file", file, SHIPPED) as explorer:
        explorer.open()
        explorer.walk("y")
        explorer.wait_for_text("appended to copies; ")
        (text,) = copied(bytes(explorer.raw))
    assert file.read_text("utf-8") == f"--- copied: {len(text)} characters ---\n{text}\n"


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """The command of a tmux of one's own, ended in the end."""
    command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


@pytest.mark.system("tmux")
def test_in_tmux_the_copy_is_in_its_buffer_and_offered_to_the_terminal(tmux: list[str]) -> None:
    with Session([*tmux, "new-session", *sahel_tui(SHIPPED)]) as session:
        session.wait_for_text("? help")
        session.wait_until_idle()
        session.press("y")
        session.wait_for_text("in tmux's buffer, and offered to the terminal")
        held = subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True)
        text = held.stdout.decode()
        assert text.startswith("Marking: TLP:CLEAR\n\nPoint j1.1: ")
        session.wait_for(lambda: OFFERED.search(session.raw) is not None)
        offered = OFFERED.search(session.raw)
        assert offered
        assert base64.b64decode(offered[1]).decode() == text
        session.press("q")
        session.wait_for_exit()


@pytest.mark.system("screen")
def test_screen_passes_the_copy_on(tmp_path: Path) -> None:
    command = ["screen", "-c", "/dev/null", *sahel_tui(SHIPPED)]
    (tmp_path / "screen").mkdir(mode=0o700)
    place = {"SCREENDIR": str(tmp_path / "screen")}
    with Session(command, environment=place) as session:
        session.wait_for_text("? help")
        session.wait_until_idle()
        session.press("y")
        session.wait_for_text("characters sent to the terminal's clipboard")
        session.wait_for(lambda: bool(copied(bytes(session.raw))))
        (text,) = copied(bytes(session.raw))
        assert text.startswith("Marking: TLP:CLEAR\n\nPoint j1.1: ")
        session.press("q")
        session.wait_for_exit()
