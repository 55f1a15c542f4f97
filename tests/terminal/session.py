"""The real program in a pseudo-terminal: keys in, raw bytes and an emulated screen out.

Waiting is for a condition with a deadline, never for a time to pass.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Self

from tests.terminal.emulator import Screen, Stream, complete

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "f1": "\x1bOP",
}
"""What a terminal sends for a key that has a name."""

QUERIES = re.compile(rb"(?P<cursor>\x1b\[6n)|(?P<attributes>\x1b\[0?c)|\x1b\[\?(?P<mode>\d+)\$p")
LONGEST_QUERY = 16
"""Bytes: what has been looked at is looked at again only where a query may have begun."""
INHERITED = ("PATH", "HOME", "VIRTUAL_ENV", "TMPDIR")


class Session:
    """A program in a terminal of its own. Use as a context manager: leaving ends the program."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
        answers: bool = True,
    ) -> None:
        """Start `command`; `answers` says whether the terminal answers its queries."""
        self.raw = bytearray()
        """Every byte that the program has written."""
        self.arrivals: list[tuple[float, int]] = []
        """For each piece that was read: seconds since the start, and how many bytes there were."""
        self.answers = answers
        self.ended = False
        """Whether the program has closed its side of the terminal."""
        self._answered = 0
        self._fed = 0
        self._screen = Screen(columns, rows)
        self._stream = Stream(self._screen)
        self._master, slave = os.openpty()
        self._set_size(columns, rows)
        # what is remembered of one start does not reach the next
        self._state = TemporaryDirectory(prefix="sahel-state-", ignore_cleanup_errors=True)
        self.attributes_before = termios.tcgetattr(slave)
        """The terminal's line discipline as the program found it."""
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env=terminal_environment({"XDG_STATE_HOME": self._state.name, **(environment or {})}),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def screen(self) -> Screen:
        """The emulated screen, fed with all that was read."""
        pending = complete(self.raw[self._fed :])
        self._fed += len(pending)
        self._stream.feed(pending)
        return self._screen

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """The rows of the screen as one text."""
        return "\n".join(self.lines)

    def send(self, text: str | bytes) -> None:
        """Send what a keyboard would: text as it is typed."""
        os.write(self._master, text.encode() if isinstance(text, str) else text)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: a name of `KEYS`, `ctrl+a`, or a character."""
        for key in keys:
            if key.startswith("ctrl+"):
                self.send(bytes([ord(key.removeprefix("ctrl+")) & 0x1F]))
            else:
                self.send(KEYS.get(key, key))

    def read(self, seconds: float) -> bool:
        """Read what the program writes within `seconds`; whether there was anything."""
        if self.ended or not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self._master, 65536)
        except OSError:  # EIO: nobody holds the other side any more
            chunk = b""
        self.ended = not chunk
        self.receive(chunk)
        return bool(chunk)

    def receive(self, chunk: bytes) -> None:
        """Take what has come to the terminal, and answer what it asks."""
        self.raw += chunk
        self.arrivals.append((time.perf_counter() - self.started, len(self.raw)))
        if self.answers:
            self._answer()

    def wait_for(self, condition: Callable[[], bool], seconds: float = 20.0) -> None:
        """Read until `condition` holds. Raises AssertionError, with the screen, at the deadline."""
        deadline = time.monotonic() + seconds
        while not condition():
            left = deadline - time.monotonic()
            assert left > 0, f"nothing of the kind within {seconds} s, on this screen:\n{self.text}"
            assert not self.ended, f"the program ended, leaving this screen:\n{self.text}"
            self.read(min(left, 0.1))

    def wait_for_text(self, text: str, seconds: float = 20.0) -> None:
        """Read until the screen shows `text` within one of its rows."""
        self.wait_for(lambda: text in self.text, seconds)

    def wait_until_idle(self, quiet: float = 0.05, seconds: float = 20.0) -> None:
        """Read until the program has written nothing for `quiet` seconds and waits for a key."""
        deadline = time.monotonic() + seconds
        while self.read(quiet) or not (self.ended or self._waits()):
            assert time.monotonic() < deadline, f"still busy after {seconds} s:\n{self.text}"

    def wait_for_exit(self, seconds: float = 20.0) -> int:
        """Read until the program has ended; its exit code (negative: the signal that ended it)."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still running after {seconds} s:\n{self.text}"
            self.read(0.02)
        while self.read(0):
            pass
        return self.process.wait()

    def replay(self) -> Iterator[tuple[float, str]]:
        """The screen after each piece that was read, and when: seconds from the start."""
        screen = Screen(self.screen.columns, self.screen.lines)
        stream, done = Stream(screen), 0
        for seconds, end in self.arrivals:
            whole = complete(self.raw[done:end])
            stream.feed(whole)
            done += len(whole)
            yield seconds, "\n".join(line.rstrip() for line in screen.display)

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size; the program gets SIGWINCH."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    @property
    def attributes(self) -> list[Any]:
        """The terminal's line discipline now, as termios tells it: echo, reading by lines, …"""
        return termios.tcgetattr(self._master)

    def hang_up(self) -> None:
        """Take the terminal away, as a lost connection does."""
        os.close(self._master)
        self._master, self.ended = -1, True

    def outlived_by(self, seconds: float = 5.0) -> list[int]:
        """The processes of this session that are still there after so long (Linux)."""
        living = self.processes()
        for process in living:
            try:
                descriptor = os.pidfd_open(process)
            except ProcessLookupError:
                continue
            select.select([descriptor], [], [], seconds)
            os.close(descriptor)
        return self.processes() if living else []

    def processes(self) -> list[int]:
        """The processes of this session that live: the program and its children (Linux)."""
        found = []
        for entry in os.listdir("/proc"):
            if entry.isdigit() and int(entry) != os.getpid():
                try:
                    with open(f"/proc/{entry}/stat", encoding="utf-8") as stat:
                        state, *_, session = stat.read().rpartition(")")[2].split()[:4]
                except (FileNotFoundError, ProcessLookupError):
                    continue
                if int(session) == self.process.pid and state != "Z":
                    found.append(int(entry))
        return found

    def close(self) -> None:
        """End the program and its children, and the terminal."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if self._master >= 0:
            os.close(self._master)
            self._master = -1
        self._state.cleanup()

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _answer(self) -> None:
        """Answer the queries that a terminal answers, as xterm does."""
        for query in QUERIES.finditer(self.raw, self._answered):
            self._answered = query.end()
            if query["cursor"]:
                self.send(b"\x1b[1;1R")
            elif query["attributes"]:
                self.send(b"\x1b[?64;1;2;22c")
            else:  # no private mode is known
                self.send(b"\x1b[?%b;0$y" % bytes(query["mode"]))
        self._answered = max(self._answered, len(self.raw) - LONGEST_QUERY)

    def _waits(self) -> bool:
        """Whether every thread of the program sleeps (Linux; elsewhere silence is all there is)."""
        try:
            threads = os.listdir(f"/proc/{self.process.pid}/task")
        except FileNotFoundError:
            return True
        return all(thread_sleeps(self.process.pid, thread) for thread in threads)


def thread_sleeps(process: int, thread: str) -> bool:
    """Whether a thread neither runs nor waits for a processor or a disk."""
    try:
        with open(f"/proc/{process}/task/{thread}/stat", encoding="utf-8") as stat:
            return stat.read().rpartition(")")[2].split()[0] not in "RD"
    except (FileNotFoundError, ProcessLookupError):
        return True


def terminal_environment(changes: Mapping[str, str]) -> dict[str, str]:
    """What a program in a plain terminal finds in its environment, with `changes`."""
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return {**inherited, "TERM": "xterm-256color", "LANG": "C.UTF-8", **changes}
