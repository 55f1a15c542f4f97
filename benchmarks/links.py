"""A key held for five seconds, 20 a second, over a slow link: how long the screen is stale.

The time runs from the release, which is when the next press would be due, until the last byte has
arrived that makes the screen the one which the same keys lead to in a bunch without a link: text,
styles and cursor are compared. It is the slower of a way down and the way back. The brief is made
up: 200 KB of text, 400 events. The timeline is held alone (`f`), and with the source that follows
it to its passage. `plain` (with the option --plain-output) and `stock` (Textual's own widgets) are
not waited for: theirs is the time in which the link carries what they had queued at the release.
Through `sshd` is through a server on the loopback interface, with the link between it and ssh. The
tour is of the shipped brief: all that ssh receives, from the login until its 20 keys are answered.
"""

from __future__ import annotations

import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from math import isinf
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import big_brief
from benchmarks.figures import Figure
from benchmarks.held import PATIENCE, SECONDS, Held, Seen, holds, press_at_once
from benchmarks.programs import BRIEF, ROOT, explorer, stock
from tests.terminal.link import Link, SlowSession, Speed, hold_key
from tests.terminal.remote import Server, find_program
from tests.terminal.session import Session
from tests.terminal.slow_port import SlowPort

if TYPE_CHECKING:
    from collections.abc import Iterator

PANES = {"source": ("S", "g"), "timeline": ("T", "g", "f"), "timeline, followed": ("T", "g")}
SPEEDS = {"8 kB/s, 150 ms": Speed(8000, 0.15), "2 kB/s, 300 ms": Speed(2000, 0.3)}
BOUNDS = dict(zip(SPEEDS, (0.3, 0.8), strict=True))
QUEUE_BOUND = 4000
"""Bytes: a screen painted whole."""
WAYS = ("j", "k")
TOUR = (*"TjjjjjSjjjjj", "pagedown", "pagedown", *"RARAB", "?")
YARDSTICKS = ("plain", "stock")
AT_ONCE = 6
"""Sessions side by side: they wait for their links more than they work."""
READY = 60.0
"""Seconds in which the brief is open."""

Results = dict[str, list[Held]]
"""What came of the holds, by the name of the speed."""


def measure() -> Iterator[Figure | str]:
    """Each pane at each speed, directly and through sshd; then what was queued."""
    remote = all(map(find_program, ("sshd", "ssh")))
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(AT_ONCE) as pool:
        brief = big_brief(Path(folder), 200_000, events=400, actors=100, relations=200)
        finals = list(pool.map(unhindered, repeat(brief), PANES))
        near = pool.map(directly, repeat(brief), PANES, finals)
        far = pool.map(remotely, repeat(brief), PANES, finals if remote else [])
        tours = pool.map(tour, (False, True) if remote else ())
        direct, through = dict(zip(PANES, near, strict=True)), dict(zip(PANES, far, strict=False))
        others = pool.map(backlogs, repeat(brief), YARDSTICKS)
        yield from stale(direct, "", dict(zip(YARDSTICKS, others, strict=True)))
    yield from stale(through, ", through sshd", {})
    for pane, results in direct.items():
        most = max(held.most for ways in results.values() for held in ways)
        yield Figure(f"{pane}: queued at most", most, "B", QUEUE_BOUND)
    if remote:
        usual, compressed = tours
        yield Figure("a tour through ssh -C", compressed, "B", yardsticks={"without -C": usual})
    else:
        yield "There is no sshd or no ssh here: its figures are left out."


def stale(
    found: dict[str, Results], how: str, beside: dict[str, dict[str, float]]
) -> Iterator[Figure]:
    """A line for each pane and speed: the slower of the two ways."""
    for pane, results in found.items():
        for speed, ways in results.items():
            slower = max(held.stale for held in ways)
            yield Figure(
                f"{pane}: {speed}{how}",
                PATIENCE if isinf(slower) else slower,
                "s",
                BOUNDS[speed],
                yardsticks={name: of[speed] for name, of in beside.items()},
                at_least=isinf(slower),
            )


def unhindered(brief: Path, pane: str) -> dict[str, Seen]:
    """The final screen of each way, by the key that leads there."""
    with Session(explorer(brief)) as session:
        go_to(session, pane)
        return {key: press_at_once(session, key) for key in WAYS}


def directly(brief: Path, pane: str, finals: dict[str, Seen]) -> Results:
    """With the link between the program and its terminal."""
    link = Link()
    with SlowSession(explorer(brief), link=link) as session:
        go_to(session, pane)
        return dict(zip(SPEEDS, holds(session, link, list(SPEEDS.values()), finals), strict=True))


def remotely(brief: Path, pane: str, finals: dict[str, Seen]) -> Results:
    """With the link between ssh and a server."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder)) as server,
        SlowPort(server.port) as port,
        Session(server.client(explorer(brief), folder=ROOT, port=port.port)) as session,
    ):
        go_to(session, pane)
        found = holds(session, port.link, list(SPEEDS.values()), finals)
        return dict(zip(SPEEDS, found, strict=True))


def backlogs(brief: Path, name: str) -> dict[str, float]:
    """By speed: the seconds in which the link carries what a yardstick has queued at the release of
    a key in the timeline."""
    ours = name == "plain"
    command = explorer("--plain-output", brief) if ours else stock(brief)
    found = {}
    for title, speed in SPEEDS.items():
        link = Link()
        with SlowSession(command, link=link) as session:
            session.wait_for_text("? help" if ours else "Bottom line", READY)
            session.press("T")
            session.wait_until_idle(0.5)
            link.change_speed(speed)
            hold_key(session, "down", seconds=SECONDS)
            found[title] = link.down.queued / speed.rate
    return found


def tour(compressed: bool) -> int:
    """The bytes that ssh receives from login until the keys of a tour have been answered."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder)) as server,
        SlowPort(server.port) as port,
    ):
        there = server.client(explorer(BRIEF), folder=ROOT, port=port.port, compressed=compressed)
        with Session(there) as session:
            session.wait_for_text("? help", READY)
            for key in TOUR:
                session.press(key)
                session.wait_until_idle(0.3)
        return port.link.down.carried


def go_to(session: Session, pane: str) -> None:
    """Wait for the brief, and go to the top of a pane."""
    session.wait_for_text("? help", READY)
    session.press(*PANES[pane])
    session.wait_until_idle(1.0)
