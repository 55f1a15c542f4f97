"""A problem in a file before its line is looked up, and how a key is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sahel_tui.errors import Severity
    from sahel_tui.store.positions import KeyPath

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SHOWN = 60
"""Characters of a value or a key that a message quotes."""


class Problem(NamedTuple):
    """What is wrong at one key."""

    at: KeyPath
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"


def key_text(path: KeyPath) -> str:
    """A key path as a person writes it: `point[2].evidence[1]`, counted from 1."""
    from json import dumps  # only errors need it

    text = ""
    for name in path:
        if isinstance(name, int):
            text += f"[{name + 1}]"
        else:
            name = _cut(name)
            bare = name if _BARE.fullmatch(name) else dumps(name, ensure_ascii=False)
            text += f".{bare}" if text else bare
    return text


def quoted(value: str) -> str:
    """A short excerpt of a value, between backquotes."""
    return f"`{_cut(value)}`"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def listed(words: list[str]) -> str:
    """Words as a list in a sentence, long ones cut short."""
    rest = len(words) - 30
    text = ", ".join(quoted(word) for word in words[:30])
    return f"{text} and {rest} more" if rest > 0 else text
