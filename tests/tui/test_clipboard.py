"""Where a copy goes, and what is said of it."""

from __future__ import annotations

import base64
import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.config import Settings
from sahel_tui.render.clipboards import Route, route
from sahel_tui.tui.clipboard import LONGEST, Clipboard, Copy, sequence
from sahel_tui.tui.guard import fenced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

XTERM = {"TERM": "xterm-256color"}


async def sent(
    copy: Copy,
    environment: Mapping[str, str] = XTERM,
    *,
    ceiling: str = "",
    file: Path | None = None,
) -> tuple[str, str]:
    """What is said of a copy, and what was written to the terminal."""
    written: list[str] = []
    term = environment.get("TERM", "")
    settings = Settings(Path(), None, term, ceiling=ceiling, copy_file=file)
    said = await Clipboard(settings, environment, written.append).send(copy)
    return said, "".join(written)


def decoded(written: str) -> str:
    """The text in a sequence of OSC 52, taken out of screen's strings."""
    match = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", re.sub(r"\x1bP|\x1b\\", "", written))
    assert match
    return base64.b64decode(match[1], validate=True).decode()


@pytest.mark.parametrize(
    ("environment", "way"),
    [
        ({"TERM": "xterm-256color"}, "terminal"),
        ({"TERM": "screen-256color"}, "terminal"),  # over ssh, from within tmux or screen
        ({"TERM": "tmux-256color", "TMUX": "/tmp/t,1,0"}, "tmux"),
        ({"TERM": "screen", "TMUX": "/tmp/t,1,0", "STY": "1.pts"}, "tmux"),
        ({"TERM": "screen.xterm-256color", "STY": "1.pts"}, "screen"),
        ({"TERM": "xterm-256color", "STY": "1.pts"}, "terminal"),  # an xterm begun in screen
        ({"TERM": "linux"}, "none"),
        ({"TERM": "linux-16color"}, "none"),
        ({"TERM": "vt100"}, "none"),
        ({"TERM": "vt220-8bit"}, "none"),
        ({"TERM": "vte-256color"}, "terminal"),
        ({}, "none"),
        ({"TERM": "foot", "TMUX": ""}, "terminal"),
    ],
)
def test_the_way_to_the_clipboard(environment: dict[str, str], way: Route) -> None:
    assert route(environment) == way


@given(st.text(max_size=2000), st.sampled_from(["terminal", "screen"]))
def test_what_is_sent_is_the_text_and_passes_the_guard(text: str, way: Route) -> None:
    written = sequence(text, way)
    assert decoded(written) == text.encode(errors="replace").decode()
    assert fenced(written) == written
    assert all(len(piece) <= 256 for piece in written.split("\x1b\\")) or way == "terminal"


async def test_it_says_what_was_sent_and_not_that_it_arrived() -> None:
    said, written = await sent(Copy("é" * 412, None))
    assert decoded(written) == "é" * 412
    assert said == "412 characters sent to the terminal's clipboard (may be refused there)"


async def test_what_is_too_long_is_not_sent_at_all() -> None:
    most = LONGEST // 4 * 3
    said, written = await sent(Copy("x" * most, None))
    assert decoded(written) == "x" * most
    said, written = await sent(Copy("x" * (most + 1), None))
    assert written == ""
    assert (
        said == "over the 74 kB that terminals take: nothing was sent; --copy-file FILE writes it"
    )


async def test_a_terminal_without_a_clipboard_is_sent_nothing(tmp_path: Path) -> None:
    said, written = await sent(Copy("x", None), {"TERM": "linux"})
    assert written == ""
    assert said == "this terminal has no clipboard: nothing was sent; --copy-file FILE writes it"
    said, _ = await sent(Copy("x", None), {"TERM": "linux"}, file=tmp_path / "copies")
    assert said == "appended to copies; this terminal has no clipboard: nothing was sent"


# The ceiling --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marking", "ceiling"),
    [
        ("TLP:AMBER", "TLP:GREEN"),
        ("SECRET//NOFORN", "SECRET"),
        ("Board only", "TLP:RED"),
        ("TLP:GREEN", "SECRET"),
        ("TLP:CLEAR", "Board only"),
        ("TLP:CLEAR | Board only", "TLP:RED"),
    ],
)
async def test_nothing_above_the_ceiling_is_sent_or_written(
    tmp_path: Path, marking: str, ceiling: str
) -> None:
    file = tmp_path / "copies"
    said, written = await sent(Copy("x", marking), ceiling=ceiling, file=file)
    assert said == f"not copied: {marking} is above the ceiling {ceiling}"
    assert written == ""
    assert not file.exists()


@pytest.mark.parametrize(
    ("marking", "ceiling"),
    [("TLP:AMBER", "amber"), ("TLP:CLEAR", "TLP:RED"), (None, "TLP:CLEAR"), ("Board only", "")],
)
async def test_what_is_not_above_the_ceiling_is_sent(marking: str | None, ceiling: str) -> None:
    _, written = await sent(Copy("x", marking), ceiling=ceiling)
    assert decoded(written) == "x"


async def test_the_library_says_what_is_above_the_ceiling() -> None:
    order = ("low", "high")
    assert (await sent(Copy("x", "high", order), ceiling="low"))[1] == ""
    assert (await sent(Copy("x", "low", order), ceiling="high"))[1]


# The file -----------------------------------------------------------------------------------------


async def test_copies_are_appended_to_a_file_of_the_owner(tmp_path: Path) -> None:
    file = tmp_path / "copies"
    for text in ("one\n--- copied: 9 characters ---", "két\udc80"):
        said, written = await sent(Copy(text, None), file=file)
        assert said.startswith("appended to copies; ")
        assert written
    assert file.read_text("utf-8") == (
        "--- copied: 32 characters ---\none\n--- copied: 9 characters ---\n"
        "--- copied: 4 characters ---\nkét?\n"
    )
    assert file.stat().st_mode & 0o777 == 0o600


async def test_what_is_too_long_for_a_terminal_is_in_the_file(tmp_path: Path) -> None:
    said, written = await sent(Copy("x" * 200_000, None), file=tmp_path / "copies")
    assert written == ""
    assert said == "appended to copies; over the 74 kB that terminals take: nothing was sent"
    assert (tmp_path / "copies").stat().st_size > 200_000


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("missing/copies", "No such file or directory"),
        (".", "Is a directory"),
        ("full", "No space left on device"),
        ("pipe", "No such device or address"),
        ("a\0b", "embedded null byte"),
    ],
)
async def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, path: str, why: str) -> None:
    (tmp_path / "full").symlink_to("/dev/full")
    os.mkfifo(tmp_path / "pipe")
    said, written = await sent(Copy("x", None), file=tmp_path / path)
    assert f"NOT in {Path(tmp_path, path).name}: {why}; " in said
    assert decoded(written) == "x"
    assert not (tmp_path / "missing").exists()


async def test_a_terminal_is_no_file(tmp_path: Path) -> None:
    master, slave = os.openpty()
    (tmp_path / "copies").symlink_to(os.ttyname(slave))
    said, _ = await sent(Copy("x", None), file=tmp_path / "copies")
    assert said.startswith("NOT in copies: it is a terminal; ")
    os.set_blocking(master, False)
    with pytest.raises(BlockingIOError):
        os.read(master, 1)
    os.close(slave)
    os.close(master)


# tmux ---------------------------------------------------------------------------------------------


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The command of a tmux server of one's own, which this process is within."""
    monkeypatch.delenv("TMUX", raising=False)
    socket = tmp_path / "tmux"
    command = ["tmux", "-S", str(socket), "-f", "/dev/null"]
    subprocess.run([*command, "new-session", "-d", "cat"], check=True)
    monkeypatch.setenv("TMUX", f"{socket},0,0")
    yield command
    subprocess.run([*command, "kill-server"], check=True)


@pytest.mark.system("tmux")
async def test_tmux_has_the_text_in_its_buffer(tmux: list[str]) -> None:
    text = "quote “é”\n\t; rm -rf ~ $(x) #{pane_id}\n" + "long " * 30_000
    said, written = await sent(Copy(text, None), os.environ)
    assert said == f"{len(text):,} characters in tmux's buffer, and offered to the terminal"
    assert written == ""
    held = subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True)
    assert held.stdout.decode() == text


@pytest.mark.system("tmux")
async def test_a_tmux_that_fails_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", f"{tmp_path}/gone,0,0")
    said, written = await sent(Copy("x", None), os.environ)
    assert re.match(
        r"tmux did not take it: (no server|error connecting).*gone.*; --copy-file", said
    )
    assert written == ""


async def test_tmux_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    said, _ = await sent(Copy("x", None), {**XTERM, "TMUX": "/tmp/t,0,0"})
    assert said.startswith("tmux did not take it: there is no program of that name; ")
