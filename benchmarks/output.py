"""Bytes that reach the terminal, from a key until the program has no more to draw.

Medians over several keys; the first paint is all from the start. The cursor of a list is measured
twice: as while a key is held, when nothing follows it, and with the detail and the source that
follow it once it rests. A line is scrolled in the source beside or under a list, and in the
source alone (`z`). Beside it: `plain` is this program with
--plain-output, `stock` the same content in Textual's own widgets (benchmarks/stock_app.py), `tmux`
what tmux writes with this program in it, `less` the same text in less. A ratio under 1 is in favour
of this program.
"""

from __future__ import annotations

import subprocess
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import Figure
from benchmarks.programs import (
    CURSOR,
    DIALOG,
    FIRST,
    LETTER,
    LIST,
    OURS,
    PAGE,
    SCROLL,
    TAB,
    programs,
)
from tests.terminal.remote import find_program
from tests.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.programs import Action

SIZES = ((80, 24), (120, 40))
BOUNDS = {
    FIRST: 4000,
    CURSOR: 60,
    LIST: 60,
    SCROLL: 500,
    PAGE: 1700,
    TAB: 2000,
    LETTER: 2000,
    DIALOG: 1500,
}
"""Bytes at 80x24."""
QUIET = 0.3
"""Seconds without output that end a key's work: the panes follow 0.12 s after the cursor's rest,
and tmux, which is asked whether it is idle in place of the program in it, writes later."""
HELD = 0.03
"""The same for a key that is held: well under the 0.12 s of rest."""
SETTLED = 0.6
AT_ONCE = 10
"""Programs measured side by side: they wait more than they work, and bytes are not time."""


class Job(NamedTuple):
    """A program to measure, and the size of its terminal."""

    program: str
    columns: int
    rows: int


def measure() -> Iterator[Figure | str]:
    """Each action at each size, beside the same of the yardsticks."""
    with tempfile.TemporaryDirectory() as folder:
        known = programs(Path(folder))
    there = [one.name for one in known if not one.needs or find_program(one.needs)]
    with ProcessPoolExecutor(AT_ONCE) as pool:
        jobs = {size: [Job(name, *size) for name in there] for size in SIZES}
        found = {size: pool.map(measured, wanted) for size, wanted in jobs.items()}
        for (columns, rows), results in found.items():
            yield from figures(dict(zip(there, results, strict=True)), columns, rows)
    for missing in (one.needs for one in known if one.name not in there):
        yield f"There is no {missing} here: its figures are left out."


def figures(found: dict[str, dict[str, float]], columns: int, rows: int) -> Iterator[Figure]:
    """A line for each action: this program, and the yardsticks that know the action."""
    for action, value in found[OURS].items():
        beside = {name: other[action] for name, other in found.items() if action in other}
        del beside[OURS]
        bound = BOUNDS.get(action) if (columns, rows) == SIZES[0] else None
        yield Figure(f"{action}, {columns}x{rows}", value, "B", bound, yardsticks=beside)


def measured(job: Job) -> dict[str, float]:
    """The bytes of the first paint, and the median of those of each action."""
    with tempfile.TemporaryDirectory() as folder:
        program = next(one for one in programs(Path(folder)) if one.name == job.program)
        try:
            with Session(program.command, columns=job.columns, rows=job.rows) as session:
                session.wait_for_text(program.ready)
                session.wait_until_idle(SETTLED)
                first = len(session.raw)
                costs = {name: cost(session, act) for name, act in program.actions.items()}
        finally:
            for command in program.ending:
                subprocess.run(command, capture_output=True, check=False)
    return {FIRST: first, **costs}


def cost(session: Session, action: Action) -> float:
    """The median of the bytes that an action's keys cost."""
    session.press(*action.first)
    session.wait_until_idle(SETTLED)
    costs = []
    for key in action.keys:
        before = len(session.raw)
        session.press(key)
        if action.held:
            session.read(QUIET)
        session.wait_until_idle(HELD if action.held else QUIET)
        costs.append(len(session.raw) - before)
        if action.after:
            session.press(*action.after)
            session.wait_until_idle(QUIET)
    return median(costs)
