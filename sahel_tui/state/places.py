"""The places of a library, in a file of its own: which brief was open, and how each was left."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.state.files import read_state, update_state
from sahel_tui.state.place import Place, number, packed, text, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

MOST = 100
"""Briefs of a folder whose places are kept: those that were left last."""


class Opening(NamedTuple):
    """A brief, by how it was come to."""

    asked: int
    """Which of the paths that were asked for it belongs to."""
    file: str
    """Its path from there; `.` for itself."""


class Places(NamedTuple):
    """What a file says."""

    opened: Opening | None
    briefs: dict[str, Any]
    """By the ids of the briefs in this folder, the last to be left last: not looked at yet."""
    remark: str = ""

    def place(self, brief_id: str) -> Place | None:
        """How a brief was left, as far as it can be told."""
        return unpacked(self.briefs.get(brief_id))


def places_file(state: Path, paths: Sequence[Path]) -> Path:
    """The file for what was asked for; for a brief's own place, that of its folder.

    It is named after the real paths, which can't be read from it.
    """
    from hashlib import sha256

    names = b"\0".join(os.fsencode(os.path.realpath(path)) for path in paths)
    return state / "places" / f"{sha256(names).hexdigest()[:32]}.json"


def opening_of(brief: Path, asked: Sequence[Path]) -> Opening | None:
    """How a brief is come to from the paths that were asked for."""
    for at, path in enumerate(asked):
        if path == brief or path in brief.parents:
            return Opening(at, os.path.relpath(brief, path))
    return None


def opened_brief(opening: Opening, asked: Sequence[Path], names: Sequence[str]) -> Path | None:
    """The brief that was open, where it is still one of those that can be opened."""
    if opening.asked >= len(asked):
        return None
    brief = asked[opening.asked] / opening.file
    return brief if str(brief) in names else None


def load_places(file: Path) -> Places:
    """What a file says; what is wrong in it is left out. StateError where it can't be read."""
    kept = read_state(file)
    briefs = kept.value.get("briefs")
    found = briefs if isinstance(briefs, dict) else {}
    return Places(_opening(kept.value.get("opened")), found, kept.remark)


def _opening(value: object) -> Opening | None:
    if not isinstance(value, dict) or not text(value.get("file")):
        return None
    return Opening(number(value.get("asked")), value["file"])


def save_opened(file: Path, opened: Opening) -> None:
    """Remember which brief was open. StateError where it can't be written."""
    update_state(file, lambda value: {**value, "opened": opened._asdict()})


def save_places(file: Path, left: Mapping[str, Place]) -> None:
    """Remember how briefs were left, by their ids, beside what others have written.

    StateError where it can't be written.
    """

    def change(value: dict[str, Any]) -> dict[str, Any]:
        there = value.get("briefs")
        briefs = dict(there) if isinstance(there, dict) else {}
        for name, place in left.items():
            briefs.pop(name, None)
            briefs[name] = packed(place)
        return {**value, "briefs": dict(list(briefs.items())[-MOST:])}

    update_state(file, change)
