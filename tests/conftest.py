"""What every test shares: an isolated home, a written brief, and when a skip is a failure."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

from tests.terminal.remote import find_program

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

settings.register_profile("untimed", deadline=None)  # a busy machine is not a failure
settings.load_profile("untimed")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell has what it starts in the background ignore it, and all that this starts in turn.
    signal.signal(signal.SIGINT, signal.default_int_handler)

SMALLEST = """\
format = "sahel-brief/1"

[brief]
id = "smallest"
title = "Three military governments sign a pact"
published = 2023-09-20

[[source]]
text = "On Saturday three military governments signed a pact of mutual defence."

[[point]]
text = "The pact protects the governments."
evidence = ["a pact of mutual defence"]
"""
"""A brief that is valid, self-contained and has nothing optional."""


class WriteBrief(Protocol):
    """Writes a brief, and files beside it by name, and returns the brief's path."""

    def __call__(self, text: str | bytes, /, **files: str | bytes) -> Path: ...


@pytest.fixture
def smallest() -> str:
    """The text of the smallest brief."""
    return SMALLEST


@pytest.fixture
def write_brief(tmp_path: Path) -> WriteBrief:
    """`write_brief(text, **{"a.txt": "…"})` writes both into a temporary folder."""

    def write(text: str | bytes, /, **files: str | bytes) -> Path:
        for name, content in {**files, "brief.toml": text}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / "brief.toml"

    return write


@pytest.fixture(autouse=True)
def _isolated(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or touches the settings of whoever runs it, or what another test leaves."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    for name in os.environ:
        if name.startswith(("XDG_", "SAHEL_TUI_")) and name != "SAHEL_TUI_NO_SKIP":
            monkeypatch.delenv(name)
    for name in ("COLUMNS", "LINES"):  # where several processes run tests, they are set
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(home / "site"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `system("tmux")` where that program is missing."""
    for marker in item.iter_markers("system"):
        missing = [program for program in marker.args if find_program(program) is None]
        if missing:
            pytest.skip(f"needs {' and '.join(missing)}, which this machine does not have")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,  # noqa: ARG001  # pytest passes hook arguments by name
    call: pytest.CallInfo[None],  # noqa: ARG001
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With SAHEL_TUI_NO_SKIP set nothing may go untested: a skip is a failure."""
    report = yield
    if os.environ.get("SAHEL_TUI_NO_SKIP") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longreprtext}"
    return report
