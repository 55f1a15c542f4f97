"""Texts that a terminal would obey, mis-measure or hide, at random: the same for the same seed.

Whatever number a sequence in them has is `MARK`, so that none of them can be taken for one of the
program's own.
"""

from __future__ import annotations

import random
import re
from itertools import chain

from tests.hostile import WIDE

MARK = "31337"
LEAKED = re.compile(rb"\x1b[\[\]][0-9;:?<=>c]*" + MARK.encode())
"""A sequence of a text's own, though it be of a kind that the program sends too."""

CONTROLS = [chr(code) for code in chain(range(0x20), range(0x7F, 0xA0))]
AS_UTF8 = [chr(code).encode().decode("latin-1") for code in range(0x80, 0xA0)]
"""What the UTF-8 of a C1 character is when it is taken for Latin-1."""
INVISIBLE = [
    *map(chr, (0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x2800, 0x3164, 0xFEFF, 0xFFF9, 0xFFFE, 0xFFFF)),
    *map(chr, chain(range(0x200B, 0x2010), range(0x2028, 0x202F), range(0x2060, 0x2070))),
    *map(chr, (0xE000, 0xFE00, 0xFE0F, 0xE0001, 0xE0041, 0xE007F, 0xE0100, 0xF0000, 0x10FFFF)),
]
STARTS = {"\x1b[": "\x9b", "\x1b]": "\x9d", "\x1bP": "\x90", "\x1b_": "\x9f", "\x1b^": "\x9e"}
STARTS["\x1bX"] = "\x98"
"""CSI, OSC, DCS, APC, PM, SOS: as two characters, as one."""
ENDS = ("\x1b\\", "\x07", "\x9c", "", "\x18", "\x1a", "\n")
FINALS = "ABCDEFGHIJKLMPSTXZ@`abcdefghilmnopqrstuvwxyz{|}~"
SHORT = ("\x1bc", "\x1b7", "\x1b8", "\x1bD", "\x1bE", "\x1bH", "\x1bM", "\x1bN", "\x1bO", "\x1bZ")
DESIGNATIONS = ("\x1b(0", "\x1b)0", "\x1b*0", "\x1b%G", "\x1b%@", "\x1b#8", "\x1b#6", "\x1b ")
MARKUP = (
    *("[bold]", "[/]", "[/", "[[", "[red on blue]x[/red on blue]", "[@click=app.quit]x[/]"),
    *("[link=https://example.invalid]x[/link]", "$primary", "\\[", "{x}", "%s%n", ":smile:"),
)
PLAIN = ("treaty", "a", " ", "é", "–", "\t", "\n", "\r\n", "\r", "\u00a0", *WIDE.values())
SURROGATES = tuple(map(chr, (0xD800, 0xDBFF, 0xDC00, 0xDC80, 0xDFFF)))


class Fuzz:
    """An endless supply of such texts."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.made = 0
        """How many there have been."""

    def text(self, *, surrogates: bool = False) -> str:
        """A text; with surrogates, which no file can hold, one is in it."""
        self.made += 1
        makers = (self._control, self._sequence, self._string, self._any, self._odd, self._plain)
        parts = [self._random.choice(makers)() for _ in range(self._random.randint(1, 8))]
        if surrogates:
            parts.insert(self._random.randrange(len(parts) + 1), self._random.choice(SURROGATES))
        return "".join(parts)

    def name(self) -> bytes:
        """A name for a file."""
        raw = self.text().replace("/", "").replace("\0", "").encode()[:200]
        broken = bytes(self._random.choices(range(0x80, 0x100), k=self._random.randint(0, 3)))
        return raw + broken + b".toml"

    def _control(self) -> str:
        return self._random.choice(CONTROLS + AS_UTF8)

    def _sequence(self) -> str:
        start = self._random.choice(("\x1b[", "\x9b", "\xc2\x9b"))
        private = self._random.choice(("", "", "?", ">", "<", "=", "!"))
        numbers = self._random.choice((MARK, f"{MARK};{MARK}", f"{MARK};" * 200, f"38:5:{MARK}"))
        between = self._random.choice(("", "", "", " ", "$", "\n", "\x00", "\x1b"))
        return f"{start}{private}{numbers}{between}{self._random.choice(FINALS)}"

    def _string(self) -> str:
        long, short = self._random.choice([*STARTS.items()])
        start = self._random.choice((long, short))
        what = self._random.choice(
            ("0;", "2;", "4;0;?", "8;;http://", "22;", "52;c;", "1337;", "+q")
        )
        return f"{start}{what}{MARK}{self._random.choice(ENDS)}"

    def _any(self) -> str:
        code = self._random.randrange(0x110000)
        return chr(code if not 0xD800 <= code < 0xE000 else code - 0x800)

    def _odd(self) -> str:
        odd = (SHORT, DESIGNATIONS, MARKUP, INVISIBLE, ("\x1b", "\x1b[", "\x1b]0;", "\x9b", "\x9d"))
        return self._random.choice(self._random.choice(odd))

    def _plain(self) -> str:
        return self._random.choice(PLAIN)
