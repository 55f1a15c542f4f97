"""A slow link between the program and its terminal: a rate and a delay in each direction.

The model: what is written at one end leaves byte after byte at the link's rate, and arrives half a
round trip after it has left, in order and whole. A direction takes so many bytes ahead as OpenSSH
does; when it is full, nothing more is read of the program, whose own writes then fill the kernel's
buffer of the pseudo-terminal and block. The terminal answers a question when it has received it,
and its answer travels like a key.
"""

from __future__ import annotations

import os
import select
from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from tests.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WINDOW = 2 << 20
"""Bytes that OpenSSH sends ahead of what the other side has taken."""
PIECE = 32
"""Bytes that arrive together, when the last of them does."""


class Speed(NamedTuple):
    """What a link does."""

    rate: float
    """Bytes a second, in each direction."""
    round_trip: float
    """Seconds."""


IMMEDIATE = Speed(1e9, 0.0)


class Lane:
    """One direction of a link. Times are seconds of one clock, which the caller reads."""

    def __init__(self, speed: Speed = IMMEDIATE, window: int = WINDOW) -> None:
        self.speed = speed
        """May be changed: what is queued then arrives at once, as if it had left long before."""
        self.window = window
        self.queued = 0
        """Bytes that were put and have not arrived."""
        self.most = 0
        """The most that were ever queued."""
        self.carried = 0
        """All bytes that have arrived."""
        self._pieces: deque[tuple[float, bytes]] = deque()
        self._free = 0.0
        """When all that was put has left."""
        self._speed = speed
        """The speed by which that was reckoned."""

    @property
    def room(self) -> int:
        """Bytes that may be put now."""
        return max(0, self.window - self.queued)

    @property
    def due(self) -> float | None:
        """When the next piece arrives, if one is under way."""
        return self._pieces[0][0] if self._pieces else None

    def put(self, data: bytes, now: float) -> None:
        """Send data off."""
        self._notice_speed()
        self._free = max(self._free, now)
        for start in range(0, len(data), PIECE):
            piece = data[start : start + PIECE]
            self._free += len(piece) / self.speed.rate
            self._pieces.append((self._free + self.speed.round_trip / 2, piece))
        self.queued += len(data)
        self.most = max(self.most, self.queued)

    def take(self, now: float) -> bytes:
        """What has arrived."""
        self._notice_speed()
        arrived = bytearray()
        while self._pieces and self._pieces[0][0] <= now:
            arrived += self._pieces.popleft()[1]
        self.queued -= len(arrived)
        self.carried += len(arrived)
        return bytes(arrived)

    def _notice_speed(self) -> None:
        if self._speed is not self.speed:
            self._speed, self._free = self.speed, 0.0
            self._pieces = deque((0.0, piece) for _, piece in self._pieces)


class Link:
    """Both directions."""

    def __init__(self, speed: Speed = IMMEDIATE, window: int = WINDOW) -> None:
        self.up = Lane(speed, window)
        """From the keyboard to the program."""
        self.down = Lane(speed, window)
        """From the program to the screen."""

    @property
    def under_way(self) -> bool:
        """Whether there is anything that has not arrived."""
        return bool(self.up.queued or self.down.queued)

    def change_speed(self, speed: Speed) -> None:
        """Be another link, with nothing on its way; forget what was queued most."""
        for lane in (self.up, self.down):
            lane.speed, lane.most = speed, 0


class SlowSession(Session):
    """A session whose terminal is at the far end of a link; it moves bytes whenever it reads."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        link: Link,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.link = link
        self._closed = False
        super().__init__(command, columns=columns, rows=rows, environment=environment)

    def send(self, text: str | bytes) -> None:
        """Send off what a keyboard or the terminal says."""
        self.link.up.put(text.encode() if isinstance(text, str) else text, perf_counter())

    def read(self, seconds: float) -> bool:
        """Move what is under way for `seconds`; whether something came to the terminal."""
        up, down = self.link.up, self.link.down
        deadline = perf_counter() + seconds
        while True:
            now = perf_counter()
            if typed := up.take(now):
                os.write(self._master, typed)
            if arrived := down.take(now):
                self.receive(arrived)
                return True
            self.ended = self._closed and not down.queued
            if now >= deadline or self.ended:
                return False
            events = [deadline, *(lane.due for lane in (up, down) if lane.due is not None)]
            self._collect(max(0.0, min(events) - now))

    def _waits(self) -> bool:
        return not self.link.under_way and super()._waits()

    def _collect(self, seconds: float) -> None:
        """Wait for the program to write, and send that off."""
        sources = [self._master] if self.link.down.room and not self._closed else []
        if select.select(sources, [], [], seconds)[0]:
            try:
                data = os.read(self._master, min(self.link.down.room, 65536))
            except OSError:  # EIO: nobody holds the other side any more
                data = b""
            self._closed = not data
            self.link.down.put(data, perf_counter())


def hold_key(session: Session, key: str, *, seconds: float = 5.0, a_second: int = 20) -> float:
    """Press a key as often as a keyboard repeats one that is held down for so long.

    Returns when it was released, in seconds from the start of the session: that is when the next
    press would have been due.
    """
    start, interval = perf_counter(), 1 / a_second
    for number in range(1, round(seconds * a_second) + 1):
        session.press(key)
        while (left := start + number * interval - perf_counter()) > 0:
            session.read(left)
    return perf_counter() - session.started
