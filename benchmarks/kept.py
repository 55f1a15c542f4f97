"""A made-up library on disk, made anew or used again."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.made_up import write_library
from sahel_tui.store.folders import briefs_in

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 1


class Kept(NamedTuple):
    """Where all of it is."""

    library: Path
    files: Path
    """A folder for those of its index."""
    temporary: Path
    """A folder that is removed at the end."""


@contextmanager
def made_library(briefs: int, kept: Path | None) -> Iterator[Kept]:
    """A library of so many briefs; `kept` is a folder whose library and index are used again."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = kept or Path(temporary)
        library = folder / "library"
        if not library.exists() or sum(1 for _ in briefs_in(library, [])) != briefs:
            write_library(library, briefs, SEED)
        yield Kept(library, folder / "index", Path(temporary))
