"""Ends that come from outside, in a terminal that answers and in one that never does."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.sequences import strangers
from tests.terminal.session import Session
from tests.terminal.test_ends import FAULTS, SECRET, patched, state

if TYPE_CHECKING:
    from pathlib import Path

FROM_ANOTHER_TERMINAL = f"""
import os, signal, subprocess, sys
master, slave = os.openpty()
child = subprocess.Popen({sahel_tui(SHIPPED)!r}, stdin=slave)
os.close(slave)
signal.signal(signal.SIGUSR1, lambda *_: os.close(master))
sys.exit(child.wait())
"""
"""Keys come from a terminal of their own, which is gone after SIGUSR1."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGTSTP])
def test_a_signal_where_nothing_is_answered(number: signal.Signals) -> None:
    with Explorer(SHIPPED, answers=False) as explorer:
        explorer.open()
        explorer.press("j")
        explorer.wait_for_text("▶j1.2")
        os.kill(explorer.process.pid, number)
        if number == signal.SIGTSTP:
            explorer.wait_for(lambda: state(explorer.process.pid) == "T")
            explorer.wait_until_idle()
            assert explorer.is_restored()
            os.kill(explorer.process.pid, signal.SIGCONT)
            explorer.press("j")
            explorer.wait_for_text("▶j1.3")
            explorer.press("q")
        assert explorer.wait_for_exit() == (0 if number == signal.SIGTSTP else 128 + number)
        assert explorer.is_restored()
        assert explorer.outlived_by() == []


@pytest.mark.parametrize("where", ["while drawing", "at a key"])
@pytest.mark.parametrize("output", ["", "--plain-output"])
def test_a_fault_where_nothing_is_answered(where: str, output: str) -> None:
    command = [*patched(FAULTS[where]), *output.split()]
    with Explorer(command=command, answers=False) as explorer:
        if where == "at a key":
            explorer.wait_for_text("? help")
            explorer.press("w")
        assert explorer.wait_for_exit() in (2, 3)
        assert explorer.is_restored()
        said = bytes(explorer.raw).split(b"\x1b[?1049l")[-1].decode()
        assert "fault" in said
        assert SECRET not in said
        assert strangers(bytes(explorer.raw)) == set()
        assert explorer.outlived_by() == []


def test_the_end_of_the_keys_restores_a_terminal_that_is_still_there() -> None:
    with Explorer(command=[sys.executable, "-c", FROM_ANOTHER_TERMINAL]) as explorer:
        explorer.open()
        os.kill(explorer.process.pid, signal.SIGUSR1)
        assert explorer.wait_for_exit() != 0
        assert explorer.is_restored()
        assert explorer.outlived_by() == []
        assert b"Traceback" not in explorer.raw


def test_a_stop_in_the_middle_of_a_resize_goes_on_in_the_new_size() -> None:
    with Explorer(SHIPPED) as explorer:
        explorer.open()
        os.kill(explorer.process.pid, signal.SIGSTOP)
        explorer.wait_for(lambda: state(explorer.process.pid) == "T")
        explorer.resize(100, 30)
        os.kill(explorer.process.pid, signal.SIGCONT)
        explorer.wait_for(lambda: explorer.lines[29].strip() == "TLP:CLEAR")
        explorer.press("j")
        explorer.wait_for_text("2 of 6 points")
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert explorer.is_restored()


@pytest.mark.system("bash")
@pytest.mark.parametrize("closed", [">&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_refused(closed: str, tmp_path: Path) -> None:
    line = f"{shlex.join(sahel_tui(SHIPPED))} {closed}; echo code $? > {tmp_path / 'code'}"
    with Session(["bash", "-c", line], columns=200) as session:
        session.wait_for_exit()
        assert b"\x1b" not in session.raw
        assert b"Traceback" not in session.raw
        assert (tmp_path / "code").read_text() == "code 2\n"


@pytest.mark.system("bash")
def test_a_fault_is_told_to_a_standard_error_that_is_elsewhere(tmp_path: Path) -> None:
    log = tmp_path / "log"
    line = f"exec {shlex.join(patched(FAULTS['while drawing']))} 2> {log}"
    with Explorer(command=["bash", "-c", line]) as explorer:
        assert explorer.wait_for_exit() == 3
        assert explorer.is_restored()
    assert "fault" in log.read_text()
    assert SECRET not in log.read_text()
    assert "\x1b" not in log.read_text()
