"""The files and folders: library, index, what is remembered, copies."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sahel_tui.cli.doctor.found import Found
from sahel_tui.config.folders import index_home, state_home
from sahel_tui.errors import SahelError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sahel_tui.cli.doctor.surroundings import Surroundings
    from sahel_tui.config import Settings


def look_at_places(around: Surroundings) -> Iterator[Found]:
    """What there is to say of them."""
    yield _library(around.settings.library)
    yield _index(around.settings)
    yield _state()
    if around.settings.copy_file is not None:
        yield _copy_file(around.settings.copy_file)


def _library(library: Path) -> Found:
    from sahel_tui.store.folders import brief_paths

    try:
        briefs = brief_paths([library])
        unread = [path for path in briefs if not os.access(path, os.R_OK)]
    except SahelError as error:
        return Found("library", "bad", str(error), error.hint)
    number = f"{len(briefs)} brief{'' if len(briefs) == 1 else 's'} in {library}"
    if unread:
        found = f"{number}, of which {len(unread)} cannot be read, such as {unread[0]}"
        return Found("library", "bad", found, "check who may read them")
    return Found("library", "ok", number)


def _index(settings: Settings) -> Found:
    from sahel_tui.index.current import read_current, require_own
    from sahel_tui.index.failures import IndexMissingError
    from sahel_tui.index.place import index_folder

    try:
        index = index_home(settings.index)
        require_own(read_current(index_folder(settings.library, settings.index), settings.library))
    except IndexMissingError:
        pass
    except SahelError as error:
        return Found("index", "doubt", str(error), error.hint)
    there = os.path.exists(index)
    if _writable(index):
        return Found("index", "ok", f"{index}: {'it is there' if there else 'none yet'}, writable")
    if there and os.access(index, os.R_OK):
        return Found("index", "ok", f"{index}: it is there, and read only")
    what = "set `index` in the configuration to a place that can be written"
    return Found("index", "doubt", f"{index} cannot be written", what)


def _state() -> Found:
    state = state_home()
    if state is None:
        what = "without a home folder nothing is remembered; `XDG_STATE_HOME` names another"
        return Found("state", "doubt", "there is no home folder to keep it in", what)
    if _writable(state):
        there = os.path.isdir(state)
        return Found("state", "ok", f"{state}: {'it is there' if there else 'none yet'}, writable")
    what = "nothing is remembered; `XDG_STATE_HOME` names another folder"
    return Found("state", "doubt", f"{state} cannot be written", what)


def _copy_file(file: Path) -> Found:
    if os.path.isdir(file.parent) and not os.path.isdir(file) and _writable(file):
        return Found("copies", "ok", f"are appended to {file}")
    return Found("copies", "bad", f"{file} cannot be written", "name another file")


def _writable(path: Path) -> bool:
    """Whether it can be written, or made: asked of the nearest that exists, and nothing is made."""
    nearest = path
    try:
        while not os.path.lexists(nearest) and nearest != nearest.parent:
            nearest = nearest.parent
        if os.path.isdir(nearest):
            return os.access(nearest, os.W_OK | os.X_OK)
        return nearest == path and os.access(path, os.W_OK)
    except ValueError:  # a name that no file can have
        return False
