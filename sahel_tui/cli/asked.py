"""What a list command asks for: the filter of its options, and the rows that it lets through."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sahel_tui.cli.beside import open_briefs
from sahel_tui.cli.listings import LISTINGS
from sahel_tui.cli.wanted import read_filter
from sahel_tui.queries.filters import Filter, Rows
from sahel_tui.queries.library.listing import Place

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Collection, Iterator

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.config import Settings
    from sahel_tui.reading import Reading


@dataclass(frozen=True, slots=True)
class Listed:
    """What the filters leave of the rows of briefs."""

    found: list[tuple[Reading, Any]]
    """Each row with its brief."""
    many: bool
    """Whether there are several briefs."""


class Asked:
    """What is asked of the briefs; of an index as much as it knows."""

    def __init__(self, given: Namespace, settings: Settings, talk: Talk) -> None:
        """UsageError where an option names nothing that is known."""
        self._listing = LISTINGS[given.command]
        self.briefs = open_briefs(given, settings, talk)
        self.wanted = read_filter(given, self.briefs.names, self._types())

    def _types(self) -> Iterator[str]:
        yield from self._listing.types_known()
        yield from self.briefs.types(self._listing)

    @cached_property
    def places(self) -> frozenset[Place]:
        """The rows that are let through."""
        known = self.briefs.places(self._listing, self.wanted)
        if known is not None and not self.wanted.match:
            return known
        return frozenset(
            Place(reading.view.id, reading.view.path, row.id)
            for reading, row in self.listed().found
        )

    def say_hidden(self, shown: int, talk: Talk) -> None:
        """How many rows the filters hide, where there are any."""
        if self.wanted != Filter():
            total = self.briefs.total(self._listing)
            some = f"{self._listing.noun}{'' if total == 1 else 's'}"
            talk.say(f"{shown:,} of {total:,} {some} shown")

    def listed(self, within: Collection[str] | None = None) -> Listed:
        """The rows that are let through, of briefs `within` these paths alone."""
        if within is None and (known := self.briefs.places(self._listing, self.wanted)) is not None:
            within = {place.path for place in known}
        listing, found = self._listing, []
        for reading in self.briefs.readings(within):
            rows = Rows(listing.rows(reading.view), listing.describe).keep(self.wanted).rows
            found += [(reading, row) for row in rows]
        if key := listing.sort_key:
            found.sort(key=lambda pair: key(pair[1]))
        return Listed(found, self.briefs.number > 1)
