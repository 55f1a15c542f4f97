"""An index that nobody renews now: what has changed since is left out, to be read beside it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.index.changes import find_changes
from sahel_tui.index.current import require_own
from sahel_tui.index.engine import IndexEngine
from sahel_tui.index.failures import said_when_damaged
from sahel_tui.index.library import open_library
from sahel_tui.index.part import diagnostics_in, found_from
from sahel_tui.index.place import index_folder
from sahel_tui.index.snapshot import PASS, open_snapshots
from sahel_tui.index.stored import known_in, problems_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.errors import Diagnostic
    from sahel_tui.index.changes import Changes
    from sahel_tui.index.library import LibraryIndex
    from sahel_tui.index.snapshot import Snapshot
    from sahel_tui.index.stored import Known


class UpToDate(NamedTuple):
    """What an index has of the briefs as they are now, and what it has not."""

    engine: IndexEngine
    """Searches the briefs that are as they were."""
    fresh: tuple[Path, ...]
    """New briefs, and those that have changed."""
    problems: tuple[Diagnostic, ...]
    """Why briefs could not be read that are as they were; folders that cannot be listed."""


def open_up_to_date(library: Path, index: Path | None = None) -> UpToDate:
    """A library's index without what has changed since; nothing is written.

    Raises IndexFailedError, or UsageError where the library is no folder of briefs.
    """
    folder = index_folder(library, index)
    (snapshot,) = open_snapshots(folder, library, PASS)
    require_own(snapshot.current)
    known = known_in(folder, snapshot.current)
    changes = find_changes(library, known.stamps)
    _leave_out(snapshot, known, changes.stale)
    return UpToDate(
        IndexEngine(snapshot, str(library)),
        tuple(Path(library, path) for path in changes.fresh),
        (*changes.passed_over, *_problems(library, snapshot, changes)),
    )


def open_if_whole(library: Path, index: Path | None = None) -> LibraryIndex | None:
    """A library's index that has all briefs as they are; None where some changed since.

    Raises IndexFailedError, or UsageError where the library is no folder of briefs.
    """
    found = open_library(library, index)
    with ExitStack() as opened:
        opened.enter_context(found)
        require_own(found.listed.current)
        changes = find_changes(library, known_in(found.folder, found.listed.current).stamps)
        if changes.fresh or changes.stale or changes.passed_over:
            return None
        opened.pop_all()
    return found


def _leave_out(snapshot: Snapshot, known: Known, stale: Sequence[str]) -> None:
    dead: dict[str, list[int]] = {}
    for path in stale:
        place = known.places[path]
        dead.setdefault(place.file, []).append(place.number)
    for shard in snapshot.shards:
        if numbers := dead.get(shard.file.name):
            shard.leave_out(numbers)


def _problems(library: Path, snapshot: Snapshot, changes: Changes) -> tuple[Diagnostic, ...]:
    delta, stale = snapshot.current.delta, {*changes.stale, *changes.fresh}
    rows = problems_in(snapshot.folder, delta) if delta else []
    with said_when_damaged(snapshot.folder):
        found = [one for path, _, text in rows if path not in stale for one in diagnostics_in(text)]
    return tuple(dict.fromkeys(found_from(library, one) for one in found))
