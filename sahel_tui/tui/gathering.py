"""What is known of a library's briefs for their list: heads first, then all that is counted."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.errors import SahelError
from sahel_tui.queries.catalogue import Entry, Held, day_of, entry_of
from sahel_tui.tui.ahead import open_one
from sahel_tui.tui.library_folders import library_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.index.library import LibraryIndex
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.listed_briefs import ListedBriefs

_BATCH = 500
"""Heads that are read between two looks at the list."""
_HEADS_AT_ONCE = 20
"""Heads that are read while a key waits."""
AT_ONCE = 1000
"""Briefs up to which arranging them takes no longer than a key may."""


class Gathering:
    """Gathers entries, in the order of the files; to be used in one thread at a time."""

    def __init__(self, shelf: Shelf, paths: Sequence[Path]) -> None:
        self._shelf = shelf
        self._paths = paths
        self._known: dict[str, Entry] = {}
        self._counted = 0
        """Readings of the shelf whose entries are known."""
        self._renewals = shelf.renewals
        """How often the library had changed when they were."""
        self._of_index: tuple[LibraryIndex, Held | ListedBriefs] | None = None
        """An index, and what it has of all briefs."""

    def begin(self) -> Held:
        """The briefs that are known by their files, where they are few: a key typed ahead waits."""
        if len(self._paths) <= _HEADS_AT_ONCE:
            for path in self._paths:
                self._read_head(path)
        return self._entries()

    def heads(self) -> Iterator[Held]:
        """Title and date of each, as its file says them at its beginning; more and more."""
        from sahel_tui.store.folders import brief_paths

        if self._shelf.finds_index():
            return  # it has more to say of each
        try:
            self._paths = brief_paths(library_of(self._shelf.asked))
        except SahelError:
            return  # the shelf says why
        for number, path in enumerate(self._paths, 1):
            if self._shelf.index is not None:
                self._paths, self._known = (), {}
                return
            self._read_head(path)
            if number % _BATCH == 0:
                yield self._entries()
        yield self._entries()

    def _read_head(self, path: Path) -> None:
        from sahel_tui.store.heads import read_head

        if str(path) not in self._known:
            title, published, trouble = read_head(path)
            day = day_of(published)
            self._known[str(path)] = Entry(str(path), title, published, day, trouble=trouble)

    def counts(self) -> Held | ListedBriefs:
        """All that is known by now; why a brief cannot be read, once all have been."""
        from sahel_tui.queries.library.extraction import rows_of

        index = self._shelf.index
        if index is not None:
            if self._of_index is None or self._of_index[0] is not index:
                self._of_index = index, _indexed(index)
            return self._of_index[1]
        if self._renewals != self._shelf.renewals:
            self._begin_anew()
        for reading in self._shelf.readings[self._counted :]:
            row = rows_of(reading.view, len(reading.diagnostics)).brief
            self._known[row.path] = entry_of(row)
            self._counted += 1
        if self._shelf.progress.done and self._shelf.index is None:
            for path, entry in self._known.items():
                if entry.counts is None and not entry.trouble.startswith(_ERRORS):
                    self._known[path] = entry._replace(trouble=_trouble(path))
        return self._entries()

    def _begin_anew(self) -> None:
        """Of the files that there are by now."""
        from sahel_tui.store.folders import brief_paths

        self._renewals = self._shelf.renewals
        with suppress(SahelError):
            self._paths = brief_paths(library_of(self._shelf.asked))
        self._known, self._counted = {}, 0
        for path in self._paths:
            self._read_head(path)

    def _entries(self) -> Held:
        known = self._known
        return Held(known[path] for path in map(str, self._paths) if path in known)


_ERRORS = "cannot be read: "


def _indexed(index: LibraryIndex) -> Held | ListedBriefs:
    """What an index has of all briefs, also of those that could not be read; a few are held."""
    from sahel_tui.index.library_rows import IndexRows

    with index.again() as mine:
        problems: dict[str, list[str]] = {}
        for problem in mine.problems():
            problems.setdefault(problem.file, []).append(problem.message)
        unread = [Entry(file, trouble=_said(said)) for file, said in problems.items()]
        if mine.counts.briefs > AT_ONCE:
            from sahel_tui.tui.listed_briefs import ListedBriefs

            return ListedBriefs(mine, unread)
        return Held((*map(entry_of, IndexRows(mine).briefs()), *unread))


def _trouble(path: str) -> str:
    """Why a brief cannot be read: the first of its errors, and how many there are."""
    opened = open_one(Path(path))
    return _said([one.message for one in opened.problems] or [opened.complaint or "it has changed"])


def _said(said: Sequence[str]) -> str:
    """The first of some errors, and how many more there are."""
    more = f" (and {len(said) - 1:,} more)" if len(said) > 1 else ""
    return f"{_ERRORS}{said[0]}{more}"
