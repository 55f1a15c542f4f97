"""One brief of a library, read for the index."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.errors import BriefError, Diagnostic, SahelError
from sahel_tui.index.changes import registry_of
from sahel_tui.index.packing import compressed, plain
from sahel_tui.index.records import Record, Unread, head_of, rows_of
from sahel_tui.index.stamps import Stamp, Stamps, stamp_of
from sahel_tui.queries.search.documents import document_of
from sahel_tui.reading import read_brief

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.index.packing import Plain
    from sahel_tui.queries.search.documents import Document
    from sahel_tui.reading import Libraries, Reading


FAULT = "fault"
"""The code of what is wrong with the program, not with a brief."""


class Reader:
    """Reads briefs; what they share is read once."""

    def __init__(self, library: str, words: bytes = b"") -> None:
        self._library = library
        self._words = words
        self._libraries: Libraries = {}
        self._registries: dict[str, Stamp] = {}
        self._registry_of: dict[str, str | None] = {}
        """By folder."""

    def read(self, path: str) -> Record | Unread:
        """The brief of a path, or why it could not be read, whatever that is."""
        stamps = self._stamps(path)  # before it is read: what changes meanwhile is seen next time
        try:
            return self._record(path, stamps)
        except BriefError as error:
            found = tuple(map(self._named_from_here, error.diagnostics))
        except SahelError as error:
            found = (self._failure(path, "file-unreadable", str(error), error.hint),)
        except Exception as error:  # of this brief alone: the others are to be read
            message = f"a bug of the program: {type(error).__name__}: {error}"
            found = (self._failure(path, FAULT, message, "tell those who write it"),)
        sources = tuple(
            stamp_of(self._library, one, below=True) for one in self._named_sources(path)
        )
        if any(one.code == FAULT for one in found):  # which another version may not have
            stamps = stamps._replace(own=stamps.own._replace(sha256=""))
        return Unread(path, stamps._replace(sources=sources), found)

    def document(self, path: str) -> Plain | None:
        """The plain document of a brief; None where it cannot be read."""
        try:
            return plain(self._document(path, self._reading(path)))
        except Exception:  # why is said when its turn comes
            return None

    def _reading(self, path: str) -> Reading:
        return read_brief(Path(self._library, path), libraries=self._libraries)

    def _document(self, path: str, reading: Reading) -> Document:
        return document_of(reading.view)._replace(path=path)

    def _record(self, path: str, stamps: Stamps) -> Record:
        from sahel_tui.queries.search.terms import terms_of

        reading = self._reading(path)
        document = self._document(path, reading)
        read = {source.sha256 for source in reading.view.sources}
        sources = tuple(self._source(path, file, read) for file in dict.fromkeys(reading.files))
        return Record(
            path,
            stamps._replace(sources=sources).text(),
            head_of(reading, document),
            compressed(plain(document), self._words),
            terms_of(document),
            rows_of(reading.view, reading.marking_order),
        )

    def _stamps(self, path: str) -> Stamps:
        own = stamp_of(self._library, path)
        folder = os.path.dirname(path)
        if folder not in self._registry_of:
            self._registry_of[folder] = registry_of(self._library, path)
        name = self._registry_of[folder]
        if name is not None and name not in self._registries:
            self._registries[name] = stamp_of(self._library, name)
        return Stamps(own, (), self._registries[name] if name is not None else None)

    def _source(self, path: str, file: str, read: set[str]) -> Stamp:
        stamp = stamp_of(self._library, _beside(path, file), below=True)
        # Another text by now than that which was read: the brief has changed.
        return stamp if stamp.sha256 in read else stamp._replace(sha256="")

    def _named_sources(self, path: str) -> Iterable[str]:
        from sahel_tui.store.document import read_document

        try:
            rows = read_document(Path(self._library, path)).data.get("source")
        except Exception:  # a brief that names none
            return []
        tables = [one for one in rows if isinstance(one, dict)] if isinstance(rows, list) else []
        files = [one.get("file") for one in tables]
        named = [one for one in files if isinstance(one, str) and _is_below(one)]
        return dict.fromkeys(_beside(path, one) for one in named)

    def _failure(self, path: str, code: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(path, None, None, "", "error", code, message, hint)

    def _named_from_here(self, diagnostic: Diagnostic) -> Diagnostic:
        return diagnostic._replace(file=os.path.relpath(diagnostic.file, self._library))


def _beside(path: str, file: str) -> str:
    return os.path.join(os.path.dirname(path), file)


def _is_below(file: str) -> bool:
    """Whether a source may be in the brief's folder: others are never looked at."""
    return not file.startswith("/") and ".." not in file.split("/") and "\0" not in file
