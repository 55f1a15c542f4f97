"""What a program wrote to a terminal, taken apart strictly: its own sequences, text, the rest."""

from __future__ import annotations

import re
import unicodedata

OWN = re.compile(
    rb"\r\n"
    rb"|\x1b\[[0-9;]*m"  # colours and attributes
    rb"|\x1b\[(?:[0-9]+(?:;[0-9]+)?)?H|\x1b\[[0-9]*C"  # the cursor to a place, and on
    rb"|\x1b\[2J|\x1b\[K"  # a blank screen, a blank rest of a line
    rb"|\x1b\[[0-9]+;[0-9]+r\x1b\[[0-9]+;1H(?:(?:\x1bD)+|(?:\x1bM)+)\x1b\[r"  # lines that move
    rb"|\x1b\[6n"  # where is the cursor?
    rb"|\x1b\[\?(?:7|25|1004|1049|2004|2026)[hl]"  # wrapping, cursor, focus, screen, …
    rb"|\x1b\[\?(?:2026|2048)\$p"  # does the terminal know synchronised output, told sizes?
    rb"|\x1b\[>[0-9]+u|\x1b\[<u"  # the keyboard protocol of kitty: on, off
    rb"|\x1b\]22;default\x07"  # the shape of the pointer
)
"""All that the explorer may send beside text. A new sequence is given its line here."""

_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
ORDINARY = {7: True, 25: True}
"""The private modes that a terminal has on, unless told otherwise: wrapping and the cursor."""


def strangers(raw: bytes) -> set[str]:
    """What is neither the program's own sequence nor text that is safe to show."""
    found: set[str] = set()
    for piece in OWN.split(raw):
        try:
            text = piece.decode()
        except UnicodeDecodeError as error:
            found.add(f"not UTF-8: {piece[error.start :][:20]!r}")
            continue
        found.update(repr(char) for char in set(text) if is_stranger(char))
    return found


def is_stranger(char: str) -> bool:
    """Whether a terminal would obey the character, or show nothing for it."""
    category = unicodedata.category(char)
    return category in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} or bool(_INVISIBLE.match(char))


def changed_modes(raw: bytes) -> dict[int, bool]:
    """The private modes that are otherwise than in a terminal that was just opened."""
    modes: dict[int, bool] = {}
    for match in _MODES.finditer(raw):
        for number in match[1].split(b";"):
            modes[int(number)] = match[2] == b"h"
    return {mode: on for mode, on in modes.items() if on != ORDINARY.get(mode, False)}
