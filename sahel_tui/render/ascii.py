"""ASCII forms of what is drawn, and base letters for what an encoding lacks: cell for cell."""

from __future__ import annotations

import re
import unicodedata

from sahel_tui.render.cells import width

_HORIZONTAL = "─━┄┅┈┉╌╍═╴╶╸╺╼╾▀▔"
_VERTICAL = "│┃┆┇┊┋╎╏║╵╷╹╻╽╿├┤▌▍▎▏▐▕"


def _pairs(signs: str, forms: str) -> dict[int, str]:
    return {ord(sign): form for sign, form in zip(signs, forms, strict=True)}


DRAWINGS: dict[int, str] = {
    **dict.fromkeys(range(0x2500, 0x2580), "+"),  # corners and crossings of boxes
    **dict.fromkeys(range(0x2580, 0x25A0), "#"),  # blocks
    **dict.fromkeys(map(ord, _HORIZONTAL), "-"),
    **dict.fromkeys(map(ord, _VERTICAL), "|"),
    **dict.fromkeys(map(ord, "▁▂▃"), "_"),
    **{0x2400 + code: chr(0x40 + code) for code in range(0x20)},  # as in ^[ for escape
    **_pairs("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"),
    **dict.fromkeys(range(0x2801, 0x2900), "."),  # braille
    **_pairs("↗↘↙↖±", ">><<x"),
    **_pairs("▶▸→◀◂←↑▲↓▾↔●•○◆◇", ">>><<<^^vv=**o#%"),
    **_pairs("…–—−·×¶“”\ufffd␠␡␤", '~---.x#""? ?J'),
}
"""Every sign that the program draws, as one of ASCII; each is one cell wide."""

_TYPOGRAPHY = _pairs("„‘’‚‹›‐‑‒\u00a0", "\"'''<>--- ")
"""Signs of texts alone: of two quotation marks that belong together both have a form."""

_PICTURES = re.compile("([\u2400-\u2424]+)")
"""The pictures of control characters."""


class Forms(dict[int, str]):
    """What stands for each character: a table for `str.translate` that fills itself."""

    def __init__(self, encoding: str, *, signs: bool) -> None:
        """`signs`: what is no letter has its form, whether the encoding has it or not."""
        super().__init__({**_TYPOGRAPHY, **DRAWINGS} if signs else {})
        self._encoding = encoding

    def __missing__(self, code: int) -> str:
        character = chr(code)
        form = character if self._holds(character) else self._form(character)
        self[code] = form
        return form

    def drawn(self, text: str) -> list[tuple[str, bool]]:
        """A text in pieces: each in its form, and whether it is the letters of control characters.

        What ␛ is replaced by is `[`, as in ^[: it has to be drawn otherwise than a `[`.
        """
        parts = enumerate(_PICTURES.split(text))
        return [(part.translate(self), index % 2 == 1) for index, part in parts if part]

    def _form(self, character: str) -> str:
        """A drawing's form, else the letter under the marks, else a question mark a cell."""
        code, cells = ord(character), width(character)
        found = DRAWINGS.get(code) or _TYPOGRAPHY.get(code)
        if found is None:
            found = _base(character)
        fits = self._holds(found) and width(found) == cells
        return found if fits else "?" * cells

    def _holds(self, text: str) -> bool:
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True


def _base(character: str) -> str:
    """The letter of a letter with marks or a stroke (`é`, `ø`, `ɓ`); else the character itself."""
    decomposed = unicodedata.normalize("NFKD", character)
    if decomposed != character:
        return "".join(one for one in decomposed if not unicodedata.combining(one))
    name, marked, _ = unicodedata.name(character, "").partition(" WITH ")
    try:
        return unicodedata.lookup(name) if marked else character
    except KeyError:
        return character
