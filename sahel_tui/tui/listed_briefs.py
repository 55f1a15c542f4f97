"""The briefs of an index as the entries of their list: none is held but what a screen shows."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from sahel_tui.index.brief_rows import Briefs
from sahel_tui.index.failures import StoppedError
from sahel_tui.index.scope import ScopeIndex
from sahel_tui.queries.catalogue import Entry, entry_of
from sahel_tui.queries.library.listing import Listing
from sahel_tui.tui.giving_back import give_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.index.library import LibraryIndex

_BATCH = 1024


class ListedBriefs:
    """Entries of an index by date, then those of the briefs that could not be read."""

    def __init__(self, index: LibraryIndex, unread: Sequence[Entry]) -> None:
        """For a thread: it reads where all of them are."""
        self._files = ScopeIndex(index)
        self._briefs = Briefs(self._files)
        self._listing = Listing(self._briefs)
        for numbers in self._briefs.keys():  # noqa: SIM118 - not a mapping
            self._listing.extend(numbers)
        self._unread = tuple(sorted(unread, key=lambda one: one.path))
        give_back()
        self.markings = sorted(self._files.markings(), key=str)

    @property
    def unread(self) -> int:
        """How many cannot be read."""
        return len(self._unread)

    def __len__(self) -> int:
        return len(self._listing) + len(self._unread)

    def __getitem__(self, at: int, /) -> Entry:
        if at < len(self._listing):
            return entry_of(self._listing[at])
        return self._unread[at - len(self._listing)]

    def __iter__(self) -> Iterator[Entry]:
        """For a thread; fewer where they are closed meanwhile."""
        numbers = self._listing.numbers
        for first in range(0, len(numbers), _BATCH):
            try:
                rows = self._briefs.read(numbers[first : first + _BATCH])
            except StoppedError:
                return
            yield from map(entry_of, rows)
        yield from self._unread

    def newest(self) -> Sequence[int]:
        """They are in this order."""
        return range(len(self))

    def by_title(self) -> Sequence[int]:
        """As SQLite sorts them."""
        places = {number: at for at, number in enumerate(self._listing.numbers)}
        found = array("I")
        try:
            for numbers in Briefs(self._files, "title").keys():  # noqa: SIM118
                found.extend(map(places.__getitem__, numbers))
        except StoppedError:
            return self.newest()
        found.extend(range(len(found), len(self)))
        return found

    def place_of(self, path: str) -> int | None:
        """The place of a brief among them."""
        number = self._briefs.number_of(path)
        if number is not None and number in self._listing.numbers:
            return self._listing.numbers.index(number)
        first = len(self._listing)
        return next((at for at, one in enumerate(self._unread, first) if one.path == path), None)

    def close(self) -> None:
        """Let go of the index."""
        self._files.close()
