"""What makes up a library that was asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def library_of(asked: Sequence[Path]) -> tuple[Path, ...]:
    """What makes up the library: folders, and files; of a brief, the folder of its `sahel.toml`."""
    from sahel_tui.store.folders import find_library

    found: dict[Path, None] = {}
    for path in asked:
        file = None if os.path.isdir(path) else find_library(path)
        found[path if file is None else _as_named(file.parent, path)] = None
    return tuple(found)


def _as_named(folder: Path, brief: Path) -> Path:
    """A folder above a brief, as relative as the brief is named."""
    return folder if brief.is_absolute() else Path(os.path.relpath(folder))
