"""Bringing an index up to date: what changed is read, written to new files, and published."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.index.changes import briefs_among, find_changes, require_folder
from sahel_tui.index.crew import FEW, read_briefs
from sahel_tui.index.current import Current, publish, read_current, require_own
from sahel_tui.index.failures import IndexMissingError, IndexVersionError, said_when_unwritable
from sahel_tui.index.lock import written_by_us
from sahel_tui.index.merging import LIMITS, Merge
from sahel_tui.index.part import Part, diagnostics_in, discard_part, found_from
from sahel_tui.index.place import index_folder
from sahel_tui.index.stored import known_in, problems_in, verify
from sahel_tui.index.sweeping import sweep
from sahel_tui.index.words import named, read_words, words_from, write_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path

    from sahel_tui.errors import Diagnostic
    from sahel_tui.index.changes import Changes
    from sahel_tui.index.merging import Limits
    from sahel_tui.index.stored import Known
    from sahel_tui.index.words import Words

    Progress = Callable[[str, int, int], None]
    """What is being done, how many briefs of how many."""


class Updated(NamedTuple):
    """What an update did."""

    folder: Path
    """Of the index."""
    briefs: int
    """How many can be searched now."""
    read: int
    """How many were read: new ones, and those that had changed."""
    removed: int
    """How many are gone."""
    problems: tuple[Diagnostic, ...]
    """Why briefs could not be read, whether now or before they last changed."""
    unread: int
    """How many briefs could not be read."""


def say_nothing(_doing: str, _done: int, _total: int) -> None:
    """Progress that nobody looks at."""


def update_index(
    library: Path,
    index: Path | None = None,
    *,
    rebuild: bool = False,
    check: bool = False,
    noticed: Iterable[Path] | None = None,
    progress: Progress = say_nothing,
    limits: Limits = LIMITS,
    processes: int | None = None,
) -> Updated:
    """Make or renew the index of a library; `check` reads all that is there of it first.

    One of another version is made anew; it is there to be read until the new one is whole.

    `noticed` are files that have changed, were added or removed: where these are a few briefs,
    nothing else is looked at.

    Raises IndexBusyError where another process does, IndexUnwritableError, IndexReadersError,
    IndexDamagedError (not with `rebuild`), and UsageError where there is no such folder, or no
    brief in it.
    """
    require_folder(library)
    folder = index_folder(library, index)
    if index is None:  # briefs that others may not read are not to be read in a cache either
        with said_when_unwritable(folder):
            folder.mkdir(0o700, parents=True, exist_ok=True)
    with written_by_us(folder), said_when_unwritable(folder):
        run = _Run(library, folder, progress, limits, processes)
        current = run.begin(rebuild=rebuild, check=check)
        only = None if noticed is None else briefs_among(library, noticed)
        if current is None or not run.is_little(current, only):
            only = None
        return run.update(current, only)


class _Run:
    """One update."""

    def __init__(
        self,
        library: Path,
        folder: Path,
        progress: Progress,
        limits: Limits,
        processes: int | None,
    ) -> None:
        self._library = library
        self._folder = folder
        self._progress = progress
        self._limits = limits
        self._processes = processes

    def begin(self, *, rebuild: bool, check: bool) -> Current | None:
        """The index as it is; None where it is to be made from nothing."""
        if rebuild:
            discard_part(self._folder)
            return None
        try:
            current = read_current(self._folder, self._library)
            require_own(current)
        except (IndexMissingError, IndexVersionError):
            return None
        if check:
            verify(self._folder, current)
        return current

    def is_little(self, current: Current, only: Collection[str] | None) -> bool:
        """Whether the delta has room for some briefs."""
        held = current.delta.briefs if current.delta else 0
        return only is not None and bool(current.shards) and held + len(only) <= self._limits.delta

    def update(self, current: Current | None, only: Collection[str] | None) -> Updated:
        """Find what changed, read it, and publish."""
        known = known_in(self._folder, current, only)
        changes = find_changes(self._library, known.stamps, only)
        if current is None or changes.fresh or changes.stale or changes.touched:
            current = self._renewed(current, known, changes)
        sweep(self._folder, current)
        return self._updated(current, changes)

    def _renewed(self, current: Current | None, known: Known, changes: Changes) -> Current:
        few = current is not None and len(changes.fresh) <= FEW
        with closing(Part(self._folder, few=few)) as part:
            words = self._words(current, part, changes.fresh)
            part.begin(words.data)
            self._read(part, words.data, changes.fresh)
            step = Merge(self._folder, words.data, known, changes, part, self._limits)
            before = current or Current(os.path.realpath(self._library), words.name)
            made = step.next(before, self._progress)
        publish(self._folder, made)
        discard_part(self._folder)
        return made

    def _words(self, current: Current | None, part: Part, fresh: Sequence[str]) -> Words:
        if current is not None:
            return read_words(self._folder, current.words)
        words = named(part.words) if part.words else words_from(str(self._library), fresh)
        write_words(self._folder, words)
        return words

    def _read(self, part: Part, words: bytes, fresh: Sequence[str]) -> None:
        """Read what is fresh, but for what an earlier run, which came to no end, has read."""
        read = part.stamps()
        changed = find_changes(self._library, read).fresh if read else ()
        still = read.keys() & set(fresh) - set(changed)
        part.forget(read.keys() - still)
        done = len(still)
        self._progress("reading", done, len(fresh))
        left = [path for path in fresh if path not in still]
        for one in read_briefs(str(self._library), left, words, self._processes):
            part.add(one)
            done += 1
            self._progress("reading", done, len(fresh))

    def _updated(self, current: Current, changes: Changes) -> Updated:
        rows = problems_in(self._folder, current.delta) if current.delta else []
        found = (one for _, _, text in rows for one in diagnostics_in(text))
        problems = (*changes.passed_over, *(found_from(self._library, one) for one in found))
        briefs = sum(one.briefs - len(one.dead) for one in current.files)
        gone = len(set(changes.stale) - set(changes.fresh))
        told = tuple(dict.fromkeys(problems))
        return Updated(self._folder, briefs, len(changes.fresh), gone, told, len(rows))
