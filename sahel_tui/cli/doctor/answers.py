"""Whether a terminal answers: asked where its cursor is, then what it is (ECMA-48, DEC)."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import termios
from time import monotonic

_QUESTIONS = b"\x1b[6n\x1b[c"
_CURSOR = re.compile(rb"\x1b\[\d+;\d+R")
_LAST = re.compile(rb"\x1b\[\?[\d;]*c")
"""The answer to the second question, after which nothing is on its way."""
_HELD = {signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP}
PATIENCE = 1.5
"""Seconds."""


def answers(read_from: int, write_to: int) -> bool | None:
    """Whether it said where its cursor is; None where it can't be asked (a background job).

    Signals wait until the terminal is as it was.
    """
    try:
        if os.tcgetpgrp(read_from) != os.getpgrp():
            return None
        before = termios.tcgetattr(read_from)
    except (OSError, termios.error):
        return None
    held = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    try:
        _set_quiet(read_from)
        return _ask(write_to) and _wait(read_from)
    except (OSError, termios.error):
        return None
    finally:
        _restore(read_from, before)
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _ask(terminal: int) -> bool:
    """Whether it took the questions; one that is stopped (Ctrl-S) takes nothing."""
    if not select.select([], [terminal], [], PATIENCE)[1]:
        return False
    return os.write(terminal, _QUESTIONS) == len(_QUESTIONS)


def _set_quiet(terminal: int) -> None:
    """Neither echo nor waiting for the end of a line."""
    mode = termios.tcgetattr(terminal)
    mode[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(terminal, termios.TCSANOW, mode)


def _restore(terminal: int, before: list[int | list[bytes | int]]) -> None:
    with contextlib.suppress(termios.error):  # hung up: there is nothing left to restore
        termios.tcsetattr(terminal, termios.TCSANOW, before)
        # what has been sent and is not read by now is half an answer, or a late one
        termios.tcflush(terminal, termios.TCIFLUSH)


def _wait(terminal: int) -> bool:
    received, end = b"", monotonic() + PATIENCE
    while not _LAST.search(received):
        left = end - monotonic()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            break
        part = os.read(terminal, 1024)
        if not part:
            break
        received += part
    return _CURSOR.search(received) is not None
