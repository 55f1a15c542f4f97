"""The explorer in a pseudo-terminal: how it is started, walked through, and left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.terminal.sequences import changed_modes
from tests.terminal.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def sahel_tui(*arguments: object) -> list[str]:
    """The program's command line."""
    return [sys.executable, "-m", "sahel_tui", *map(str, arguments)]


class Explorer(Session):
    """The explorer, waited for until it shows its panes or what is wrong."""

    def __init__(
        self,
        *arguments: object,
        columns: int = 80,
        rows: int = 24,
        command: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        answers: bool = True,
    ) -> None:
        super().__init__(
            command or sahel_tui(*arguments),
            columns=columns,
            rows=rows,
            environment=environment,
            answers=answers,
        )
        self.seen: list[str] = []
        """The screen after each step of `walk`."""

    def open(self) -> None:
        """Wait for the first screen."""
        self.wait_for_text("? help")
        self.wait_until_idle()

    def walk(self, keys: str) -> None:
        """Press keys, blanks between them, and look at the screen after each."""
        for key in keys.split():
            self.press(key)
            self.wait_until_idle()
            assert not self.ended, f"{key} ended the program, leaving this screen:\n{self.text}"
            self.seen.append(self.text)

    def escape(self, gone: str) -> None:
        """Press Escape, which takes effect once no other key follows, until a text is gone."""
        assert gone in self.text
        self.press("escape")
        self.wait_for(lambda: gone not in self.text)
        self.wait_until_idle()

    def paste(self, text: str) -> None:
        """Paste a text as terminals do: between brackets, without its escape characters."""
        self.send("\x1b[200~" + text.replace("\x1b", "") + "\x1b[201~")
        self.wait_until_idle()
        self.seen.append(self.text)

    def is_restored(self) -> bool:
        """Whether the terminal is as the program found it.

        Its modes, its keyboard, the region that scrolls, how it draws, and its line discipline.
        """
        raw, screen = bytes(self.raw), self.screen
        keyboard = raw.count(b"\x1b[>") == raw.count(b"\x1b[<u")
        drawing = screen.margins is None and screen.cursor.attrs == screen.default_char
        lines = self.attributes == self.attributes_before
        return not changed_modes(raw) and keyboard and drawing and lines
