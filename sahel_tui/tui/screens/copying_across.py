"""Copying from screens across briefs: what a row leads to, as its brief has it now."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, cast

from textual.worker import get_current_worker

from sahel_tui.errors import SahelError
from sahel_tui.tui.bindings import COPY_BINDINGS
from sahel_tui.tui.messages import SendCopy
from sahel_tui.tui.screens.dialog import DialogScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.binding import BindingType

    from sahel_tui.tui.ahead import Opened
    from sahel_tui.tui.copies_elsewhere import Asked, Found
    from sahel_tui.tui.opening import OpeningApp


class CopiesAcross(DialogScreen):
    """Its rows lead into briefs, of which nothing is held here: they are read in a thread."""

    BINDINGS: ClassVar[list[BindingType]] = COPY_BINDINGS

    def copied(self) -> Asked | None:
        """What the row under the cursor is, or leads to; None where there is nothing to copy."""
        raise NotImplementedError

    def action_copy_quote(self) -> None:
        """Copy what the row leads to, with its citation."""
        if (asked := self._to_copy()) is not None:
            self.send_copy(asked)

    def action_choose_copy(self) -> None:
        """Choose what to copy."""
        if (asked := self._to_copy()) is not None:
            self.choose_copy(asked)

    def choose_copy(self, asked: Asked) -> None:
        """Show what there is of something, to choose from, unless one has gone on by then."""
        here = self.copied()
        find = lambda: self._find_copies(asked, here)  # noqa: E731 - a thread's
        self.run_worker(find, thread=True, group="copy", exclusive=True)

    def send_copy(self, asked: Asked) -> None:
        """Copy something, wherever one goes meanwhile."""
        from sahel_tui.tui.copies_elsewhere import first_of

        read = self._read
        self.post_message(SendCopy(lambda: first_of(asked, read)))

    @property
    def _read(self) -> Callable[[Path], Opened]:
        return cast("OpeningApp", self.app).reader.opened

    def _to_copy(self) -> Asked | None:
        asked = self.copied()
        if asked is None:
            self.say("There is nothing to copy here.")
        return asked

    def _find_copies(self, asked: Asked, here: Asked | None) -> None:
        """In a thread."""
        from sahel_tui.tui.copies_elsewhere import found_of

        worker = get_current_worker()
        try:
            found = found_of(asked, self._read)
        except SahelError as error:
            self._hand(self.say, str(error))
        else:
            if not worker.is_cancelled:
                self._hand(self._choose_copy, found, here)

    def _hand(self, show: Callable[..., object], *found: object) -> None:
        with suppress(RuntimeError):  # the app is gone
            self.app.call_from_thread(show, *found)

    def _choose_copy(self, found: Found, here: Asked | None) -> None:
        from sahel_tui.render.copies import draw_choice

        if not self.is_current or self.has_dialog or self.is_typing or self.copied() != here:
            return
        self.ask(
            "Copy",
            len(found.choices),
            lambda item, cells: draw_choice(found.choices[item], cells),
            lambda item: self._send_chosen(found, item),
        )

    def _send_chosen(self, found: Found, item: int) -> None:
        self.post_message(SendCopy(found.copy(item)))
