"""A tmux of the tests' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.terminal.tmux import Tmux

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """A server that nobody else knows, gone after the test."""
    server = Tmux(tmp_path)
    yield server
    server.run("kill-server")


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What draws in this process finds the terminal that programs in a session find."""
    for name in ("COLORTERM", "NO_COLOR", "TMUX", "TERM_PROGRAM", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
