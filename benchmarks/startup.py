"""First paint: from the start of the program until the brief is on the screen (wall time).

Beside it a Textual app that shows one line. The two take turns, so that both meet the same
weather; the screen is put together from what arrived after the run is over. Where something else
keeps the processor busy, the processor time says more: until the program waits for the first key,
of the process that draws, and of that and the one that reads the brief meanwhile.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import Figure
from benchmarks.keys import processor_seconds
from tests.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent
BRIEF = ROOT / "briefs" / "2023-09-20-three-state-treaty.toml"
RUNS = 11
SIZES = ((80, 24), (140, 45))
LINE = "one line of text"

EXPLORER = [sys.executable, "-m", "sahel_tui", str(BRIEF)]
# The title, the first point, the passage that it rests on, and the end of the last row.
PAINTED = ("Mali, Burkina", "The treaty serves", "The answer given", "? help")
BARE = [sys.executable, str(ROOT / "benchmarks" / "bare_app.py"), LINE]


class Start(NamedTuple):
    """What a start took, in ms."""

    painted: float
    """Until the first paint."""
    spent: float
    """Processor time of the process that draws."""
    spent_beside: float
    """That of processes that it has begun, and that have ended."""


def measure() -> Iterator[Figure]:
    """Medians at two sizes, each beside the bare app's."""
    for columns, rows in SIZES:
        explorer: list[Start] = []
        bare: list[Start] = []
        for _ in range(RUNS):
            bare.append(first_paint(BARE, (LINE,), columns, rows))
            explorer.append(first_paint(EXPLORER, PAINTED, columns, rows))
        del explorer[0], bare[0]  # the first run reads from the disk
        size = f"{columns}x{rows}"
        yield Figure(
            what=f"first paint of the shipped brief, {size}",
            value=median(one.painted for one in explorer),
            unit="ms",
            beside=median(one.painted for one in bare),
            bound=1.25,
        )
        spent = median(one.spent for one in bare)
        ours = median(one.spent for one in explorer)
        both = median(one.spent + one.spent_beside for one in explorer)
        yield Figure(f"… processor time of what draws, {size}", ours, "ms", beside=spent)
        yield Figure(f"… with that of what reads the brief, {size}", both, "ms", beside=spent)


def first_paint(command: Sequence[str], texts: Sequence[str], columns: int, rows: int) -> Start:
    """What it took from the start of `command` until the screen shows all of `texts`."""
    with Session(command, columns=columns, rows=rows) as session:
        session.wait_for(lambda: bool(session.raw))
        session.wait_until_idle()
        session.wait_for(lambda: all(text in session.text for text in texts))
        spent = processor_seconds(session.process.pid)
        beside = spent_by_children(session.process.pid)
        painted = next(
            seconds for seconds, screen in session.replay() if all(text in screen for text in texts)
        )
        return Start(1000 * painted, 1000 * spent, 1000 * beside)


def spent_by_children(process: int) -> float:
    """Seconds of processor time of a process's children that have ended, to a hundredth."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
