"""How briefs were left: in this run, and in those before it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sahel_tui.state.place import Place
    from sahel_tui.state.places import Places


class Recalled(NamedTuple):
    """What is known of a brief that is opened."""

    place: Place | None
    """How it was left, if it was."""
    damage: str = ""
    """What was found damaged, and where it is now."""
    trouble: str = ""
    """Why nothing can be known."""


class Memory:
    """Reads what was remembered where a brief is read, and writes it when the program ends."""

    def __init__(self, state: Path | None, *, fresh: bool = False) -> None:
        """`state` is the folder for it, if there is any; `fresh` reads nothing."""
        self.state = state
        self._fresh = fresh or state is None
        self._left: dict[tuple[Path, str], Place] = {}
        """By the folder and the id of the brief."""
        self._unwritten: set[tuple[Path, str]] = set()
        self._opened: tuple[Path, tuple[Path, ...]] | None = None
        """The brief that is open, and the paths that were asked for."""
        self._told = False
        """Whether it was said that nothing is remembered."""
        self._found: dict[Path, Places] = {}
        self._remarks = ["", ""]

    # Where a brief is read: in a child, or in a thread ----------------------------------------

    def first(self, asked: Sequence[Path], names: Sequence[str]) -> Path:
        """Of the briefs with these names the one to begin with: that was open, else the first."""
        state, first = self._kept(), Path(names[0])
        if len(names) < 2 or state is None:
            return first
        from sahel_tui.state.places import opened_brief

        opening = self._load(state, asked).opened
        return (opening and opened_brief(opening, asked, names)) or first

    def recall(self, brief: Path, brief_id: str) -> Recalled:
        """How a brief was left."""
        place = self._left.get((brief.parent, brief_id))
        if place is None and (state := self._kept()) is not None:
            place = self._load(state, (brief.parent,)).place(brief_id)
        damage, trouble = self._remarks
        self._found, self._remarks = {}, ["", ""]
        return Recalled(place, damage, trouble)

    def _kept(self) -> Path | None:
        """The folder, if there is anything to be read: told without loading what reads it."""
        if self._fresh or self.state is None or not os.path.lexists(self.state / "places"):
            return None
        return self.state

    def _load(self, state: Path, paths: Sequence[Path]) -> Places:
        from sahel_tui.state.files import StateError
        from sahel_tui.state.places import Places, load_places, places_file

        file = places_file(state, paths)
        if file not in self._found:
            try:
                self._found[file] = load_places(file)
            except StateError as error:
                self._found[file] = Places(None, {})
                self._remarks[1] = f"Nothing is remembered: {error}"
            self._remarks[0] = self._remarks[0] or self._found[file].remark
        return self._found[file]

    # Where it is shown ------------------------------------------------------------------------

    def news(self, recalled: Recalled | None) -> str:
        """What there is to say at a brief's opening; that nothing is remembered is said once."""
        trouble = (recalled.trouble if recalled else "") or self._unwritable()
        if self._told or not trouble:
            return recalled.damage if recalled else ""
        self._told = True
        return trouble

    def _unwritable(self) -> str:
        """Why nothing can be written, as far as can be told without writing."""
        if self.state is None:
            return "Nothing is remembered: there is no home folder to keep it in."
        nearest = self.state
        while not os.path.lexists(nearest) and nearest != nearest.parent:
            nearest = nearest.parent
        if os.path.isdir(nearest) and os.access(nearest, os.W_OK | os.X_OK):
            return ""
        return f"Nothing is remembered: {self.state} cannot be written."

    def leave(self, brief: Path, brief_id: str, place: Place, asked: tuple[Path, ...]) -> None:
        """A brief is left, for another or for good; it was open of those that were asked for."""
        self._opened = (brief, asked)
        self._left[brief.parent, brief_id] = place
        self._unwritten.add((brief.parent, brief_id))

    def write(self) -> str:
        """Have it on the disk; why it isn't, if nobody was told of that before."""
        if self.state is None or not self._unwritten:
            return ""
        from sahel_tui.state.files import StateError

        try:
            self._write(self.state)
        except StateError as error:
            told, self._told = self._told, True
            return "" if told else f"Nothing is remembered: {error}"
        return ""

    def _write(self, state: Path) -> None:
        from sahel_tui.state.places import opening_of, places_file, save_opened, save_places

        left: dict[Path, dict[str, Place]] = {}
        for folder, name in self._unwritten:
            left.setdefault(folder, {})[name] = self._left[folder, name]
        for folder, places in left.items():
            save_places(places_file(state, (folder,)), places)
        self._unwritten.clear()
        if self._opened is not None:
            brief, asked = self._opened
            opening = opening_of(brief, asked)
            if opening is not None and asked != (brief,):
                save_opened(places_file(state, asked), opening)
