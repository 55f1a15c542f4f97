"""Nothing that the program does opens a socket to anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.hostile import hostile_brief
from tests.terminal.explorer import SHIPPED, Explorer, sahel_tui
from tests.terminal.session import Session

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
    """The command, with every call of the network logged, of its children and threads too."""
    trace = ["strace", "-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o", str(log)]
    return [*trace, *command]


def forbidden(log: Path) -> list[str]:
    """The logged calls, without the number of the process, that are not allowed."""
    calls = [line.split(maxsplit=1)[1] for line in log.read_text("utf-8").splitlines()]
    return [call for call in calls if not PAIR.match(call)]


@pytest.mark.system("strace")
def test_a_tour_opens_no_socket(tmp_path: Path) -> None:
    path, log = hostile_brief(tmp_path, "https://example.invalid/"), tmp_path / "log"
    with Explorer(command=traced(log, sahel_tui(path, SHIPPED))) as explorer:
        explorer.open()
        explorer.walk("B y enter n y w q < A R j T S G i q ? q a q o q r T / e v enter : b r i e f")
        explorer.press("ctrl+c", "ctrl+c")
        assert explorer.wait_for_exit() == 130
    assert log.read_text("utf-8").count("socketpair(") == 1
    assert forbidden(log) == []


@pytest.mark.system("strace")
@pytest.mark.parametrize("command", ["check", "show", "timeline"])
def test_a_command_makes_no_call_of_the_network_at_all(tmp_path: Path, command: str) -> None:
    path, log = hostile_brief(tmp_path, "https://example.invalid/"), tmp_path / "log"
    with Session(traced(log, sahel_tui(command, path))) as session:
        assert session.wait_for_exit() in (0, 1)
    assert log.read_text("utf-8") == ""


@pytest.mark.system("strace")
def test_the_trace_sees_a_socket(tmp_path: Path) -> None:
    log = tmp_path / "log"
    program = (
        "import socket; socket.socketpair(); socket.socket(socket.AF_UNIX)\n"
        "socket.socket().connect_ex(('127.0.0.1', 9))\n"
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))"
    )
    with Session(traced(log, [*sahel_tui()[:1], "-c", program])) as session:
        assert session.wait_for_exit() == 0
    found = [call.split("(")[0] for call in forbidden(log)]
    assert found.count("socket") == 3
    assert {"connect", "sendto"} < set(found)
