"""Where the rows of a list come from: an index, beside which few briefs are read, or all briefs.

An index knows which rows a filter can let through, and who is named; what is printed of a row is
always read from its brief.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sahel_tui.cli.briefs import banner, read_all
from sahel_tui.cli.indexed import index_rows
from sahel_tui.library_reading import rows_of_readings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.listings import Listing
    from sahel_tui.config import Settings
    from sahel_tui.library_reading import LibraryFiles
    from sahel_tui.queries.filters import Filter, Names
    from sahel_tui.queries.library.listing import Place
    from sahel_tui.reading import Reading

_NARROWING = ("actor", "type", "sign", "place", "after", "before", "match")
"""The options by which an index can tell which briefs need not be read."""


class Briefs(Protocol):
    """The briefs that a command is about."""

    @property
    def number(self) -> int:
        """Of those that can be read."""

    @property
    def whole(self) -> bool:
        """Whether there are none with errors."""

    def names(self) -> Iterable[Names]:
        """Who and where each of them names, in their order."""

    def types(self, listing: Listing) -> Iterable[str]:
        """The types that its rows have."""

    def total(self, listing: Listing) -> int:
        """How many rows it has."""

    def places(self, listing: Listing, wanted: Filter) -> frozenset[Place] | None:
        """What a filter lets through, and by its text perhaps more; None: whoever reads it sees."""

    def readings(self, within: Collection[str] | None = None) -> Sequence[Reading]:
        """All of them in their order, or those of some paths."""

    def files(self, listing: Listing) -> LibraryFiles:
        """The events of all of them, or their relations and actors; what is judged of these."""

    def banner(self, paths: Collection[str]) -> str | None:
        """The highest marking of some of them."""


class AllRead:
    """All briefs, read at once."""

    def __init__(self, paths: Sequence[Path], talk: Talk) -> None:
        self._all, self.whole = read_all(paths, talk)

    @property
    def number(self) -> int:
        """Of those that can be read."""
        return len(self._all)

    def names(self) -> Iterable[Names]:
        """By their views."""
        return [one.view for one in self._all]

    def types(self, listing: Listing) -> Iterable[str]:
        """Of all rows."""
        rows = (listing.describe(row).type for one in self._all for row in listing.rows(one.view))
        return (type_ for type_ in rows if type_ is not None)

    def total(self, listing: Listing) -> int:
        """Counted."""
        return sum(len(listing.rows(one.view)) for one in self._all)

    def places(self, listing: Listing, wanted: Filter) -> frozenset[Place] | None:
        """All has been read."""
        del listing, wanted
        return None

    def readings(self, within: Collection[str] | None = None) -> Sequence[Reading]:
        """All of them, or some."""
        return [one for one in self._all if within is None or one.view.path in within]

    def files(self, listing: Listing) -> LibraryFiles:
        """All their rows."""
        del listing
        return rows_of_readings(self._all)

    def banner(self, paths: Collection[str]) -> str | None:
        """As they and their libraries say."""
        return banner(self.readings(paths))


def open_briefs(given: Namespace, settings: Settings, talk: Talk) -> Briefs:
    """By an index that has all briefs as they are, where that saves reading; else all read."""
    from sahel_tui.store.folders import brief_paths

    paths = list(given.paths) or [settings.library]
    if len(paths) == 1 and _narrows(given):
        rows = index_rows(paths[0], settings.index, talk)
        if rows is not None:
            from sahel_tui.cli.by_index import ByIndex, is_one_library

            found = brief_paths(paths)
            if is_one_library(paths[0], found):
                return ByIndex(rows, found, talk, own_places=_needs_places(given))
            rows.close()
    return AllRead(brief_paths(paths), talk)


def _narrows(given: Namespace) -> bool:
    from sahel_tui.cli.graph_options import looks_at_the_graph
    from sahel_tui.cli.timeline_options import is_drawn

    if given.command == "actors":
        return given.type is not None  # its words are in no row of an index
    return (
        given.command == "path"
        or (given.command == "relations" and looks_at_the_graph(given))
        or (given.command == "timeline" and is_drawn(given))
        or any(getattr(given, name, None) not in (None, "") for name in _NARROWING)
    )


def _needs_places(given: Namespace) -> bool:
    """Whether it matters what a brief declares of places, though it may not mention them."""
    return given.command == "timeline" and (given.place is not None or given.joined)
