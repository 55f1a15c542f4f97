"""Judging whether another actor is the one whose dossier this is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal

from sahel_tui.errors import SahelError
from sahel_tui.tui.bindings import bound
from sahel_tui.tui.library_folders import library_of
from sahel_tui.tui.screens.beside import BesideScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

    from sahel_tui.queries.library.outline import Join
    from sahel_tui.tui.library import Shelf

Judged = Literal["same", "different", "unsure"]


class JudgingScreen(BesideScreen):
    """Writes what is judged into the library's `sahel.toml`, and destroys nothing there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("dossier.same", "judge('same')"),
        bound("dossier.different", "judge('different')"),
        bound("dossier.unsure", "judge('unsure')"),
    ]

    def __init__(self, shelf: Shelf, author: str, *, delay: float) -> None:
        super().__init__(delay=delay)
        self.shelf = shelf
        self._author = author
        """Who judges."""
        self.judged: dict[str, Judged] = {}
        """What was judged here of other actors, by their keys."""

    # What a screen gives ------------------------------------------------------------------------

    def join_here(self) -> tuple[str, Join] | None:
        """The key of this actor, and the join under the cursor; None on another row."""
        raise NotImplementedError

    def show_judged(self, judged: Judged) -> None:
        """A judgement was made: show it."""
        raise NotImplementedError

    # Judging ------------------------------------------------------------------------------------

    def action_judge(self, judged: Judged) -> None:
        """Judge the join under the cursor."""
        here = self.join_here()
        if here is None:
            self.say("This is no suggested join: there is nothing to judge.")
            return
        key, join = here
        if judged == "unsure":
            self._made(join, judged, "Unsure: nothing is written.")
            return

        def write() -> None:
            self.hand(self._written, join, judged, *self._write(judged, key, join.other.key))

        self.run_worker(write, thread=True, group="judge")

    def _write(self, kind: Literal["same", "different"], left: str, right: str) -> tuple[bool, str]:
        """Whether it is written, and what to say of that."""
        from sahel_tui.store.judgements import judgement_file, write_judgement

        try:
            file = judgement_file(library_of(self.shelf.asked)[0])
            news = write_judgement(file, kind, left, right, self._author, date.today())
        except SahelError as error:
            hint = f" {error.hint[:1].upper()}{error.hint[1:]}." if error.hint else ""
            return False, f"Not written: {error}.{hint}"
        words = "one actor" if kind == "same" else "two actors"
        said = f"{left} and {right} are {words}, by {self._author}"
        return True, f"{said}: {'written to' if news else 'it is in'} {file}"

    def _written(self, join: Join, judged: Judged, done: bool, said: str) -> None:
        if done:
            self._made(join, judged, said)
        else:
            self.say(said)

    def _made(self, join: Join, judged: Judged, said: str) -> None:
        self.judged[join.other.key] = judged
        self.show_judged(judged)
        self.say(said)
