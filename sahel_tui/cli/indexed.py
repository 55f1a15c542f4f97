"""The rows of a whole library for commands: by its index, else by reading every brief."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.cli.library import open_library, say_conflicts
from sahel_tui.index.beside import open_if_whole
from sahel_tui.index.failures import IndexFailedError, IndexMissingError
from sahel_tui.index.library_rows import IndexRows
from sahel_tui.library_reading import on_all_processors
from sahel_tui.queries.library.extraction import quotes_of
from sahel_tui.queries.library.identities import Identities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.library_reading import LibraryFiles
    from sahel_tui.queries.library.contradictions import Contradiction
    from sahel_tui.queries.library.rows import Quote
    from sahel_tui.queries.views import Claim
    from sahel_tui.reading import Libraries

    Quotes = dict[tuple[str, Claim], tuple[Quote, ...]]

_FIRST, _TIMES, _MOST = 20, 4, 4000
"""Contradictions of which the quotes are read together: first a few, then more and more."""


class Rows(NamedTuple):
    """All rows of a library."""

    rows: IndexRows | LibraryFiles
    identities: Identities
    whole: bool
    """Whether there were no briefs with errors."""


def open_rows(library: Path, index: Path | None, talk: Talk) -> Rows:
    """By an index that has all briefs as they are, else by reading every brief."""
    rows = index_rows(library, index, talk)
    if rows is None:
        return Rows(*open_library([library], talk))
    identities = Identities(rows.judgements())
    say_conflicts(identities, talk)
    problems = rows.problems()
    talk.report(problems)
    return Rows(rows, identities, not problems)


def index_rows(library: Path, index: Path | None, talk: Talk) -> IndexRows | None:
    """Those of an index that has all briefs as they are; None where there is none."""
    if not os.path.isdir(library):
        return None
    try:
        found = open_if_whole(library, index)
    except IndexMissingError:
        return None
    except IndexFailedError as error:
        talk.say(f"sahel-tui: {error}: every brief is read ({error.hint})")
        return None
    return IndexRows(found) if found else None


def with_quotes(
    rows: IndexRows | LibraryFiles, found: Iterable[Contradiction]
) -> Iterator[tuple[Contradiction, Quotes]]:
    """Each with what its claims rest on: of many the briefs are read together, each once."""
    waiting, most = list(found), _FIRST
    while waiting:
        some, waiting = waiting[:most], waiting[most:]
        most = min(_MOST, _TIMES * most)
        quotes = _quotes(rows, some)
        for one in some:
            yield one, quotes


def _quotes(rows: IndexRows | LibraryFiles, some: Iterable[Contradiction]) -> Quotes:
    claims = {
        (said.told.path, said.claim): ()
        for one in some
        for said in (*(said for side in one.sides for said in side.tellings), *one.also)
        if said.told.path
    }
    if not isinstance(rows, IndexRows):
        return {(path, claim): rows.quotes(path, claim) for path, claim in claims}
    from pathlib import Path

    by_path: dict[str, list[Claim]] = {}
    for path, claim in claims:
        by_path.setdefault(path, []).append(claim)
    read = on_all_processors([Path(path) for path in by_path], _Reading(by_path))
    return {key: quotes for found in read for key, quotes in found}


class _Reading:
    """Reads what some claims of a brief rest on; what briefs share is read once."""

    def __init__(self, wanted: dict[str, list[Claim]]) -> None:
        self._wanted = wanted
        self._libraries: Libraries = {}

    def __call__(self, path: Path) -> list[tuple[tuple[str, Claim], tuple[Quote, ...]]]:
        """Of one brief; nothing where it can no longer be read."""
        from sahel_tui.errors import BriefError
        from sahel_tui.reading import read_brief

        try:
            view = read_brief(path, libraries=self._libraries).view
        except BriefError:
            view = None
        return [
            ((str(path), claim), quotes_of(view, claim) if view else ())
            for claim in self._wanted[str(path)]
        ]
