"""What a thread does for the list of contradictions."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from sahel_tui.tui.shelf_rows import library_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sahel_tui.queries.library.findings import Contradiction
    from sahel_tui.queries.library.rows import LibraryRows
    from sahel_tui.tui.library import Shelf
    from sahel_tui.tui.screens.contradictions import About

    Step = tuple[LibraryRows, tuple[Contradiction, ...], frozenset[str], str | None, bool]
    """Rows, those found so far in order, the keys of the claim's own, the marking, whether all."""

_SOON = 0.3
"""Seconds after which the first are shown; then whenever it has taken twice as long."""
PART = 5000
"""Contradictions after which others are looked for only when somebody wants them."""


class NobodyWaitsError(Exception):
    """What is looked for is no longer shown."""


class _Watched:
    """The rows of a library for as long as somebody waits for what is made of them."""

    def __init__(self, rows: LibraryRows, stopped: Callable[[], bool]) -> None:
        self._rows, self._stopped = rows, stopped
        self.links = partial(self._while_wanted, rows.links)
        self.relations = partial(self._while_wanted, rows.relations)
        self.newest_events = partial(self._while_wanted, rows.newest_events)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rows, name)

    def _while_wanted(self, rows: Callable[..., Iterator[Any]], *ids: Any) -> Iterator[Any]:
        for row in rows(*ids):
            if self._stopped():
                raise NobodyWaitsError
            yield row


def gather_contradictions(
    shelf: Shelf,
    about: About | None,
    order: Sequence[str],
    stopped: Callable[[], bool],
    wanted: Callable[[], object] = bool,
) -> Iterator[Step]:
    """All of them, the claim's own first, then those of its brief; more and more.

    After each PART of them `wanted` returns once somebody wants the next.
    """
    from sahel_tui.queries.library.contradictions import contradictions
    from sahel_tui.queries.library.identities import Identities

    found: list[Contradiction] = []
    begun, wait = monotonic(), _SOON
    with library_rows(shelf) as rows, suppress(NobodyWaitsError):
        watched = cast("LibraryRows", _Watched(rows, stopped))
        for one in contradictions(watched, Identities(rows.judgements())):
            found.append(one)
            full = len(found) % PART == 0
            if full or monotonic() - begun > wait:
                yield _step(rows, found, about, order, done=False)
                wait = 2 * (monotonic() - begun)
            if full:
                wanted()
            if stopped():
                return
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
