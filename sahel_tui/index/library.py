"""A library by its index: searches and lists over all of its briefs, none of which is parsed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sahel_tui.index.actors import actor_rows, names_of
from sahel_tui.index.failures import said_when_damaged
from sahel_tui.index.lists import Lists, Page, Wanted
from sahel_tui.index.part import diagnostics_in, found_from
from sahel_tui.index.place import index_folder
from sahel_tui.index.snapshot import PASS, SEARCH, mark_of, open_snapshots
from sahel_tui.index.stored import verify

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.errors import Diagnostic
    from sahel_tui.index.engine import IndexEngine
    from sahel_tui.index.rows import (
        ActorRow,
        Appearance,
        BriefRow,
        Counts,
        EventRow,
        LinkRow,
        RelationRow,
    )
    from sahel_tui.index.snapshot import Snapshot

_PAGE = 100
_ALL = Wanted()


def open_library(library: Path, index: Path | None = None) -> LibraryIndex:
    """The index of a library's folder; `index` is what the settings say, None the user's cache.

    Raises IndexMissingError, IndexVersionError or IndexDamagedError: the briefs can be read
    without it.
    """
    return open_library_in(index_folder(library, index), library)


def open_library_in(folder: Path, library: Path) -> LibraryIndex:
    """The same, by the folder that the index is in."""
    searched, listed = open_snapshots(folder, library, SEARCH, PASS)
    return LibraryIndex(library, folder, searched, listed)


class LibraryIndex:
    """An index as it was when it was opened: whatever is written meanwhile, it stays the same.

    Searches and lists have connections of their own: to cancel a search leaves the lists alone.
    """

    def __init__(self, library: Path, folder: Path, searched: Snapshot, listed: Snapshot) -> None:
        self.library = library
        self.folder = folder
        self._searched = searched
        self._listed = listed
        self._lists = Lists(listed, str(library))

    def __enter__(self) -> LibraryIndex:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files; the engine ends with it."""
        self._searched.close()
        self._listed.close()

    @property
    def listed(self) -> Snapshot:
        """The files, for whoever goes through all rows."""
        return self._listed

    def newer(self) -> LibraryIndex | None:
        """The index as it is by now, where that is another; this one goes on until it is closed."""
        if mark_of(self.folder) == self._listed.mark:
            return None
        return self.again()

    def again(self) -> LibraryIndex:
        """The index as it is by now, with connections of its own: for another thread."""
        return open_library_in(self.folder, self.library)

    def verify(self) -> None:
        """Read all of it: IndexDamagedError where a file is not what was written."""
        verify(self.folder, self._listed.current)

    @cached_property
    def engine(self) -> IndexEngine:
        """What searches."""
        from sahel_tui.index.engine import IndexEngine

        return IndexEngine(self._searched, str(self.library))

    @cached_property
    def counts(self) -> Counts:
        """How much there is in all briefs."""
        return self._lists.counts()

    def briefs(
        self, sort: str = "newest", match: str = "", limit: int = _PAGE, offset: int = 0
    ) -> Page[BriefRow]:
        """Briefs, sorted as ORDERS has it; `match` is folded, in title, publisher or id."""
        return self._lists.briefs(sort, match, limit, offset)

    @cached_property
    def all_actors(self) -> tuple[ActorRow, ...]:
        """Every actor once, those of the most briefs first."""
        return actor_rows(self._listed)

    def actors(self, limit: int = _PAGE, offset: int = 0) -> Page[ActorRow]:
        """A page of them."""
        rows = self.all_actors[offset : offset + limit]
        return Page(rows, offset + limit < len(self.all_actors))

    def names(self, actor: str) -> tuple[tuple[str, int], ...]:
        """What briefs call an actor, and how many each."""
        return names_of(self._listed, actor)

    def appearances(self, actor: str, limit: int = _PAGE, offset: int = 0) -> Page[Appearance]:
        """The briefs that have an actor, the newest first."""
        return self._lists.appearances(actor, limit, offset)

    def events(
        self, wanted: Wanted = _ALL, limit: int = _PAGE, offset: int = 0, *, newest: bool = False
    ) -> Page[EventRow]:
        """Events by date, the oldest first, or the newest."""
        return self._lists.events(wanted, limit, offset, newest)

    def relations(
        self, wanted: Wanted = _ALL, limit: int = _PAGE, offset: int = 0, *, newest: bool = False
    ) -> Page[RelationRow]:
        """Relations by when they began, the oldest first, or the newest."""
        return self._lists.relations(wanted, limit, offset, newest)

    def links(self, limit: int = _PAGE, offset: int = 0) -> Page[LinkRow]:
        """What points say of other points; those of the newest briefs first."""
        return self._lists.links(limit, offset)

    def problems(self) -> tuple[Diagnostic, ...]:
        """Why briefs could not be read when they were last looked at."""
        rows = [
            text
            for shard in self._listed.shards
            for (text,) in shard.rows("select diagnostics from problem order by path")
        ]
        with said_when_damaged(self.folder):
            found = [one for text in rows for one in diagnostics_in(text)]
        return tuple(dict.fromkeys(found_from(self.library, one) for one in found))
