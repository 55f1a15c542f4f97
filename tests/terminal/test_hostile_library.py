"""No byte of a library's briefs is obeyed by the terminal on the screens across briefs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.hostile import hostile_brief
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.sequences import strangers
from tests.terminal.session import Session
from tests.terminal.test_hostile_terminal import HOSTILE_NAME, PAYLOADS, SHOWN_AS

if TYPE_CHECKING:
    from pathlib import Path

OF_THE_OTHER = (
    ('"2023-07-2X"', '"2023-08-02"'),
    ('"allied-with"', '"fights"'),
    ('title = "event ', 'title = "event again '),
)
"""What a second brief of the same id tells otherwise."""
COMMANDS = (
    ("search", "point", "--library"),
    ("search", "--json", "kind:event", "--library"),
    ("briefs",),
    ("briefs", "--json"),
    ("contradictions", "--library"),
    ("dossier", "a-one", "--library"),
    ("actors", "--suggest"),
    ("timeline",),
)


def hostile_library(folder: Path, payload: str) -> Path:
    """Two briefs of one id that contradict each other, one of a name that is hostile itself."""
    hostile_brief(folder / "a", payload)
    other = hostile_brief(folder / "b", payload)
    text = other.read_text("utf-8")
    for old, new in OF_THE_OTHER:
        assert old in text
        text = text.replace(old, new)
    other.unlink()
    name = os.fsencode(folder / "b") + b"/" + HOSTILE_NAME.replace(b"\xff", b"")
    with open(name, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return folder


@pytest.mark.parametrize("indexed", [False, True], ids=["read", "indexed"])
@pytest.mark.parametrize("name", PAYLOADS)
def test_nothing_of_a_hostile_library_is_obeyed(tmp_path: Path, name: str, indexed: bool) -> None:
    library = hostile_library(tmp_path / "library", PAYLOADS[name])
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    if indexed:
        with Session(sahel_tui("index", library), environment=environment) as session:
            assert session.wait_for_exit() == 1  # a name that is not UTF-8 is passed over
            assert strangers(bytes(session.raw)) <= {r"'\r'"}  # of the line that tells progress
    with Explorer(library, columns=140, rows=45, environment=environment) as explorer:
        explorer.open()
        _tour_across(explorer, PAYLOADS[name])
        explorer.resize(40, 12)
        _tour_across(explorer, PAYLOADS[name])
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert strangers(bytes(explorer.raw)) == set()
        assert explorer.is_restored()
        assert explorer.outlived_by() == []
    seen = "\n".join(explorer.seen)
    for words in SHOWN_AS[name]:
        assert words in seen


def _tour_across(explorer: Explorer, payload: str) -> None:
    explorer.walk("o j S S &")
    explorer.paste(payload)
    explorer.walk("enter & ctrl+u enter j G g ? q q")
    explorer.walk("A j d")
    explorer.wait_for_text("Dossier")
    explorer.walk("l G g j h l j ? q q c l h j tab j q")
    explorer.walk("L A j R j T j ] + &")
    explorer.paste(payload)
    explorer.walk("enter & ctrl+u enter B j L B s")
    explorer.paste(payload)
    explorer.walk("ctrl+u p o i n t enter j j v j w")
    explorer.paste(payload)
    explorer.walk("enter W j")
    explorer.walk("q q")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("name", PAYLOADS)
def test_what_a_command_prints_of_a_library_is_not_obeyed(
    tmp_path: Path, name: str, command: tuple[str, ...]
) -> None:
    library = hostile_library(tmp_path, PAYLOADS[name])
    environment = {"XDG_CACHE_HOME": str(tmp_path / ".cache")}
    with Session(sahel_tui(*command, library), columns=200, environment=environment) as session:
        assert session.wait_for_exit() in (0, 1)
        raw = bytes(session.raw)
    assert strangers(raw) == set()
    assert b"Traceback" not in raw
