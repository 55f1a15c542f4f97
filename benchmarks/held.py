"""Holds a key in a session over a link, and tells when its screen became final."""

from __future__ import annotations

from math import inf, isinf
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from tests.terminal.emulator import Screen, Stream, complete
from tests.terminal.link import IMMEDIATE, hold_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.terminal.emulator import Cell
    from tests.terminal.link import Link, Speed
    from tests.terminal.session import Session

SECONDS, A_SECOND = 5.0, 20
CALM = 1.0
"""Seconds without a byte after which the screen is looked at."""
PATIENCE = 15.0
"""Seconds after the release until which the measuring waits."""


class Seen(NamedTuple):
    """All that can be seen of a screen."""

    cells: list[list[Cell]]
    cursor: tuple[int, int, bool]


class Held(NamedTuple):
    """What came of holding a key."""

    stale: float
    """Seconds from the release until the screen was final; inf where the waiting ended before."""
    most: int
    """The most bytes that were on their way to the screen."""


class Watch:
    """Looks at a session's screen as it was after each piece that arrived."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._screen = Screen(session.screen.columns, session.screen.lines)
        self._stream = Stream(self._screen)
        self._pieces = 0
        self._bytes = 0

    def final_since(self, released: float, final: Seen) -> float:
        """When the screen became `final` and stayed so, looking at what arrived since this was last
        asked: `released` where it had been so before, inf where it is not."""
        since = inf
        for seconds, end in self._session.arrivals[self._pieces :]:
            self._feed(end)
            if seconds >= released:
                since = min(since, seconds) if seen(self._screen) == final else inf
        self._pieces = len(self._session.arrivals)
        return released if isinf(since) and seen(self._screen) == final else since

    def _feed(self, end: int) -> None:
        data = complete(self._session.raw[self._bytes : end])
        self._bytes += len(data)
        self._stream.feed(data)


def seen(screen: Screen) -> Seen:
    """What can be seen of it now."""
    cursor = screen.cursor
    return Seen(screen.cells(), (cursor.x, cursor.y, cursor.hidden))


def hold(session: Session, link: Link, key: str, watch: Watch, final: Seen) -> Held:
    """Hold a key that leads to the screen `final`."""
    released = hold_key(session, key, seconds=SECONDS, a_second=A_SECOND)
    deadline = monotonic() + PATIENCE
    since = inf
    while isinf(since) and monotonic() < deadline:
        while session.read(CALM) and monotonic() < deadline:
            pass
        since = watch.final_since(released, final)
    return Held(since - released, link.down.most)


def holds(
    session: Session, link: Link, speeds: Sequence[Speed], finals: dict[str, Seen]
) -> Iterator[list[Held]]:
    """At each speed, hold each of the keys that lead to the final screens."""
    watch = Watch(session)
    for speed in speeds:
        link.change_speed(speed)
        yield [hold(session, link, key, watch, final) for key, final in finals.items()]
        link.change_speed(IMMEDIATE)
        session.wait_until_idle(CALM)


def press_at_once(session: Session, key: str) -> Seen:
    """Press a key as often as holding it does, in one bunch; what is shown in the end."""
    session.press(*[key] * round(SECONDS * A_SECOND))
    session.wait_until_idle(CALM)
    return seen(session.screen)
