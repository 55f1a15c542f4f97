"""The explorer over a made-up library of many briefs: its first screen, and its memory.

Beside it the same program over the folder of one of the briefs. Seconds are by the clock, from the
start of the program; megabytes are those that no other process shares.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import Figure
from benchmarks.kept import made_library
from benchmarks.private import private_megabytes
from sahel_tui.index.updating import update_index
from sahel_tui.store.folders import briefs_in
from tests.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUNS = 5
PATIENCE = 60.0
SETTLED = 2.0
"""Seconds without output after which nothing goes on any more."""


class Explored(NamedTuple):
    """What was measured of one start."""

    first: float
    """Milliseconds until the first screen."""
    brief: float
    """Megabytes, a brief being shown; then with all of the library; then with a search."""
    scope: float
    search: float


def measure(briefs: int, kept: Path | None = None) -> Iterator[Figure]:
    """Both over all and over one; `kept` is a folder whose library and index are used again."""
    with made_library(briefs, kept) as (library, index, temporary):
        update_index(library, index)
        alone = temporary / "alone"
        first = min(briefs_in(library))
        alone.mkdir()
        for file in first.parent.glob(f"{first.stem}*"):
            shutil.copy(file, alone)
        settings = temporary / "sahel_tui.toml"
        settings.write_text(f'index = "{index}"\n')
        all_, one = (
            [_explored(where, settings) for _ in range(RUNS)] for where in (library, alone)
        )
    least = Explored(*map(median, zip(*one, strict=True)))
    found = Explored(*map(median, zip(*all_, strict=True)))
    yield Figure("the first screen", found.first, "ms", yardsticks={"of one brief": least.first})
    for what, number in (
        ("with a brief", found.brief),
        ("with the library's panes", found.scope),
        ("with a search", found.search),
    ):
        yield Figure(f"private memory {what}", number, "MB", 1.5, beside=least.brief)


def _explored(where: Path, settings: Path) -> Explored:
    command = [sys.executable, "-m", "sahel_tui", "--fresh", "--config", str(settings), str(where)]
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "PYTHONPATH": os.getcwd()}
        with Session(command, columns=140, rows=45, environment=environment) as session:
            session.wait_for_text("? help", PATIENCE)
            first = 1000 * session.arrivals[-1][0]
            session.wait_until_idle(SETTLED, PATIENCE)
            found = [private_megabytes(session.process.pid)]
            for keys in ("L", "sthe army"):
                for key in keys:
                    session.press(key)
                session.wait_until_idle(SETTLED, PATIENCE)
                found.append(private_megabytes(session.process.pid))
    return Explored(first, *found)
