"""What a thread does for the list of contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.shelf_rows import library_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.library.findings import Contradiction
    from sahel_tui.queries.library.rows import LibraryRows
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.screens.contradictions import About

    Step = tuple[LibraryRows, tuple[Contradiction, ...], frozenset[str], str | None, bool]
    """Rows, those found so far in order, the keys of the claim's own, the marking, whether all."""

_FIRST = 50
"""Contradictions after which the first are shown; then after twice as many, and so on."""


def gather_contradictions(
    shelf: Shelf, about: About | None, order: Sequence[str], stopped: Callable[[], bool]
) -> Iterator[Step]:
    """All of them, the claim's own first, then those of its brief; more and more."""
    from sahel_tui.queries.library.contradictions import contradictions
    from sahel_tui.queries.library.identities import Identities

    found: list[Contradiction] = []
    shown = _FIRST
    with library_rows(shelf) as rows:
        for one in contradictions(rows, Identities(rows.judgements())):
            if stopped():
                return
            found.append(one)
            if len(found) == shown:
                yield _step(rows, found, about, order, done=False)
                shown *= 2
        yield _step(rows, found, about, order, done=True)


def _step(
    rows: LibraryRows,
    found: Sequence[Contradiction],
    about: About | None,
    order: Sequence[str],
    *,
    done: bool,
) -> Step:
    from sahel_tui.model.markings import highest
    from sahel_tui.queries.library.findings import rank

    own = frozenset(one.key for one in found if _closeness(one, about) == 0)
    ordered = sorted(found, key=lambda one: (_closeness(one, about), rank(one)))
    markings = {
        said.marking
        for one in found
        for said in (*(said for side in one.sides for said in side.tellings), *one.also)
    }
    return rows, tuple(ordered), own, highest(sorted(markings, key=str), order), done


def _closeness(one: Contradiction, about: About | None) -> int:
    """0 of the claim itself, 1 of its brief, 2 of others."""
    if about is None:
        return 2
    said = [said for side in one.sides for said in side.tellings] + list(one.also)
    here = [one.claim for one in said if one.told.brief == about.brief]
    if about.claim is not None and about.claim in here:
        return 0
    return 1 if here else 2
