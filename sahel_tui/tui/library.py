"""The library as the screens ask for it: read once for all of them, in a thread of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.engines import SearchEngine
    from sahel_tui.reading import Libraries, Reading

_SWITCH = 0.001
"""Seconds after which a thread gives way to the screens: keys come before reading."""
_TELL_EVERY = 0.1
"""Seconds between two words on how far the reading has come."""


class Progress(NamedTuple):
    """How far the library has been read."""

    read: int = 0
    """Briefs that can be searched."""
    total: int = 0
    """Briefs that there are; 0 until they have been counted."""
    unread: int = 0
    """Briefs that could not be read: `sahel-tui check` says why."""
    done: bool = False
    trouble: str = ""
    """Why the library could not be listed."""

    @property
    def words(self) -> str:
        """`reading the library: 12 of 100`, `2 briefs could not be read`, or nothing."""
        if self.trouble:
            return self.trouble
        if not self.done:
            of = f": {self.read + self.unread:,} of {self.total:,}" if self.total else ""
            return f"reading the library{of}"
        plural = "brief" if self.unread == 1 else "briefs"
        return f"{self.unread:,} {plural} could not be read" if self.unread else ""


class Shelf:
    """The briefs of a library, to be searched and listed while they are still being read."""

    def __init__(
        self,
        asked: Sequence[Path],
        tell: Callable[[], None],
        known: Iterable[Reading] = (),
    ) -> None:
        """`tell` is called, in another thread, whenever there is more; `known` is read already."""
        self.asked = tuple(asked)
        self.progress = Progress()
        self._tell = tell
        self._known = {one.view.path: one for one in known}
        self._lock = Lock()
        self._stopped = Event()
        self._thread: Thread | None = None
        self._readings: list[Reading] = []
        self._documents: list[Document] = []
        self._engine: tuple[int, SearchEngine] | None = None

    # What the screens ask -----------------------------------------------------------------------

    @property
    def engine(self) -> SearchEngine:
        """What answers queries over all that has been read by now; ids stay what they are."""
        from sahel_tui.queries.search.engines import ScanEngine

        with self._lock:
            number = len(self._documents)
            if self._engine is None or self._engine[0] != number:
                self._engine = (number, ScanEngine(tuple(self._documents)))
            return self._engine[1]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All briefs that have been read by now; the number of each is its id for the engine."""
        with self._lock:
            return tuple(self._readings)

    def file_of(self, path: str) -> Path:
        """The file of a brief, by the path that its document or its hit names."""
        return Path(path)

    # Its thread ---------------------------------------------------------------------------------

    def open(self) -> None:
        """Begin to read, if that has not begun yet."""
        if self._thread is None:
            sys.setswitchinterval(min(_SWITCH, sys.getswitchinterval()))
            self._thread = Thread(target=self._read, name="library", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop reading, soon: after the brief that is being read."""
        self._stopped.set()

    def _read(self) -> None:
        from sahel_tui.errors import SahelError
        from sahel_tui.store.library import brief_paths

        try:
            paths = brief_paths(library_of(self.asked))
        except SahelError as error:
            self.progress = Progress(done=True, trouble=str(error))
            self._tell()
            return
        libraries: Libraries = {}
        told = 0.0
        # The newest first, where files are named by their dates; but before all others the one
        # that is shown, so that there is something to find at once.
        paths.reverse()
        for path in sorted(paths, key=lambda path: str(path) not in self._known):
            if self._stopped.is_set():
                return
            self._read_one(path, libraries, len(paths))
            if monotonic() - told > _TELL_EVERY:
                self._tell()
                told = monotonic()
        self.progress = self.progress._replace(done=True)
        self._tell()

    def _read_one(self, path: Path, libraries: Libraries, total: int) -> None:
        from sahel_tui.queries.search.documents import document_of
        from sahel_tui.reading import read_brief

        known = self._known.pop(str(path), None)
        try:
            reading = known or read_brief(path, libraries=libraries)
            document = document_of(reading.view)
        except Exception:  # of this brief alone, whatever it is: the others are to be read
            unread = self.progress.unread + 1
            self.progress = self.progress._replace(total=total, unread=unread)
            return
        with self._lock:
            self._readings.append(reading)
            self._documents.append(document)
        self.progress = self.progress._replace(total=total, read=len(self._documents))


def library_of(asked: Sequence[Path]) -> tuple[Path, ...]:
    """What makes up the library: folders, and files; of a brief, the folder of its `sahel.toml`."""
    from sahel_tui.store.library import find_library

    found: dict[Path, None] = {}
    for path in asked:
        file = None if os.path.isdir(path) else find_library(path)
        found[path if file is None else _as_named(file.parent, path)] = None
    return tuple(found)


def _as_named(folder: Path, brief: Path) -> Path:
    """A folder above a brief, as relative as the brief is named."""
    return folder if brief.is_absolute() else Path(os.path.relpath(folder))
