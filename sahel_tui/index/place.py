"""Where the index of a library lies: a folder of its own, among those of other libraries."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from sahel_tui.config.folders import index_home

if TYPE_CHECKING:
    from pathlib import Path


def index_folder(library: Path, index: Path | None = None) -> Path:
    """The folder of a library's index; `index` is what the settings say, None the user's cache."""
    real = os.path.realpath(library)
    return index_home(index) / hashlib.sha256(os.fsencode(real)).hexdigest()[:32]
