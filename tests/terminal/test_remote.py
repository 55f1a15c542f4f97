"""The explorer on another machine: through a real ssh server, on a slow link."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer, sahel_tui
from tests.terminal.link import Speed
from tests.terminal.remote import Server
from tests.terminal.slow_port import SlowPort

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PROGRAM = sahel_tui(SHIPPED)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path) as running:
        yield running


@pytest.mark.system("sshd", "ssh")
def test_a_tour_through_ssh_leaves_the_terminal_and_the_server_clean(server: Server) -> None:
    with (
        SlowPort(server.port) as port,
        Explorer(command=server.client(PROGRAM, folder=ROOT, port=port.port)) as explorer,
    ):
        explorer.open()
        port.link.change_speed(Speed(20_000, 0.1))
        explorer.press("T", "j")
        explorer.wait_for_text("2 of 15 events")
        explorer.press("?")
        explorer.wait_for_text("Keys that work here")
        explorer.escape("Keys that work here")
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
        assert explorer.is_restored()
        assert explorer.outlived_by() == []
    assert server.outlived_by() == []


@pytest.mark.system("sshd", "ssh")
def test_a_connection_that_is_lost_leaves_no_process_at_the_other_end(server: Server) -> None:
    with Explorer(command=server.client(PROGRAM, folder=ROOT)) as explorer:
        explorer.open()
    assert server.outlived_by() == []
