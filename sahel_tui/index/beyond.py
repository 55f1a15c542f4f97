"""What the rows of an index lack: the library's file as it is now, and what briefs say in full."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sahel_tui.errors import SahelError
from sahel_tui.queries.library.rows import Alias, Declared, Judgements

if TYPE_CHECKING:
    from sahel_tui.model.actors import Actor
    from sahel_tui.queries.views import BriefView


class Beyond(Protocol):
    """Reads it; what reads is large, so that not everybody wants it in a process of their own."""

    def declared(self, library: Path) -> Declared:
        """What the file says that the briefs of a folder share."""

    def view(self, path: str) -> BriefView | None:
        """A brief; None where it cannot be read."""


class ReadHere:
    """It is read by whoever asks."""

    def declared(self, library: Path) -> Declared:
        """Nothing of a file with errors: its briefs say what is wrong with it."""
        from sahel_tui.reading import judgement_of
        from sahel_tui.store.folders import find_library
        from sahel_tui.store.library import load_library

        file = find_library(library / "any.toml")
        try:
            found = load_library(file) if file else None
        except SahelError:
            return Declared()
        if found is None:
            return Declared()
        return Declared(
            Judgements(*(tuple(map(judgement_of, ones)) for ones in (found.same, found.different))),
            found.marking_order,
            {name: (_aliases(one), one.country) for name, one in found.actors.items()},
            {name: (one.country, one.kind) for name, one in found.places.items()},
        )

    def view(self, path: str) -> BriefView | None:
        """As it is now."""
        from sahel_tui.reading import read_brief

        try:
            return read_brief(Path(path)).view
        except SahelError:
            return None


def _aliases(actor: Actor) -> tuple[Alias, ...]:
    return tuple(Alias(one.name, one.kind) for one in actor.aliases)
