"""Exploring writes to the terminal, and where it was to the state; nothing else."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.session import Session

if TYPE_CHECKING:
    from pathlib import Path

CALLS = "openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,link,linkat"
CALLS += ",symlink,symlinkat,truncate,ftruncate,chmod,fchmodat,mknod,mknodat"
READS = re.compile(r"open(at)?\(.*O_RDONLY(?!.*O_CREAT)|open(at)?\(.*\"/dev/(null|tty|pts/\d+)\"")


def traced(log: Path, command: list[str]) -> list[str]:
    """The command without the compiled modules that Python keeps, its calls on files logged."""
    trace = ["strace", "-ff", "-qq", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", str(log)]
    return [*trace, "env", "PYTHONDONTWRITEBYTECODE=1", *command]


def written(log: Path) -> list[str]:
    """The logged calls that could change a file, but for those that failed."""
    files = sorted(log.parent.glob(f"{log.name}.*"))  # one for each process, so no call is cut
    calls = [line for file in files for line in file.read_text("utf-8").splitlines()]
    assert calls
    return [call for call in calls if not READS.match(call) and " = -1 " not in call]


@pytest.mark.system("strace")
def test_a_tour_writes_where_it_was_and_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED.parent, tmp_path / "briefs")
    brief, log = tmp_path / "briefs" / SHIPPED.name, tmp_path / "log"
    state = {"XDG_STATE_HOME": str(tmp_path / "state")}
    with Explorer(command=traced(log, sahel_tui(brief)), environment=state) as explorer:
        explorer.open()
        explorer.walk("B enter n w q A R j T S i q ? q a q o q r / e v enter y")
        explorer.press("ctrl+c", "ctrl+c")
        assert explorer.wait_for_exit() == 130
    calls = written(log)
    assert calls
    assert [call for call in calls if str(tmp_path / "state") not in call] == []


@pytest.mark.system("strace")
@pytest.mark.parametrize("command", ["check", "doctor"])
def test_a_command_writes_no_file(tmp_path: Path, command: str) -> None:
    log = tmp_path / "log"
    arguments = [command] if command == "doctor" else [command, str(SHIPPED)]
    with Session(traced(log, sahel_tui(*arguments))) as session:
        assert session.wait_for_exit() == 0
    assert written(log) == []


@pytest.mark.system("strace")
def test_the_trace_sees_what_is_written(tmp_path: Path) -> None:
    log, file = tmp_path / "log", tmp_path / "written"
    program = f"import os; open({str(file)!r}, 'w').close(); os.rename({str(file)!r}, '{file}2')"
    with Session(traced(log, [*sahel_tui()[:1], "-c", program])) as session:
        assert session.wait_for_exit() == 0
    assert [call.partition("(")[0] for call in written(log)] == ["openat", "rename"]
