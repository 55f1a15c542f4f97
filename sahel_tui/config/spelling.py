"""How a key is spelled: as Textual names it, one spelling for each key."""

from __future__ import annotations

import string
import unicodedata

NAMED = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"),
    *("tab", "enter", "escape", "space", "backspace"),
    *(f"f{number}" for number in range(1, 25)),
)
MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""In the order in which they are spelled."""

_SENT = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}
_SENT |= {"ctrl+left_square_bracket": "escape"}
"""What a terminal sends for a key: nothing tells the two apart."""
_MEANT = {"esc": "escape", "return": "enter", "del": "delete", "ins": "insert"}
_MEANT |= {"pgup": "pageup", "pgdn": "pagedown", "pgdown": "pagedown", "spacebar": "space"}
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def _name(character: str) -> str:
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


CHARACTERS = {_name(character): character for character in string.punctuation}
"""The signs of ASCII by Textual's names."""
_NAMES = {character: name for name, character in CHARACTERS.items()}


class KeyNameError(ValueError):
    """A key that cannot be bound: why, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def spelled(key: str) -> str:
    """The one spelling of a key: a sign or letter as itself, but `comma`; else Textual's name.

    KeyNameError where there is no such key, or a terminal sends another for it.
    """
    *modifiers, base = [key] if len(key) == 1 else key.split("+")
    base = {" ": "space", ",": "comma"}.get(base, base)
    if len(base) == 1 and not base.isprintable():
        raise KeyNameError("a control character is not a key's name", "write its name: `ctrl+…`")
    if len(base) != 1 and base not in NAMED and base not in CHARACTERS:
        raise _unknown(key)
    if not set(modifiers) <= set(MODIFIERS) or len(set(modifiers)) < len(modifiers):
        raise _unknown(key)
    if not modifiers:
        return base if base == "comma" else CHARACTERS.get(base, base)
    return _modified(sorted(modifiers), _NAMES.get(base, base))


def _modified(modifiers: list[str], base: str) -> str:
    key = "+".join((*modifiers, base))
    types = len(base) == 1 or base in CHARACTERS
    if types and modifiers == ["shift"]:
        sign = f"write `{base.upper()}`" if len(base) == 1 else "write the sign that it types"
        raise KeyNameError(f"no terminal sends `{key}`", sign)
    if "ctrl" in modifiers and len(base) == 1 and base.isupper():
        raise KeyNameError(f"no terminal sends `{key}`", f"write `{key.lower()}`")
    if key in _SENT:
        raise KeyNameError(f"a terminal sends `{_SENT[key]}` for `{key}`", f"write `{_SENT[key]}`")
    return "ctrl+@" if key in ("ctrl+at", "ctrl+space") else key


def types_text(key: str) -> bool:
    """Whether a key, as spelled here, writes something where one types."""
    return len(key) == 1 or key in ("space", "comma")


def _unknown(key: str) -> KeyNameError:
    from sahel_tui.store.nearest import Nearest

    controls = [f"ctrl+{letter}" for letter in string.ascii_lowercase]
    lower = key.casefold().replace("-", "+")
    known = [*NAMED, *CHARACTERS, *controls, "shift+tab"]
    near = lower if lower in known else _MEANT.get(lower) or Nearest().find(key, known)
    hint = f"did you mean `{near}`?" if near else "docs/configuration.md lists the names"
    return KeyNameError("there is no key of that name", hint)
