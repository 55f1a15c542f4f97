"""What of a library differs from its index."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.errors import Diagnostic, UsageError
from sahel_tui.index.stamps import Stamp, Stamps, renewed
from sahel_tui.store.folders import LIBRARY_FILE, briefs_in, find_library

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


class Changes(NamedTuple):
    """Briefs by their paths from the library's folder."""

    fresh: tuple[str, ...]
    """New ones, and those that have changed: to be read."""
    stale: tuple[str, ...]
    """Those that have changed and those that are gone: no longer to be found."""
    touched: dict[str, Stamps]
    """Files that say what they said, with another time or size."""
    passed_over: tuple[Diagnostic, ...]
    """Folders that cannot be listed, and names that cannot be written down."""


def find_changes(
    library: Path, known: Mapping[str, Stamps], only: Collection[str] | None = None
) -> Changes:
    """What differs, or what of `only` these does.

    UsageError where the library is no folder, or has no brief.
    """
    require_folder(library)
    passed_over: tuple[Diagnostic, ...] = ()
    if only is None:
        paths, passed_over = _listed(library)
        if not paths and not passed_over:
            raise UsageError(f"there is no brief in {library}", "a brief is a .toml file")
    else:
        paths = [path for path in only if os.path.lexists(os.path.join(library, path))]
    look = _Look(str(library))
    fresh, touched = [], {}
    for path in paths:
        stamps = known.get(path)
        now = stamps and look.again(path, stamps)
        if now is None:
            fresh.append(path)
        elif now is not stamps:
            touched[path] = now
    stale = {*fresh, *known.keys() - set(paths)} & known.keys()
    return Changes(tuple(fresh), tuple(sorted(stale)), touched, passed_over)


def require_folder(library: Path) -> None:
    """UsageError where a library is no folder."""
    if not os.path.isdir(library):
        hint = "an index is made of a folder of briefs"
        raise UsageError(f"there is no folder {library}", hint)


def briefs_among(library: Path, paths: Iterable[Path]) -> frozenset[str] | None:
    """The briefs of a library that paths name; None where one is of something that many may use."""
    top = os.path.abspath(library)
    found = {os.path.relpath(path, top) for path in paths}
    return frozenset(found) if all(map(_is_a_brief, found)) else None


def _is_a_brief(path: str) -> bool:
    *folders, name = path.split(os.sep)
    hidden = any(part.startswith(".") for part in (*folders, name))
    return name.endswith(".toml") and name != LIBRARY_FILE and not hidden


def registry_of(library: str, path: str) -> str | None:
    """The `sahel.toml` of a brief, from the library's folder; None where it has none."""
    found = find_library(Path(library, path))
    return os.path.relpath(found, library) if found else None


class _Look:
    """Looks at the files of briefs; what many share is looked at once."""

    def __init__(self, library: str) -> None:
        self._library = library
        self._registries: dict[str, str | None] = {}
        self._shared: dict[Stamp, Stamp] = {}

    def again(self, path: str, stamps: Stamps) -> Stamps | None:
        """The same stamps, or newer ones of files that say the same; None where they do not."""
        if self._registry_of(path) != (stamps.registry and stamps.registry.name):
            return None
        now = Stamps(
            renewed(self._library, stamps.own),
            tuple(renewed(self._library, one, below=True) for one in stamps.sources),
            stamps.registry and self._registry(stamps.registry),
        )
        if now == stamps:
            return stamps
        return now if now.digests == stamps.digests else None

    def _registry(self, stamp: Stamp) -> Stamp:
        if stamp not in self._shared:
            self._shared[stamp] = renewed(self._library, stamp)
        return self._shared[stamp]

    def _registry_of(self, path: str) -> str | None:
        folder = os.path.dirname(path)
        if folder not in self._registries:
            self._registries[folder] = registry_of(self._library, path)
        return self._registries[folder]


def _listed(library: Path) -> tuple[list[str], tuple[Diagnostic, ...]]:
    unread: list[UsageError] = []
    top = Path(os.path.abspath(library))
    skipped = len(os.path.join(top, ""))
    found = sorted(str(path)[skipped:] for path in briefs_in(top, unread))
    paths = [path for path in found if _can_be_written_down(path)]
    odd = (path for path in found if not _can_be_written_down(path))
    message, hint = "the name of the file is not UTF-8", "give it another name"
    problems = [_problem(os.path.join(library, path), "bad-name", message, hint) for path in odd]
    problems += [_problem(str(library), "folder-unreadable", str(one), one.hint) for one in unread]
    return paths, tuple(problems)


def _problem(file: str, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(file, None, None, "", "error", code, message, hint)


def _can_be_written_down(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
