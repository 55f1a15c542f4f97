"""First paint: from the start of the program until the brief is on the screen (wall time).

Beside it a Textual app that shows one line. The two take turns, so that both meet the same
weather; the screen is put together from what arrived after the run is over.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
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


def measure() -> Iterator[Figure]:
    """Median of the first paint at two sizes, each beside the bare app's."""
    for columns, rows in SIZES:
        explorer: list[float] = []
        bare: list[float] = []
        for _ in range(RUNS):
            bare.append(first_paint(BARE, (LINE,), columns, rows))
            explorer.append(first_paint(EXPLORER, PAINTED, columns, rows))
        yield Figure(
            what=f"first paint of the shipped brief, {columns}x{rows}",
            value=median(explorer[1:]),  # the first run reads from the disk
            unit="ms",
            beside=median(bare[1:]),
            bound=1.25,
        )


def first_paint(command: Sequence[str], texts: Sequence[str], columns: int, rows: int) -> float:
    """Milliseconds from the start of `command` until the screen shows all of `texts`."""
    with Session(command, columns=columns, rows=rows) as session:
        session.wait_for(lambda: bool(session.raw))
        session.wait_until_idle()
        session.wait_for(lambda: all(text in session.text for text in texts))
        return 1000 * next(
            seconds for seconds, screen in session.replay() if all(text in screen for text in texts)
        )
