"""The keys as the user has them, and how a person reads them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sahel_tui.config.keys import BOUND
from sahel_tui.config.spelling import CHARACTERS

if TYPE_CHECKING:
    from textual.app import App

_NAMES = {"pagedown": "PgDn", "pageup": "PgUp", "space": "Space"}


@lru_cache(256)
def key_name(key: str) -> str:
    """A key as a person reads it: `Ctrl-d`, `PgDn`, `?`."""
    if key in _NAMES:
        return _NAMES[key]
    first, plus, rest = key.partition("+")
    if plus and first:
        return f"{first.title()}-{key_name(rest)}"
    return _character(key) or key.title()


def _character(key: str) -> str:
    """What a key types, if it is named after that."""
    if len(key) == 1:
        return key
    try:
        character = CHARACTERS.get(key) or unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return ""
    return character if character.isprintable() else ""


def keys_of(app: App[Any], binding_id: str) -> list[str]:
    """The keys of a binding, as the user has them."""
    return (app._keymap.get(binding_id) or BOUND[binding_id].keys).split(",")


def shown_key(app: App[Any], binding_id: str) -> str:
    """The first key of a binding, as a person reads it: what a hint names."""
    return key_name(keys_of(app, binding_id)[0])


def binds_alt(app: App[Any]) -> bool:
    """Whether the user has bound a key with Alt; the program itself binds none."""
    return any("alt+" in keys for keys in app._keymap.values())
