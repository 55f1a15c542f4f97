"""A bundle, made once, and how it is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Protocol

import pytest

from bundle.__main__ import make
from bundle.archive import Edition, write_archive
from bundle.wheels import read_wheel
from tests.bundle import debian
from tests.terminal.session import terminal_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

HERE = sys.version_info[:2]
PYTHONS = tuple(sorted({HERE, (3, 11), (3, 14)}))
"""The one that runs, Debian's, and the newest."""


class Run(Protocol):
    """Runs a program; what it finds in its environment is the least, with some changes."""

    def __call__(
        self, *command: object, user: int | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture(scope="session", name="debian")
def debian_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The root of a fresh Debian."""
    folder = tmp_path_factory.mktemp("debian") / "root"
    debian.make(folder)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all that `make bundle` makes, for fewer Pythons."""
    folder = tmp_path_factory.mktemp("made")
    make(folder, os.uname().machine, PYTHONS)
    return folder


@pytest.fixture(scope="session")
def archive(made: Path) -> Path:
    """The one file."""
    return next(made.glob("*.pyz"))


@pytest.fixture(scope="session")
def little(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the program alone, quickly unpacked: enough for `--help`."""
    own = [read_wheel(path) for path in (made / "wheels").glob("sahel_tui-*")]
    path = tmp_path_factory.mktemp("little") / "little.pyz"
    write_archive(path, Edition(own[0].version, os.uname().machine, [HERE], own), "")
    return path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with nothing in it."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def run(home: Path) -> Run:
    """`run(archive, "points", HOME="/dev/null")`."""

    def run(
        *command: object, user: int | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            list(map(str, command)),
            cwd="/",
            env=terminal_environment({"HOME": str(home), **environment}),
            user=user,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something that another process does."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        os.sched_yield()
