"""The folders of a user that something is kept in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sahel_tui.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def index_home(index: Path | None) -> Path:
    """Where the indexes are kept: in `index`, as the settings have it, else in the user's cache.

    UsageError where nobody knows where that is.
    """
    if index is not None:
        return index
    from platformdirs import user_cache_path

    cache = user_cache_path("sahel_tui", appauthor=False)
    if not cache.is_absolute():
        hint = "name a folder, with `--index` or with `index` in the configuration"
        raise UsageError("nobody knows where your cache folder is", hint)
    return cache / "index"


def state_home() -> Path | None:
    """Where what is remembered is kept; None where there is no home that could hold it."""
    from platformdirs import user_state_path

    state = user_state_path("sahel_tui", appauthor=False)
    home = os.path.expanduser("~")
    homeless = state.is_relative_to(home) and not os.path.isdir(home)  # which is not made here
    return None if homeless or not state.is_absolute() else state
