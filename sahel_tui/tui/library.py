"""The library as the screens ask for it: its index, or its briefs as a thread reads them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.tui.giving_back import keep_little

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sahel_tui.index.beyond import Beyond
    from sahel_tui.index.library import LibraryIndex
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.queries.search.engines import SearchEngine
    from sahel_tui.reading import Libraries, Reading
    from sahel_tui.tui.folder_look import Seen
    from sahel_tui.tui.index_process import IndexProcess, Made

SMALL = 200
"""Briefs up to which a library without an index is read as it is: some seconds of one core."""
_SWITCH = 0.001
"""Seconds after which a thread gives way to the screens: keys come before reading."""
_TELL_EVERY = 0.1
"""Seconds between two words on how far the reading has come."""
_REMADE = "index of another version: made anew"


class Progress(NamedTuple):
    """How far the library has been read."""

    read: int = 0
    """Briefs that can be searched; those of an index are not counted."""
    total: int = 0
    """Briefs that there are; 0 until they have been counted."""
    unread: int = 0
    """Briefs that could not be read: `sahel-tui check` says why."""
    done: bool = False
    doing: str = "reading the library"
    trouble: str = ""
    """Why the library could not be listed, or its index not be used or renewed."""

    @property
    def words(self) -> str:
        """`reading the library: 12 of 100`, `2 briefs could not be read`, or nothing."""
        parts = [self.trouble] if self.trouble else []
        if not self.done:
            of = f": {self.read + self.unread:,} of {self.total:,}" if self.total else ""
            parts.append(f"{self.doing}{of}")
        elif self.unread:
            plural = "brief" if self.unread == 1 else "briefs"
            parts.append(f"{self.unread:,} {plural} could not be read")
        return " · ".join(parts)


class Shelf:
    """The briefs of a library, to be searched and listed while they are still being read.

    Where there is an index it is used, and renewed; a large library without one gets one. A small
    one is read as it is, and so is any whose index can't be used.
    """

    def __init__(
        self,
        asked: Sequence[Path],
        tell: Callable[[], None],
        known: Iterable[Reading] = (),
        index: Path | None = None,
        beyond: Beyond | None = None,
    ) -> None:
        """`tell` is called, in another thread, whenever there is more; `known` is read already.

        `index` is where indexes are kept, as the settings say; None: in the user's cache. `beyond`
        reads what an index lacks.
        """
        self.asked = tuple(asked)
        self.progress = Progress()
        self.index: LibraryIndex | None = None
        """All of the library's rows, by its index; None: all that there is are `readings`."""
        self.beyond = beyond
        self._indexes = index
        self._tell = tell
        self._known = {one.view.path: one for one in known}
        self._lock = Lock()
        self._stopped = Event()
        self._sought = Event()
        """Set once it is known whether there is an index."""
        self._thread: Thread | None = None
        self._readings: list[Reading] = []
        self._documents: list[Document] = []
        self._engine: tuple[int, SearchEngine] | None = None
        self._process: IndexProcess | None = None
        self.renewals = 0
        """How often something was found to have changed."""
        self._seen: Seen | None = None
        """What its files looked like before they were read; None: they are too many to look at."""
        self._unread: set[str] = set()

    # What the screens ask -----------------------------------------------------------------------

    @property
    def engine(self) -> SearchEngine:
        """What answers queries over all that there is by now; for one thread at a time."""
        from sahel_tui.queries.search.engines import ScanEngine

        if self.index is not None:
            return self.index.engine
        with self._lock:
            number = len(self._documents)
            if self._engine is None or self._engine[0] != number:
                self._engine = (number, ScanEngine(tuple(self._documents)))
            return self._engine[1]

    @property
    def is_whole(self) -> bool:
        """Whether what can be searched is all that there is, as far as is known."""
        return self.index is not None or self.progress.done

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All briefs that have been read by now, none where there is an index.

        The number of each is its id for the engine.
        """
        with self._lock:
            return tuple(self._readings)

    def file_of(self, path: str) -> Path:
        """The file of a brief, by the path that its document or its hit names."""
        return Path(path)

    def finds_index(self) -> bool:
        """Whether there is an index from the start on; for a thread, since this has to be seen."""
        self._sought.wait()
        return self.index is not None

    # Its thread ---------------------------------------------------------------------------------

    def open(self) -> None:
        """Begin to read, if that has not begun yet."""
        if self._thread is None:
            sys.setswitchinterval(min(_SWITCH, sys.getswitchinterval()))
            self._thread = Thread(target=self._run, name="library", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop reading, soon: after the brief that is being read."""
        self._stopped.set()
        if self._process is not None:
            self._process.stop()

    def _run(self) -> None:
        from sahel_tui.errors import SahelError

        keep_little()

        try:
            self._read()
        except SahelError as error:
            self._say(trouble=f"{error}: {error.hint}" if error.hint else str(error))
        except Exception as error:  # a fault of our own: the screens go on with what there is
            self._say(trouble=f"the library could not be read: {type(error).__name__}")
        self._sought.set()
        if not self._stopped.is_set():
            self._say(done=True)

    def _say(self, **changes: object) -> None:
        self.progress = self.progress._replace(**changes)  # type: ignore[arg-type]
        self._tell()

    def _read(self) -> None:
        """Use the index, or read the briefs."""
        from sahel_tui.store.folders import brief_paths
        from sahel_tui.tui.library_folders import library_of

        library = library_of(self.asked)
        folder = library[0] if len(library) == 1 and os.path.isdir(library[0]) else None
        found = folder is not None and self._open_index(folder)
        self._sought.set()
        if folder is not None and found:
            self._look()
            self._renew(folder)
            return
        self._look()
        paths = brief_paths(library)
        paths.reverse()  # the newest first, where files are named by their dates
        if folder is None or (len(paths) <= SMALL and self.progress.trouble != _REMADE):
            self._scan(paths, len(paths))
            return
        self._begin_renewing(folder)  # of a large library the newest can be searched meanwhile
        self._scan(paths[:SMALL], len(paths))
        self._renew(folder)
        if self.index is None:
            self._scan(paths[SMALL:], len(paths))
        else:
            with self._lock:
                self._readings, self._documents, self._engine = [], [], None

    # An index -----------------------------------------------------------------------------------

    def _open_index(self, folder: Path) -> bool:
        """Use the index, if there is one that is whole."""
        from sahel_tui.index.failures import IndexDamagedError, IndexMissingError, IndexVersionError
        from sahel_tui.index.library import open_library

        try:
            self.index = open_library(folder, self._indexes)
        except IndexMissingError:
            return False
        except IndexVersionError:
            self._say(trouble=_REMADE)
            return False
        except IndexDamagedError as error:
            self._say(trouble=f"{error}: {error.hint}")
            return False
        self._say(doing="looking for changed briefs", trouble="")
        return True

    def _begin_renewing(self, folder: Path) -> None:
        from sahel_tui.tui.index_process import IndexProcess

        if self._process is None:
            self._process = IndexProcess(folder, self._indexes)

    def _renew(self, folder: Path) -> None:
        """Bring the index up to date; where that can't be done, say so, and go on with it."""
        self._begin_renewing(folder)
        number = self.progress.total
        making = f"{'the newest' if number > SMALL else 'all'} are searched meanwhile"
        if self.progress.trouble != _REMADE:
            making = f"making an index of {number:,} briefs: {making}"
        self._say(doing="looking for changed briefs" if self.index else making, total=0)
        made = self._process_ended()
        if not self._stopped.is_set():
            if self.index is None:
                self._open_index(folder)
            self._use(made)

    def _process_ended(self) -> Made:
        assert self._process is not None
        made, self._process = self._process.wait(), None
        return made

    def _use(self, made: Made) -> None:
        if self.index is not None:  # who still uses the one before goes on with it
            self.index = self.index.newer() or self.index
        self.progress = self.progress._replace(unread=made.unread)
        if made.trouble:
            self._say(trouble=made.trouble)

    def _look(self) -> Seen | None:
        from sahel_tui.tui.folder_look import look
        from sahel_tui.tui.library_folders import library_of

        now = look(library_of(self.asked))
        self._seen = self._seen if now is None else now
        return now

    # A scan -------------------------------------------------------------------------------------

    def _scan(self, paths: list[Path], total: int) -> None:
        self.progress = self.progress._replace(doing="reading the library", total=total)
        libraries: Libraries = {}
        # Before all others the one that is shown: there is something to find at once.
        for path in sorted(paths, key=lambda path: str(path) not in self._known):
            if self._stopped.is_set():
                return
            self._read_one(path, libraries)
            self._tell_now_and_then()

    def _read_one(self, path: Path, libraries: Libraries) -> None:
        from sahel_tui.queries.search.documents import document_of
        from sahel_tui.reading import read_brief

        known = self._known.pop(str(path), None)
        try:
            reading = known or read_brief(path, libraries=libraries)
            document = document_of(reading.view)
        except Exception:  # of this brief alone, whatever it is: the others are to be read
            self._unread.add(str(path))
            self.progress = self.progress._replace(unread=len(self._unread))
            return
        with self._lock:
            self._readings.append(reading)
            self._documents.append(document)
        self.progress = self.progress._replace(read=len(self._documents))

    _told = 0.0

    def _tell_now_and_then(self) -> None:
        now = monotonic()
        if now - self._told > _TELL_EVERY:
            self._told = now
            self._tell()
