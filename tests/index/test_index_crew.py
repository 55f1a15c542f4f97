"""Processes that cannot be started to read briefs."""

from __future__ import annotations

from multiprocessing import resource_tracker, spawn
from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.failures import IndexMissingError, IndexReadersError
from sahel_tui.index.library import open_library
from sahel_tui.index.updating import update_index
from tests.index.libraries import write_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = 100
"""More briefs than are read by one process."""


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Path]:
    """A line for each process that was started, each of which ended at once."""
    file, program = tmp_path / "started", tmp_path / "python"
    file.touch()
    program.write_text(f'#!/bin/sh\necho >> "{file}"\nexit 1\n', encoding="utf-8")
    program.chmod(0o755)
    resource_tracker.ensure_running()
    usual = spawn.get_executable()
    spawn.set_executable(str(program))
    yield file
    spawn.set_executable(usual)


def test_processes_that_do_not_start_are_said_and_nothing_is_published(
    started: Path, tmp_path: Path
) -> None:
    library, home = write_library(tmp_path / "library", MANY), tmp_path / "index"
    with pytest.raises(IndexReadersError, match="do not start"):
        update_index(library, home, processes=2)
    assert 0 < len(started.read_text()) < 10
    with pytest.raises(IndexMissingError):
        open_library(library, home)


def test_the_next_run_makes_the_index(tmp_path: Path) -> None:
    library, home = write_library(tmp_path / "library", MANY), tmp_path / "index"
    assert update_index(library, home, processes=2).briefs == MANY
