"""Every key's action as a command, and the keys that work on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

if TYPE_CHECKING:
    from textual.screen import Screen

_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "ampersand": "&",
    "colon": ":",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "plus": "+",
    "minus": "-",
    "pagedown": "PgDn",
    "pageup": "PgUp",
}


def key_name(key: str) -> str:
    """A key as a person reads it: `Ctrl-d`, `PgDn`, `?`."""
    if key in _NAMES:
        return _NAMES[key]
    if "+" in key:
        first, rest = key.split("+", 1)
        return f"{first.title()}-{key_name(rest)}"
    return key if len(key) == 1 else key.title()


def keys_here(screen: Screen[object]) -> list[tuple[str, str]]:
    """Keys and what they do, of what has the focus first, each action once."""
    found: dict[tuple[str, str], list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.enabled and active.binding.id:
            action = (active.binding.action, active.binding.description)
            found.setdefault(action, []).append(key_name(key))
    return [(" ".join(keys), words) for (_, words), keys in found.items()]


class BindingCommands(Provider):
    """The commands of the palette: all that a key does here."""

    def _commands(self) -> list[tuple[str, str, str]]:
        seen: dict[tuple[str, str], list[str]] = {}
        for key, active in self.screen.active_bindings.items():
            binding = active.binding
            if active.enabled and binding.id and binding.action != "command_palette":
                seen.setdefault((binding.description, binding.action), []).append(key_name(key))
        return [(words, action, " ".join(keys)) for (words, action), keys in seen.items()]

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for words, action, keys in self._commands():
            yield DiscoveryHit(words, self._runner(action), help=keys)

    async def search(self, query: str) -> Hits:
        """Those that match what is typed."""
        matcher = self.matcher(query)
        for words, action, keys in self._commands():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, matcher.highlight(words), self._runner(action), help=keys)

    def _runner(self, action: str):  # type: ignore[no-untyped-def]
        node = self.focused or self.screen
        return lambda: node.run_action(action)
