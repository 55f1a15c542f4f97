"""A process that reads briefs for the screens: what reading needs is in its memory, not in theirs.

It is begun when it is asked, answers in pickles over pipes that nobody else holds, and ends when it
has not been asked for a while, or with who asks.
"""

from __future__ import annotations

import pickle
import select
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, cast

from sahel_tui.tui.ahead import Opened, open_one
from sahel_tui.tui.own_process import begin

if TYPE_CHECKING:
    from sahel_tui.queries.library.rows import Declared
    from sahel_tui.queries.views import BriefView
    from sahel_tui.reading import Libraries

    Question = tuple[Literal["opened", "declared"], Path]

_IDLE = 60.0
"""Seconds after which one that nobody asks ends: another takes a moment to begin."""


class ReadingProcess:
    """Asked in threads. While one waits for an answer, who asks as well has another process.

    What cannot be had of any process is read here.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._idle: _Process | None = None
        self._busy: set[_Process] = set()
        self._closed = False

    def opened(self, path: Path) -> Opened:
        """A brief, or what is wrong with it: all is in the value."""
        try:
            return cast("Opened", self._ask(("opened", path)))
        except EOFError:
            complaint = "reading stopped with a fault of the program's own"
            hint = "sahel-tui check says more of the brief."
            return Opened(str(path), None, complaint=complaint, hint=hint)
        except OSError:
            return open_one(path)

    def view(self, path: str) -> BriefView | None:
        """A brief; None where it cannot be read."""
        reading = self.opened(Path(path)).reading
        return reading.view if reading is not None else None

    def declared(self, library: Path) -> Declared:
        """What a library's file says that all its briefs share; of one with errors, nothing."""
        from sahel_tui.index.beyond import ReadHere

        try:
            return cast("Declared", self._ask(("declared", library)))
        except (EOFError, OSError):
            return ReadHere().declared(library)

    def make_ready(self) -> None:
        """Begin, so that who asks next does not wait for that."""
        with self._lock:
            if self._idle is not None and not self._idle.is_alive:
                self._idle.end()
                self._idle = None
            if not (self._closed or self._busy or self._idle):
                with suppress(OSError):  # who asks next reads without one
                    self._idle = _Process()

    def close(self) -> None:
        """End all of them, whatever they do."""
        with self._lock:
            self._closed = True
            for one in (*self._busy, *([self._idle] if self._idle is not None else [])):
                one.end()

    def _ask(self, question: Question) -> Any:
        """EOFError where a process ended over it; OSError where none can be begun."""
        process, has_waited = self._taken()
        try:
            answer = process.answer(question)
        except BaseException as error:
            self._give_back(process, whole=False)
            if has_waited and isinstance(error, EOFError):  # it may have ended for want of any
                return self._ask(question)
            raise
        self._give_back(process, whole=True)
        return answer

    def _taken(self) -> tuple[_Process, bool]:
        """One that has waited, or a new one."""
        with self._lock:
            if self._closed:
                raise EOFError
            process, self._idle = self._idle, None
            if process is not None and not process.is_alive:
                process.end()
                process = None
            has_waited = process is not None
            process = process or _Process()
            self._busy.add(process)
            return process, has_waited

    def _give_back(self, process: _Process, *, whole: bool) -> None:
        with self._lock:
            self._busy.discard(process)
            if whole and self._idle is None and not self._closed:
                self._idle = process
            else:
                process.end()


class _Process:
    """One of them."""

    def __init__(self) -> None:
        self._process = begin("sahel_tui.tui.reading_process")

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def answer(self, question: Question) -> Any:
        """What it answers; EOFError where it ends before."""
        asked, answers = self._process.stdin, self._process.stdout
        assert asked
        assert answers
        try:
            pickle.dump(question, asked, pickle.HIGHEST_PROTOCOL)
            asked.flush()
            return pickle.load(answers)  # written by our own child
        except (ConnectionError, pickle.UnpicklingError, ValueError):  # in the midst, or closed
            raise EOFError from None
        except (AttributeError, ImportError, TypeError):  # it is of another version, put here since
            raise EOFError from None

    def end(self) -> None:
        """Who waits for an answer is told."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # of what it has not read
                if pipe is not None:
                    pipe.close()


class _Opening:
    """Opens briefs; what they share is read once, for as long as its file says the same."""

    def __init__(self) -> None:
        self._libraries: Libraries = {}
        self._digests: dict[Path, bytes] = {}

    def opened(self, path: Path) -> Opened:
        """A brief, or what is wrong with it."""
        from sahel_tui.store.folders import find_library

        file = find_library(path)
        self._libraries.pop(path.parent, None)  # by now it may be another's
        if file is not None:
            before, now = self._digests.get(file, b""), _digest(file)
            if now != before or not now:
                self._libraries.pop(file, None)
                self._digests[file] = now
        return open_one(path, self._libraries)


def _digest(file: Path) -> bytes:
    """Of what it says; empty where it cannot be read."""
    from sahel_tui.store.files import UnreadableError, read_bytes

    try:
        return sha256(read_bytes(file)).digest()
    except UnreadableError:
        return b""


def main() -> None:
    """Answer questions, until there are none for a while."""
    from sahel_tui.index.beyond import ReadHere
    from sahel_tui.queries import brief, findings  # noqa: F401 - before they are needed
    from sahel_tui.store import library, loader  # noqa: F401
    from sahel_tui.tui import brief_files  # noqa: F401
    from sahel_tui.tui.hangup import end_when_gone

    end_when_gone(1)
    answers = {"opened": _Opening().opened, "declared": ReadHere().declared}
    with open(0, "rb") as asked, open(1, "wb") as out:
        while select.select([asked], [], [], _IDLE)[0]:  # nobody asks twice at a time
            try:
                wanted, path = pickle.load(asked)
            except EOFError:
                return
            pickle.dump(answers[wanted](path), out, pickle.HIGHEST_PROTOCOL)
            out.flush()


if __name__ == "__main__":
    main()
