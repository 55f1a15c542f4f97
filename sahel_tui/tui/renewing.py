"""Reading again what of a library has changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from sahel_tui.queries.search.documents import Document
    from sahel_tui.reading import Libraries, Reading
    from sahel_tui.tui.folder_look import Seen

    Stopped = Callable[[], bool]

_MANY = 2000
"""Files from which on a library is not read again as a whole unless somebody asks for it."""


class Renewed(NamedTuple):
    """What came of looking for changed briefs."""

    read: int = 0
    """Briefs that have changed or are new."""
    gone: int = 0
    unread: int = 0
    """All that cannot be read."""
    trouble: str = ""

    @property
    def is_news(self) -> bool:
        """Whether anything is shown otherwise by now."""
        return bool(self.read or self.gone)

    @property
    def words(self) -> str:
        """`2 briefs read again or new, 1 gone`."""
        if self.trouble:
            return self.trouble
        if not self.is_news:
            return "no brief has changed"
        parts = [f"{counted(self.read, 'brief')} changed or new"] if self.read else []
        parts += [f"{counted(self.gone, 'brief')} gone"] if self.gone else []
        parts += [f"{self.unread:,} cannot be read"] if self.unread else []
        return ", ".join(parts)


class Held(NamedTuple):
    """The briefs of a library in memory, each with its document."""

    readings: tuple[Reading, ...]
    documents: tuple[Document, ...]
    unread: frozenset[str]
    """The paths of those that cannot be read."""


def read_again(
    held: Held, paths: Sequence[Path], changed: Collection[str] | None, stopped: Stopped
) -> tuple[Held, Renewed] | None:
    """What there is now; None where nobody waits any more.

    `changed` are files that have changed; None: any may have.
    """
    names = {str(path): path for path in paths}
    before = {one.view.path: place for place, one in enumerate(held.readings)}
    due = None if changed is None else frozenset(map(os.path.normpath, changed))
    todo = [name for name in names if due is None or _is_due(name, held, before, due)]
    found: dict[str, tuple[Reading, Document]] = {}
    libraries: Libraries = {}
    for name in todo:
        if stopped():
            return None
        if (one := _read(names[name], libraries)) is not None:
            found[name] = one
    kept = [name for name in before if name in names and (name not in todo or name in found)]
    pairs = [
        found.get(name) or (held.readings[before[name]], held.documents[before[name]])
        for name in (*kept, *(name for name in found if name not in before))
    ]
    unread = frozenset(name for name in todo if name not in found)
    news = sum(name in found or name not in held.unread for name in todo)
    gone = len((before.keys() | held.unread) - names.keys())
    now = Held(tuple(one for one, _ in pairs), tuple(one for _, one in pairs), unread)
    return now, Renewed(news, gone, len(unread))


def _is_due(name: str, held: Held, before: Mapping[str, int], changed: frozenset[str]) -> bool:
    if name not in before:  # a new one, or one that could not be read: it may be mended
        return True
    folder, reading = os.path.dirname(name), held.readings[before[name]]
    files = (name, *(os.path.join(folder, one) for one in reading.files))
    return any(os.path.normpath(one) in changed for one in files) or any(map(_is_shared, changed))


def _read(path: Path, libraries: Libraries) -> tuple[Reading, Document] | None:
    from sahel_tui.queries.search.documents import document_of
    from sahel_tui.reading import read_brief

    try:
        reading = read_brief(path, libraries=libraries)
        return reading, document_of(reading.view)
    except Exception:  # of this brief alone, whatever it is: the others are to be read
        return None


def briefs_among(changed: Collection[str]) -> tuple[Path, ...] | None:
    """The briefs of an index to look at alone; None where all are to be."""
    if not changed or any(_is_shared(one) or not one.endswith(".toml") for one in changed):
        return None
    return tuple(map(Path, sorted(changed)))


def is_costly(changed: Collection[str], seen: Seen | None) -> bool:
    """Whether all of a large library is to be read again, for what its briefs share."""
    return any(map(_is_shared, changed)) and len(seen or ()) > _MANY


def _is_shared(file: str) -> bool:
    return os.path.basename(file) == "sahel.toml"
