"""Where briefs are, and the `sahel.toml` that they share: nothing of them is read."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIBRARY_FILE = "sahel.toml"
_FOLDERS_UP = 16
"""How far above a brief its library may begin."""


def find_library(brief: Path) -> Path | None:
    """The `sahel.toml` of the nearest folder above a brief that has one."""
    for folder in list(brief.absolute().parents)[:_FOLDERS_UP]:
        path = folder / LIBRARY_FILE
        if os.path.lexists(path):
            return path
    return None


def brief_paths(paths: Sequence[Path], *, library_files: bool = False) -> list[Path]:
    """The briefs that paths name: a file is one, a folder is searched for `*.toml`.

    Each is given once, however it is named; a `sahel.toml` that is named is passed over, unless
    `library_files` are asked for. UsageError where a path does not exist, cannot be listed, or is a
    folder without a brief, and where nothing is left.
    """
    return list(map(Path, brief_names(paths, library_files=library_files)))


def brief_names(paths: Sequence[Path], *, library_files: bool = False) -> list[str]:
    """The same as texts: a hundred thousand take a tenth of the memory."""
    found: dict[tuple[str, str], str] = {}
    real = cache(os.path.realpath)

    def add(name: str) -> None:
        # A link is a brief of its own, as its sources are beside the link.
        folder, file = os.path.split(name)
        found.setdefault((real(folder), file), name)

    for path in paths:
        if os.path.isdir(path):
            inside = sorted(_names_in(path), key=lambda name: name.split(os.sep))
            if not inside:
                hint = "a brief is a .toml file; name one, or a folder that holds some"
                raise UsageError(f"there is no brief in {path}", hint)
            for name in inside:
                add(name)
        elif path.name == LIBRARY_FILE and not library_files and os.path.lexists(path):
            continue
        elif os.path.lexists(path):
            add(str(path))
        else:
            raise UsageError(f"there is no file or folder {path}", "check the path")
    if paths and not found:
        hint = "name one of its briefs, or its folder"
        raise UsageError(f"{paths[0]} is the file of a library, and no brief", hint)
    return list(found.values())


def briefs_in(top: Path, unread: list[UsageError] | None = None) -> Iterator[Path]:
    """Briefs below a folder; hidden folders, `sahel.toml` and links to folders are passed over.

    UsageError where a folder cannot be listed, or one added to `unread` where that is given.
    """
    return map(Path, _names_in(top, unread))


def _names_in(top: Path, unread: list[UsageError] | None = None) -> Iterator[str]:
    folders = [str(top)]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    name = entry.path if folder != os.curdir else entry.name
                    # A link to a folder is not followed: it may lead back here, or anywhere.
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(name)
                    elif entry.name.endswith(".toml") and entry.name != LIBRARY_FILE:
                        yield name
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            failure = UsageError(f"the folder {folder} cannot be read: {reason}", "check it")
            if unread is None:
                raise failure from None
            unread.append(failure)
