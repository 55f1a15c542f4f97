"""Reading the first brief in a child process, while this one imports the screens.

The child takes the other core and the models with it: this process shows plain values, and
never loads what only reading needs. Where there is no fork, the same is done here, later.
"""

from __future__ import annotations

import os
import pickle
import select
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sahel_tui.errors import Diagnostic
    from sahel_tui.reading import Libraries, Reading
    from sahel_tui.tui.memory import Memory, Recalled


class Asked(NamedTuple):
    """What was asked for: the explorer holds no list of a hundred thousand briefs."""

    paths: tuple[Path, ...] = ()
    """Files and folders."""
    number: int = 0
    """Of the briefs that they name."""
    few: tuple[Path, ...] = ()
    """These briefs, where they are few."""


_FEW = 20
"""Briefs whose list is at hand as soon as it is asked for."""
_QUICK = 1000
"""Briefs whose names are listed in some milliseconds."""


class Opened(NamedTuple):
    """What came of opening a brief: a reading, or what is wrong."""

    file: str
    reading: Reading | None
    problems: tuple[Diagnostic, ...] = ()
    complaint: str = ""
    """Why nothing at all could be opened."""
    hint: str = ""
    asked: Asked = Asked()
    recalled: Recalled | None = None
    """How the brief was left, where anything is remembered."""
    stamps: str = ""
    """The brief's files as they were when it was read."""

    @property
    def trouble(self) -> str:
        """Why nothing could be opened, and what to do."""
        return f"{self.complaint}. {self.hint[:1].upper()}{self.hint[1:]}"


def open_first(paths: Sequence[Path], memory: Memory | None = None) -> Opened:
    """Read the first brief of the paths, or the one that was open; all is in the value."""
    from sahel_tui.errors import SahelError
    from sahel_tui.store.folders import brief_names

    try:
        names = brief_names(paths)
    except SahelError as error:
        return Opened("", None, complaint=str(error), hint=error.hint)
    first = Path(names[0]) if memory is None else memory.first(paths, names)
    return _recalled(open_one(first), memory)._replace(asked=_asked(paths, names))


def _asked_again(asked: Asked) -> Asked:
    """The folders that were asked for may hold other briefs by now."""
    from sahel_tui.errors import SahelError
    from sahel_tui.store.folders import brief_names

    try:
        return _asked(asked.paths, brief_names(asked.paths))
    except SahelError:
        return asked


def _asked(paths: Sequence[Path], names: Sequence[str]) -> Asked:
    few = tuple(map(Path, names)) if len(names) <= _FEW else ()
    return Asked(tuple(paths), len(names), few)


def _recalled(opened: Opened, memory: Memory | None) -> Opened:
    """With how the brief was left, where anything is remembered."""
    if memory is None or opened.reading is None:
        return opened
    view = opened.reading.view
    return opened._replace(recalled=memory.recall(Path(opened.file), view.id))


def open_one(path: Path, libraries: Libraries | None = None) -> Opened:
    """Read one brief; whatever is wrong is in the value."""
    from sahel_tui.errors import BriefError, SahelError
    from sahel_tui.reading import read_brief
    from sahel_tui.tui.brief_files import stamped, with_sources

    stamps = stamped(path)  # before it is read: what changes meanwhile is seen later
    try:
        reading = read_brief(path, libraries=libraries)
        return Opened(str(path), reading, stamps=with_sources(stamps, path, reading))
    except BriefError as error:
        problems = error.diagnostics
        return Opened(str(path), None, problems=problems, stamps=stamps)
    except SahelError as error:
        return Opened(str(path), None, complaint=str(error), hint=error.hint)


def open_again(
    path: Path,
    asked: Asked,
    memory: Memory | None = None,
    read: Callable[[Path], Opened] = open_one,
    *,
    anew: bool = False,
) -> Opened:
    """Have another brief read, or the same one again.

    All briefs are counted again where that is quick, or where it is asked for (`anew`).
    """
    if anew or asked.number <= _QUICK:
        asked = _asked_again(asked)
    return _recalled(read(path), memory)._replace(asked=asked)


class Ahead:
    """The first brief, being read in a child."""

    def __init__(self, paths: Sequence[Path], memory: Memory | None = None) -> None:
        self._paths, self._memory = paths, memory
        self._received = bytearray()
        self._child = 0
        if not hasattr(os, "fork"):
            return
        self._pipe, theirs = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._pipe)
            _send(theirs, paths, memory)
        os.close(theirs)

    def wait(self, seconds: float | None) -> Opened | None:
        """The result; None where it takes longer than that (None: however long it takes)."""
        if not self._child:
            return open_first(self._paths, self._memory)
        while True:
            if seconds is not None and not select.select([self._pipe], [], [], seconds)[0]:
                return None
            part = os.read(self._pipe, 1 << 20)
            if not part:
                return self._finish()
            self._received += part

    def _finish(self) -> Opened:
        os.close(self._pipe)
        _, status = os.waitpid(self._child, 0)
        if status == 0:
            opened: Opened = pickle.loads(self._received)  # written by our own child
            self._received.clear()
            return opened
        return Opened(
            str(self._paths[0]),
            None,
            complaint=f"reading stopped with a fault of the program's own (status {status})",
            hint="sahel-tui check says more of the brief.",
        )


def _send(pipe: int, paths: Sequence[Path], memory: Memory | None) -> None:
    """In the child: read, answer, and end without a trace on the terminal."""
    status = 1
    try:
        from sahel_tui.tui.hangup import end_when_gone

        end_when_gone(pipe)
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        with os.fdopen(pipe, "wb") as out:
            pickle.dump(open_first(paths, memory), out, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
