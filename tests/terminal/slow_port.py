"""A port that leads to another through a slow link, as a modem stands between ssh and its server.

It ends the connections of both sides itself: each has the acknowledgements of a near one, and what
lies between has the link's rate, its delay, and room for so much as a router keeps.
"""

from __future__ import annotations

import select
import socket
from contextlib import suppress
from threading import Thread
from time import perf_counter
from typing import Self

from tests.terminal.link import Link

LOOPBACK = "127.0.0.1"
ROUTER = 65536
"""Bytes that the link takes ahead."""
BUFFER = 16384
"""Bytes that the system may keep beside them, for each socket and direction."""
PATIENCE = 20.0


class SlowPort:
    """Listens for one connection. Use as a context manager: leaving ends it."""

    def __init__(self, target: int) -> None:
        """Lead to the port `target`; the link is fast until its speed is changed."""
        self.link = Link(window=ROUTER)
        self._target = target
        self._listener = _limited(socket.create_server((LOOPBACK, 0)))
        self.port: int = self._listener.getsockname()[1]
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes a thread that nobody called
        self._listener.close()
        self._thread.join(PATIENCE)

    def _serve(self) -> None:
        with suppress(OSError):  # nobody called, or one side was reset: both are ended
            near, _ = self._listener.accept()
            with near, _limited(socket.create_connection((LOOPBACK, self._target))) as far:
                for end in (near, far):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._carry(near, far)

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        """Move bytes until one side has ended and all that it sent has arrived."""
        ways = ((near, far, self.link.up), (far, near, self.link.down))
        ended: set[socket.socket] = set()
        while not any(source in ended and not lane.queued for source, _, lane in ways):
            sources = [source for source, _, lane in ways if lane.room and source not in ended]
            dues = [lane.due for _, _, lane in ways if lane.due is not None]
            wait = max(0.0, min(dues) - perf_counter()) if dues else None
            ready = select.select(sources, [], [], wait)[0]
            now = perf_counter()
            for source, target, lane in ways:
                if source in ready:
                    data = source.recv(lane.room)
                    lane.put(data, now)
                    if not data:
                        ended.add(source)
                if arrived := lane.take(now):
                    target.sendall(arrived)


def _limited(end: socket.socket) -> socket.socket:
    """A socket, and all that it accepts, with small buffers: the queue is in the link."""
    for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        end.setsockopt(socket.SOL_SOCKET, option, BUFFER)
    return end
