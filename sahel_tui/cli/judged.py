"""What `check` finds in the judgements of a library: those on nobody, and joins not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.library import conflict_words
from sahel_tui.queries.library.identities import Identities
from sahel_tui.queries.library.rows import Judgements
from sahel_tui.reading import judgement_of
from sahel_tui.store.document import read_document
from sahel_tui.store.folders import briefs_in
from sahel_tui.store.judged import unknown_judged
from sahel_tui.store.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sahel_tui.errors import Diagnostic, UsageError
    from sahel_tui.store.library import Library


def judged_wrong(file: Path, library: Library, actors: Mapping[Path, set[str]]) -> list[Diagnostic]:
    """Findings in a `sahel.toml`, in its order; `actors`: ids by the briefs that were read."""
    if not (library.same or library.different):
        return []
    found = [*_unmade(file, library), *_on_nobody(file, actors)]
    return sorted(found, key=lambda one: (one.line or 0, one.column or 0))


def _unmade(file: Path, library: Library) -> Iterator[Diagnostic]:
    same = tuple(map(judgement_of, library.same))
    judgements = Judgements(same, tuple(map(judgement_of, library.different)))
    document = read_document(file)
    for one in Identities(judgements).conflicts:
        at = ("same", same.index(one.same))
        hint = "remove the judgement that is wrong"
        problem = Problem(at, "unmade-join", conflict_words(one), hint, "warning")
        yield document.diagnostic(problem)


def _on_nobody(file: Path, actors: Mapping[Path, set[str]]) -> Iterator[Diagnostic]:
    """Only if all briefs of the library were read: one that was not may have them."""
    unread: list[UsageError] = []
    briefs = [actors.get(path) for path in briefs_in(file.parent, unread)]
    if None not in briefs and not unread:
        yield from unknown_judged(file, set().union(*filter(None, briefs)))
