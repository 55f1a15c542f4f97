"""Nothing that the program does opens a socket to anywhere."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from sahel_tui.cli import COMMANDS
from tests.hostile import hostile_brief
from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.session import Session
from tests.terminal.tmux import Tmux

if TYPE_CHECKING:
    from pathlib import Path

PAIR = re.compile(
    r"socketpair\(AF_UNIX, SOCK_STREAM\|SOCK_CLOEXEC, 0, "  # an asyncio loop wakes itself by a pair
    r"|getsockname\([0-9]+, \{sa_family=AF_UNIX\}, "  # Python asks what the pair is called
    r"|sendto\([0-9]+, .*, NULL, 0[ )]|recvfrom\([0-9]+, "  # through the pair, to no address
    r"|<\.\.\. (sendto|recvfrom) resumed>"
)
"""All that is allowed of the calls of the network: one pair of sockets within the process."""


def traced(log: Path, command: list[str]) -> list[str]:
    """The command with every call of the network logged, its children's and threads' too.

    It runs where there is no network but a loopback that is down.
    """
    alone = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    trace = ["strace", "-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o", str(log)]
    return [*alone, *trace, *command]


def calls(log: Path) -> list[str]:
    """The logged calls, without the number of the process."""
    return [line.split(maxsplit=1)[1] for line in log.read_text("utf-8").splitlines()]


def forbidden(log: Path) -> list[str]:
    """The logged calls that are not allowed."""
    return [call for call in calls(log) if not PAIR.match(call)]


TOUR = (
    "B y Y q enter n N w q < > A R j enter < l 1 2 3 4 5 z z T S G i q a q f r"  # every pane
    " T / c o u p enter n N & w a g n e r enter e v enter"  # a search and a filter
    " ? q : a b o u t enter q o j enter R l ctrl+l"  # help, the palette, and another brief
)


@pytest.mark.system("strace", "unshare")
@pytest.mark.parametrize("option", ["--no-mouse", "--plain-output"])
def test_a_tour_opens_no_socket(tmp_path: Path, option: str) -> None:
    path, log = hostile_brief(tmp_path, "https://example.invalid/"), tmp_path / "log"
    copies = ("--copy-file", tmp_path / "copies", option)
    with Explorer(command=traced(log, sahel_tui(*copies, path, SHIPPED))) as explorer:
        explorer.open()
        explorer.walk(TOUR)
        explorer.press("ctrl+c", "ctrl+c")
        assert explorer.wait_for_exit() == 130
    assert (tmp_path / "copies").is_file()
    assert log.read_text("utf-8").count("socketpair(") == 1
    assert forbidden(log) == []


@pytest.mark.system("strace", "unshare", "tmux")
def test_in_tmux_the_one_socket_is_that_of_tmux(tmp_path: Path) -> None:
    tmux, log = Tmux(tmp_path), tmp_path / "log"
    command = traced(log, sahel_tui(SHIPPED))
    with Session([*tmux.command, "new-session", *command]) as session:
        session.wait_for_text("? help")
        session.wait_until_idle()
        session.press("y")
        session.wait_for_text("in tmux's buffer")
        session.press("q")
        session.wait_for_exit()
    opened = [call for call in calls(log) if call.startswith(("socket", "connect("))]
    assert f'sun_path="{tmp_path}/tmux"' in "".join(opened)
    assert [call for call in opened if "AF_UNIX" not in call] == []


READERS = (
    *("check", "show", "points", "actors", "relations", "timeline", "briefs", "actors --suggest"),
    *("contradictions --library", "dossier nobody --library"),
    *("search example --library", "path a-one b-one"),
)
OTHERS = ("config --check", "config --print", "doctor", "--help", "--version")


@pytest.mark.system("strace", "unshare")
@pytest.mark.parametrize("command", [*READERS, *OTHERS])
def test_a_command_makes_no_call_of_the_network_at_all(tmp_path: Path, command: str) -> None:
    path, log = hostile_brief(tmp_path, "https://example.invalid/"), tmp_path / "log"
    arguments = [*command.split(), *([path] if command in READERS else [])]
    with Session(traced(log, sahel_tui(*arguments))) as session:
        assert session.wait_for_exit() in (0, 1)
    assert log.read_text("utf-8") == ""


@pytest.mark.system("strace", "unshare")
def test_the_trace_sees_a_socket(tmp_path: Path) -> None:
    log = tmp_path / "log"
    program = (
        "import contextlib, socket; socket.socketpair(); socket.socket(socket.AF_UNIX)\n"
        "socket.socket().connect_ex(('127.0.0.1', 9))\n"
        "with contextlib.suppress(OSError):  # there is no network to send it to\n"
        "    socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))"
    )
    with Session(traced(log, [*sahel_tui()[:1], "-c", program])) as session:
        assert session.wait_for_exit() == 0
    found = [call.split("(")[0] for call in forbidden(log)]
    assert found.count("socket") == 3
    assert {"connect", "sendto"} < set(found)


@pytest.mark.system("strace", "unshare")
def test_making_an_index_opens_no_socket_but_between_its_own_processes(tmp_path: Path) -> None:
    path, log = hostile_brief(tmp_path, "https://example.invalid/"), tmp_path / "log"
    made = tmp_path / "made"
    with Session(traced(log, sahel_tui("index", path.parent, "--index", made))) as session:
        assert session.wait_for_exit() in (0, 1)
    assert made.is_dir()
    assert forbidden(log) == []


def test_no_command_is_left_out() -> None:
    known = {command.split()[0] for command in (*READERS, *OTHERS, "index")}
    assert known >= set(COMMANDS)
