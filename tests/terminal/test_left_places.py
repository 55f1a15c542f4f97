"""Where one was is come back to in the next run, whatever ended the one before."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.shipped import TREATY
from tests.terminal.explorer import Explorer
from tests.terminal.test_ends import FAULTS, patched, state

if TYPE_CHECKING:
    from pathlib import Path

POINT = "▶j1.2"


def kept_in(folder: Path) -> dict[str, str]:
    """The environment of a program that keeps its state there."""
    return {"XDG_STATE_HOME": str(folder)}


def leave(explorer: Explorer, how: str) -> None:
    """Go to the second point, and end the program."""
    explorer.open()
    explorer.press("j")
    explorer.wait_for_text(POINT)
    explorer.wait_until_idle()
    if how == "q":
        explorer.press("q")
    elif how == "hang-up":
        explorer.hang_up()
        explorer.process.wait(10)
        return
    else:
        os.kill(explorer.process.pid, signal.Signals[how])
    explorer.wait_for_exit()
    assert explorer.is_restored()


@pytest.mark.parametrize("how", ["q", "SIGTERM", "SIGHUP", "SIGINT", "hang-up"])
def test_the_next_run_begins_where_one_ended(how: str, tmp_path: Path) -> None:
    with Explorer(TREATY, environment=kept_in(tmp_path)) as explorer:
        leave(explorer, how)
    with Explorer(TREATY, environment=kept_in(tmp_path)) as explorer:
        explorer.open()
        assert POINT in explorer.text
        assert not any("▶j1.1" in text for _, text in explorer.replay())


def test_what_is_stopped_is_written_before(tmp_path: Path) -> None:
    with Explorer(TREATY, environment=kept_in(tmp_path)) as explorer:
        explorer.open()
        explorer.press("j")
        explorer.wait_for_text(POINT)
        assert list(tmp_path.iterdir()) == []  # never while keys are handled
        explorer.press("ctrl+z")
        explorer.wait_for(lambda: state(explorer.process.pid) == "T")
        os.kill(explorer.process.pid, signal.SIGKILL)
        explorer.wait_for_exit()
    with Explorer(TREATY, environment=kept_in(tmp_path)) as explorer:
        explorer.open()
        assert POINT in explorer.text


def test_fresh_begins_at_the_top(tmp_path: Path) -> None:
    with Explorer(TREATY, environment=kept_in(tmp_path)) as explorer:
        leave(explorer, "q")
    with Explorer("--fresh", TREATY, environment=kept_in(tmp_path)) as explorer:
        explorer.open()
        assert "▶j1.1" in explorer.text


def test_a_home_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Explorer(TREATY, columns=120, environment=kept_in(tmp_path / "file")) as explorer:
        explorer.wait_for_text("Nothing is remembered: ")
        leave(explorer, "q")
        assert explorer.process.returncode == 0
        assert b"remembered" not in bytes(explorer.raw).split(b"\x1b[?1049l")[-1]


def test_without_a_home_all_works(tmp_path: Path) -> None:
    environment = {"XDG_STATE_HOME": "", "HOME": str(tmp_path / "nowhere")}
    with Explorer(TREATY, environment=environment) as explorer:
        explorer.wait_for_text("Nothing is remembered: there is no home folder")
        leave(explorer, "q")
        assert explorer.process.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_in_the_end_is_told_then(tmp_path: Path) -> None:
    (tmp_path / "sahel_tui").mkdir()
    (tmp_path / "sahel_tui" / "places").write_text("")
    with Explorer(TREATY, environment=kept_in(tmp_path)) as explorer:
        leave(explorer, "q")
        assert explorer.process.returncode == 0
        said = bytes(explorer.raw).split(b"\x1b[?1049l")[-1]
        assert b"sahel-tui: Nothing is remembered: " in said


def test_a_damaged_file_is_said_and_set_aside(tmp_path: Path) -> None:
    with Explorer(TREATY, environment=kept_in(tmp_path)) as explorer:
        leave(explorer, "q")
    (file,) = tmp_path.glob("sahel_tui/places/*.json")
    file.write_bytes(b"\x1b[2Jnonsense")
    with Explorer(TREATY, columns=140, environment=kept_in(tmp_path)) as explorer:
        explorer.wait_for_text("was damaged: it is now")
        assert "▶j1.1" in explorer.text
        leave(explorer, "q")
    assert file.with_name(f"{file.name}.damaged-1").read_bytes() == b"\x1b[2Jnonsense"
    with Explorer(TREATY, environment=kept_in(tmp_path)) as explorer:
        explorer.open()
        assert POINT in explorer.text


def test_a_place_that_brings_a_fault_about_is_not_kept(tmp_path: Path) -> None:
    command = patched(FAULTS["at a key"], TREATY)
    with Explorer(command=command, environment=kept_in(tmp_path)) as explorer:
        explorer.open()
        explorer.press("w")
        assert explorer.wait_for_exit() == 3
    assert list(tmp_path.iterdir()) == []
