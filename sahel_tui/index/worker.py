"""A process that reads briefs for another one, and ends with it."""

from __future__ import annotations

import gc
import signal
from typing import TYPE_CHECKING

from sahel_tui.index.reader import Reader

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from sahel_tui.index.records import Record, Unread

_UNTIL_COLLECTED = 50_000
"""Objects: those of some briefs. Nearly all of them end without being looked for."""


def work(
    asked: Connection[object, list[str]],
    answers: Connection[list[Record | Unread], object],
    library: str,
    words: bytes,
) -> None:
    """Say that it is there, then read every bunch of paths that is asked for.

    It ends when nobody can ask any more.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends with the one that asks
    reader = Reader(library, words)
    gc.freeze()
    gc.set_threshold(_UNTIL_COLLECTED)
    try:
        answers.send([])  # it is there
        while True:
            answers.send([reader.read(path) for path in asked.recv()])
    except (EOFError, BrokenPipeError):
        return
