"""Keys and sizes at random, the same for the same seed: every bound key, and prompts typed in."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from textual.command import CommandPalette
from textual.widgets import Input
from wcwidth import wcwidth

from tests.hostile import WIDE
from tests.terminal.attached import character_of
from tests.terminal.session import KEYS

if TYPE_CHECKING:
    from tests.terminal.attached import Attached

MOVES = ("j", "k", "down", "up", "pagedown", "pageup")
CLOSERS = ("escape", "escape", "q", "backspace")
NEVER = {"app.interrupt", "app.suspend"}
"""The ids of bindings that are not drawn: they end or stop the program."""
APART = {
    *("app.quit", "app.commands", "copy.quote", "copy.choose"),
    *("copy.shown", "marks.show"),
    *("brief.open", "find.library", "library.dossier", "library.contradictions", "scope.toggle"),
}
"""The ids of those that do not do the same to two programs side by side: they end one at the top,
look for commands a while, tell of the terminal, or show how far a library has been read."""
EDITS = ("backspace", "left", "right", "home", "end", "delete", "up", "down")
WORDS = ("treaty", "mali", "p-", "wagner", "[", "a", "2023", *WIDE.values())
SIZES = ((80, 24), (120, 40), (40, 10))


class RandomKeys:
    """What an impatient user may do next, given what the screen now takes."""

    def __init__(self, seed: int, *, stays: bool = False) -> None:
        """`stays`: whether the keys go to two programs, which are to stay the same."""
        self._random = random.Random(seed)
        self._stays = stays

    def size(self) -> tuple[int, int]:
        """A size of a terminal: a usual one, any, or one that has no room for anything."""
        way = self._random.random()
        if way < 0.3:
            return self._random.choice(SIZES)
        if way < 0.9:
            return self._random.randint(40, 160), self._random.randint(10, 50)
        return self._random.randint(1, 40), self._random.randint(1, 10)

    def key(self, explorer: Attached) -> str:
        """A key, by the name that Textual has for it."""
        if isinstance(explorer.app.focused, Input):
            return self._typed(palette=isinstance(explorer.app.screen, CommandPalette))
        way = self._random.random()
        if explorer.screen.has_dialog and way < 0.15:
            return self._random.choice(CLOSERS)
        if way < 0.35:
            return self._random.choice(MOVES)
        return self._random.choice(self._bound(explorer))

    def _typed(self, *, palette: bool) -> str:
        way = self._random.random()
        if way < 0.15:
            return "escape"
        if way < 0.25 and not palette:
            return "enter"
        if way < 0.35:
            return self._random.choice(EDITS)
        word = self._random.choice(WORDS)
        return self._random.choice([letter for letter in word if wcwidth(letter) > 0])

    def _bound(self, explorer: Attached) -> list[str]:
        """The keys that do something here."""
        never = NEVER
        if self._stays:
            helped = "Keys that work here" in explorer.text
            never = never | APART | ({"dialog.choose"} if helped else set())
        return sorted(
            key
            for key, active in explorer.app.screen.active_bindings.items()
            if active.enabled and active.binding.id not in never and sequence(key)
        )


def sequence(key: str) -> str:
    """What a terminal sends for a key; nothing where it knows no such key."""
    if key.startswith("ctrl+") and len(key) == 6:
        return chr(ord(key[-1]) & 0x1F)
    return KEYS.get(key) or character_of(key) or ""
