"""Memory: what is resident once the program waits for a key, itself and its children.

Beside it: `bare` is a Textual app of one line, `stock` the same brief in Textual's own widgets,
`less` the brief's text in less. The large brief has 1 MB of text, 2,000 events, 1,000 actors and
5,000 relations.
"""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.corpus import big_brief
from benchmarks.figures import Figure
from benchmarks.programs import BRIEF, OURS, ROOT, explorer, stock
from tests.terminal.remote import find_program
from tests.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BOUND = 60.0
"""MB, for the shipped brief."""
LINE = "one line of text"
SETTLED = 1.0
"""Seconds without output after which the start is over."""


class Waiting(NamedTuple):
    """A command, and what its screen shows once it is ready."""

    command: Sequence[str]
    ready: str


def measure() -> Iterator[Figure | str]:
    """The shipped brief, then the large one."""
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor() as pool:
        large = big_brief(Path(folder))
        shipped_programs, large_programs = programs(BRIEF), programs(large)
        jobs = [*shipped_programs.values(), *large_programs.values()]
        found = list(pool.map(resident, jobs))
    half = len(shipped_programs)
    yield figure("the shipped brief", dict(zip(shipped_programs, found[:half], strict=True)), BOUND)
    yield figure("a large brief", dict(zip(large_programs, found[half:], strict=True)), None)
    if not find_program("less"):
        yield "There is no less here: its figures are left out."


def programs(brief: Path) -> dict[str, Waiting]:
    """This program over a brief, and its yardsticks."""
    text = brief.with_suffix(".txt")
    bare = (sys.executable, str(ROOT / "benchmarks" / "bare_app.py"), LINE)
    found = {
        OURS: Waiting(explorer(brief), "? help"),
        "bare": Waiting(bare, LINE),
        "stock": Waiting(stock(brief), "Bottom line"),
    }
    if find_program("less"):
        found["less"] = Waiting(("less", str(text)), text.read_text(encoding="utf-8")[:20])
    return found


def figure(title: str, found: dict[str, float], bound: float | None) -> Figure:
    """This program beside its yardsticks."""
    return Figure(title, found.pop(OURS), "MB", bound, yardsticks=found)


def resident(program: Waiting) -> float:
    """Megabytes of a program and its children, once it is ready and waits."""
    with Session(program.command) as session:
        session.wait_for_text(program.ready, 60)
        session.wait_until_idle(SETTLED, 60)
        return sum(map(megabytes, session.processes()))


def megabytes(process: int) -> float:
    """What a process has resident, as Linux counts it."""
    with open(f"/proc/{process}/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
