"""However the program ends, the terminal is as it was, and nothing of the program lives on."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.sequences import changed_modes, strangers
from tests.terminal.session import Session

if TYPE_CHECKING:
    from tests.conftest import WriteBrief

START = "\nimport sys\nfrom sahel_tui.__main__ import main\nsys.exit(main())\n"
SECRET = "The treaty serves the survival"
BLOCKED = "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})"
ENDLESS = (
    "import signal\nfrom sahel_tui.tui import ahead\nahead.open_first = lambda *_: signal.pause()"
)


def patched(program: str, path: Path = SHIPPED) -> list[str]:
    """The command line of a program that differs in something."""
    return [sys.executable, "-c", program + START, str(path)]


def state(process: int) -> str:
    """What a process does: `T` where it is stopped (Linux)."""
    stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    return stat.rpartition(")")[2].split()[0]


@pytest.fixture
def explorer() -> Explorer:
    """The explorer on the shipped brief, not yet waited for."""
    return Explorer(SHIPPED)


def test_ctrl_c_quits_when_it_comes_twice(explorer: Explorer) -> None:
    with explorer:
        explorer.open()
        explorer.press("ctrl+c")
        explorer.wait_for_text("Ctrl-c again quits")
        explorer.press("ctrl+c")
        assert explorer.wait_for_exit() == 130
        assert explorer.is_restored()
        assert explorer.outlived_by() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_the_program_in_order(explorer: Explorer, number: signal.Signals) -> None:
    with explorer:
        explorer.open()
        ends_in_order(explorer, number)


def ends_in_order(explorer: Explorer, number: signal.Signals) -> None:
    """A signal ends the program and leaves the terminal whole, and nothing behind."""
    os.kill(explorer.process.pid, number)
    assert explorer.wait_for_exit() == 128 + number
    assert explorer.is_restored()
    assert explorer.outlived_by() == []
    assert b"Traceback" not in explorer.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_at_any_moment_of_the_start_leaves_the_terminal_whole(
    number: signal.Signals,
) -> None:
    for size in (1, 1000):
        with Explorer(SHIPPED) as explorer:
            explorer.wait_for(lambda size=size: len(explorer.raw) >= size)  # type: ignore[misc]
            ends_in_order(explorer, number)


@pytest.mark.parametrize("how", ["q", "SIGTERM", "SIGHUP"])
def test_a_reading_that_takes_for_ever_can_be_left(how: str) -> None:
    with Explorer(command=patched(ENDLESS)) as explorer:
        explorer.wait_for_text("reading the brief")
        if how == "q":
            explorer.press("q")
        else:
            os.kill(explorer.process.pid, signal.Signals[how])
        assert explorer.wait_for_exit(5) == (0 if how == "q" else 128 + signal.Signals[how])
        assert explorer.is_restored()
        assert explorer.outlived_by() == []


@pytest.mark.parametrize("program", ["", BLOCKED, ENDLESS, f"{BLOCKED}\n{ENDLESS}"])
def test_nothing_lives_on_when_the_terminal_is_gone(program: str) -> None:
    with Explorer(command=patched(program)) as explorer:
        explorer.wait_for_text("reading the brief" if ENDLESS in program else "? help")
        explorer.hang_up()
        assert explorer.process.wait(10) != 0
        assert explorer.outlived_by() == []


def test_a_brief_that_is_deleted_stays_on_the_screen(
    write_brief: WriteBrief, smallest: str
) -> None:
    path = write_brief(smallest)
    with Explorer(path) as explorer:
        explorer.open()
        path.unlink()
        explorer.walk("5 1")
        assert "The pact protects the governments." in explorer.text
        explorer.press("r")
        explorer.wait_for_text("gone from disk")
        assert "The pact protects the governments." in explorer.text
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert explorer.is_restored()


FAULTS = {
    "while drawing": """
from sahel_tui.tui.widgets.point_list import PointList
def fail(self, row, **_): raise ValueError(row.text)
PointList.draw_row = fail""",
    "in a handler": """
from sahel_tui.tui.screens.explorer import ExplorerScreen
def fail(self): raise ValueError(self.view.points[0].text)
ExplorerScreen.on_mount = fail""",
    "at a key": """
from sahel_tui.tui.screens.explorer import ExplorerScreen
def fail(self): raise ValueError(self.view.points[0].text)
ExplorerScreen.action_show_resting = fail""",
    "in a thread": """
from sahel_tui.tui import opening
def fail(path, *_): raise ValueError(path.read_text())
opening.open_again = fail""",
    "in the reading": """
from sahel_tui import reading
def fail(path): raise ValueError(path.read_text())
reading.read_brief = fail""",
    "out of memory": """
from sahel_tui.tui.widgets.point_list import PointList
def fail(self, row, **_): raise MemoryError(row.text)
PointList.draw_row = fail""",
    "in the terminal's own thread": """
from textual.drivers.linux_driver import LinuxDriver
def fail(self, message): raise ValueError("The treaty serves the survival")
LinuxDriver.process_message = fail""",
}


@pytest.mark.parametrize("where", FAULTS)
def test_a_fault_is_told_in_a_line_without_the_brief(where: str) -> None:
    with Explorer(command=patched(FAULTS[where])) as explorer:
        if where in {"at a key", "in a thread"}:
            explorer.wait_for_text("? help")
            explorer.press("w" if where == "at a key" else "r")
        assert explorer.wait_for_exit() in (2, 3)
        assert explorer.is_restored()
        raw = bytes(explorer.raw)
        said = raw.split(b"\x1b[?1049l")[-1].decode()
        assert "sahel-tui: " in said
        assert "fault" in said
        assert len(said) < 400
        assert SECRET not in said
        assert "Traceback" not in raw.decode()
        assert strangers(raw) == set()
        assert explorer.outlived_by() == []


@pytest.mark.parametrize("how", ["ctrl+z", "SIGTSTP", "SIGSTOP"])
def test_a_stopped_program_goes_on_and_restores_the_terminal(explorer: Explorer, how: str) -> None:
    with explorer:
        explorer.open()
        process = explorer.process.pid
        if how == "ctrl+z":
            explorer.press(how)
        else:
            os.kill(process, signal.Signals[how])
        explorer.wait_for(lambda: state(process) == "T")
        if how != "SIGSTOP":  # which no program can prepare for
            explorer.wait_until_idle()
            assert explorer.is_restored()
        drawn = len(explorer.raw)
        os.kill(process, signal.SIGCONT)
        explorer.press("A")
        explorer.wait_for_text("▶")
        explorer.wait_for_text("of 17 actors")
        if how != "SIGSTOP":
            assert b"\x1b[?1049h" in explorer.raw[drawn:]
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert explorer.is_restored()
        assert explorer.outlived_by() == []


@pytest.mark.system("bash")
def test_a_shell_suspends_it_and_brings_it_back() -> None:
    command = " ".join(sahel_tui(SHIPPED))
    with Session(["bash", "--norc", "--noprofile"], environment={"PS1": "ready> "}) as session:
        session.wait_for_text("ready>")
        session.send(f"{command}\r")
        session.wait_for_text("? help")
        session.press("ctrl+z")
        session.wait_for_text("Stopped")
        session.send("fg\r")
        session.wait_for(lambda: session.lines[-1].strip() == "TLP:CLEAR")
        session.press("j")
        session.wait_for_text("2 of 6 points")
        written = len(session.raw)
        session.press("q")
        session.wait_for(lambda: b"ready> " in session.raw[written:])
        session.send("echo code $?\r")
        session.wait_for(lambda: b"code 0" in session.raw[written:])
        assert changed_modes(bytes(session.raw)).keys() <= {2004}  # the shell's own


REFUSED = {
    "standard input is a file": ("{} < /dev/null", {}),
    "standard output is a pipe": ("{} | cat; exit ${{PIPESTATUS[0]}}", {}),
    "a terminal that can do nothing": ("{}", {"TERM": "dumb"}),
    "a terminal without a name": ("{}", {"TERM": ""}),
}


@pytest.mark.system("bash")
@pytest.mark.parametrize("why", REFUSED)
def test_where_there_is_no_terminal_a_message_says_so(why: str) -> None:
    script, environment = REFUSED[why]
    command = ["bash", "-c", script.format(" ".join(sahel_tui(SHIPPED)))]
    with Session(command, environment=environment, columns=200) as session:
        assert session.wait_for_exit() == 2
        assert re.search(
            r"^sahel-tui: the explorer (needs|cannot draw on).* terminal", session.text
        )
        assert b"\x1b" not in session.raw


@pytest.mark.system("bash")
def test_standard_error_may_go_elsewhere(tmp_path: Path) -> None:
    script = f"{' '.join(sahel_tui(SHIPPED))} 2> {tmp_path / 'log'}"
    with Explorer(command=["bash", "-c", script]) as explorer:
        explorer.open()
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert explorer.is_restored()
    assert (tmp_path / "log").read_text(encoding="utf-8") == ""
