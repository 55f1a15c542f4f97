"""A library by its index, beside which the briefs are read of which more must be known."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from sahel_tui.cli.briefs import read_all
from sahel_tui.index.told import claim_words, claims, names_here, told_events, told_relations
from sahel_tui.library_reading import rows_at_hand
from sahel_tui.model.markings import highest
from sahel_tui.queries.library.extraction import rows_of
from sahel_tui.queries.library.listing import Place
from sahel_tui.queries.library.row_facets import (
    event_row_facets,
    item_facets,
    relation_row_facets,
)
from sahel_tui.queries.matching import Haystack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.listings import Listing
    from sahel_tui.index.library_rows import IndexRows
    from sahel_tui.index.told import NamesHere
    from sahel_tui.library_reading import LibraryFiles
    from sahel_tui.queries.facets import Facets
    from sahel_tui.queries.filters import Filter, Names
    from sahel_tui.reading import Reading

_OWN_PLACES = re.compile(rb"""\[\[\s*["']?place|place["']?\s*=\s*\[""")
"""What the file of a brief that declares places has in it."""


class ByIndex:
    """`Briefs` of an index that has all of them as they are."""

    def __init__(
        self, rows: IndexRows, paths: Sequence[Path], talk: Talk, *, own_places: bool
    ) -> None:
        """Briefs that could not be read are read, and so reported; with `own_places` also those
        that may declare places, of which an index has only what is mentioned.
        """
        self._rows = rows
        self._talk = talk
        self._paths = {str(path): path for path in paths}
        self._markings = {one.path: one.marking for one in rows.briefs()}
        self._read: dict[str, Reading] = {}
        self.whole = True
        self._look(
            path
            for name, path in self._paths.items()
            if name not in self._markings or (own_places and _may_declare_places(path))
        )

    def _look(self, paths: Iterable[Path]) -> None:
        found, whole = read_all(list(paths), self._talk, processes=None)
        self._read |= {one.view.path: one for one in found}
        self.whole = self.whole and whole

    @property
    def number(self) -> int:
        """Of those that can be read."""
        return len(self._markings)

    def names(self) -> Iterable[Names]:
        """By the documents, but of what is read by the views."""
        found: dict[str, Names] = {**self._here}
        found |= {path: one.view for path, one in self._read.items()}
        return [found[path] for path in self._paths if path in found]

    @cached_property
    def _here(self) -> Mapping[str, NamesHere]:
        return names_here(self._rows)

    def types(self, listing: Listing) -> Iterable[str]:
        """Of all rows."""
        described = self._described(listing.noun, words=False)
        return {facets.type for _, facets in described if facets.type is not None}

    def total(self, listing: Listing) -> int:
        """As the index has counted."""
        return self._rows.number(listing.noun)

    def places(self, listing: Listing, wanted: Filter) -> frozenset[Place] | None:
        """What a filter lets through, and by its text perhaps more."""
        described = self._described(listing.noun, words=bool(wanted.match))
        through = [(place, one.fields) for place, one in described if wanted.lets_through(one)]
        haystack = Haystack([fields for _, fields in through])
        return frozenset(through[at][0] for at in haystack.matching(wanted.match))

    def _described(self, kind: str, *, words: bool) -> Iterator[tuple[Place, Facets]]:
        """All rows as filters see them; with `words` as texts are found in them, too."""
        if kind in ("point", "actor"):
            links = self._links() if words else {}
            for document in self._rows.all_documents():
                for item in claims(document, kind):
                    place = Place(document.brief, document.path, item.id)
                    yield place, item_facets(item, links.get(place, ()))
            return
        more = dict(claim_words(self._rows, kind)) if words else {}
        for relation in self._rows.relations() if kind == "relation" else ():
            place = Place(relation.told.brief, relation.told.path, relation.id)
            yield place, relation_row_facets(relation, more.get(place, ()))
        for event in self._rows.events() if kind == "event" else ():
            place = Place(event.told.brief, event.told.path, event.id)
            yield place, event_row_facets(event, more.get(place, ()))

    def _links(self) -> dict[Place, tuple[str, ...]]:
        """What points say of others, as it may be written."""
        found: dict[Place, tuple[str, ...]] = {}
        for one in self._rows.links():
            place = Place(one.told.brief, one.told.path, one.point)
            ways = (one.to_point, f"#{one.to_point}", f"{one.to_brief}#{one.to_point}")
            found[place] = (*found.get(place, ()), *(f"{one.how} {way}" for way in ways))
        return found

    def readings(self, within: Collection[str] | None = None) -> Sequence[Reading]:
        """All of them, or those of some paths; none is read twice."""
        wanted = [one for one in self._markings if within is None or one in within]
        some = set(wanted)
        self._look(self._paths[one] for one in wanted if one not in self._read)
        return [self._read[one] for one in self._paths if one in self._read and one in some]

    def files(self, listing: Listing) -> LibraryFiles:
        """By the index, but of what is read by the views."""
        read = {
            path: rows_of(one.view, len(one.diagnostics), one.marking_order)
            for path, one in self._read.items()
        }
        told = (
            told_events(self._rows)
            if listing.noun == "event"
            else told_relations(self._rows, self._here)
        )
        found = [read.get(one.brief.path, one) for one in told]
        order = tuple(self._rows.marking_order) if found else ()
        return rows_at_hand(found, self._rows.judgements(), order)

    def banner(self, paths: Collection[str]) -> str | None:
        """As the library orders markings."""
        return highest((self._markings[one] for one in paths), self._rows.marking_order)


def is_one_library(folder: Path, paths: Sequence[Path]) -> bool:
    """Whether no brief of a folder has another `sahel.toml` than the folder."""
    from sahel_tui.store.folders import find_library

    own = find_library(folder / "any.toml")
    return all(find_library(one / "any.toml") == own for one in {path.parent for path in paths})


def _may_declare_places(path: Path) -> bool:
    try:
        return _OWN_PLACES.search(path.read_bytes()) is not None
    except OSError:
        return True
