"""How a cell looks, told apart from every other look by the codes that select it (ECMA-48 SGR)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.color import Color, ColorSystem
    from rich.style import Style

_ATTRIBUTES = (
    ("bold", "1"),
    ("dim", "2"),
    ("italic", "3"),
    ("underline", "4"),
    ("blink", "5"),
    ("blink2", "6"),
    ("reverse", "7"),
    ("conceal", "8"),
    ("strike", "9"),
    ("underline2", "21"),
    ("frame", "51"),
    ("encircle", "52"),
    ("overline", "53"),
)
_DEFAULTS = {"39", "49"}
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28"}
_OFF |= {"9": "29", "21": "24", "51": "54", "52": "54", "53": "55"}
_ON_BLANKS = {"4", "7", "9", "21", "51", "52", "53"}
"""Attributes that can be seen where there is no character: lines and reverse."""


class Look(NamedTuple):
    """Attributes and colours as SGR parameters; what the terminal's default is stands empty."""

    attributes: tuple[str, ...] = ()
    foreground: str = ""
    background: str = ""


PLAIN = Look()


def look_of(style: Style | None, colours: ColorSystem | None) -> Look:
    """The look of a style in so many colours; links and other meta data make no difference."""
    if style is None:
        return PLAIN
    look = Look(
        tuple(
            code
            for name, code in _ATTRIBUTES
            # to a terminal the two underlines are one attribute: whichever comes last
            if getattr(style, name) and not (name == "underline" and style.underline2)
        ),
        _colour(style.color, colours, foreground=True),
        _colour(style.bgcolor, colours, foreground=False),
    )
    return PLAIN if look == PLAIN else look  # one and the same, as looks are compared by identity


def _colour(colour: Color | None, colours: ColorSystem | None, *, foreground: bool) -> str:
    if colour is None or colours is None:
        return ""
    codes = ";".join(colour.downgrade(colours).get_ansi_codes(foreground))
    return "" if codes in _DEFAULTS else codes


@lru_cache(1024)
def shows_on_blanks(look: Look) -> bool:
    """Whether a blank of this look can be told from any other blank."""
    return look.background != "" or not _ON_BLANKS.isdisjoint(look.attributes)


@lru_cache(4096)
def turn(old: Look, new: Look) -> str:
    """The shortest sequence from one look to another.

    The codes that turn off one attribute are younger than terminals that know no colour: without
    colours, an attribute is only turned off together with all others.
    """
    if old == new:
        return ""
    if new == PLAIN:
        return "\x1b[m"
    colours = [colour for colour in new[1:] if colour]
    reset = f"\x1b[{';'.join(['0', *new.attributes, *colours])}m"
    off = {_OFF[code] for code in old.attributes if code not in new.attributes}
    if off and not (colours or old.foreground or old.background):
        return reset
    kept = {code for code in old.attributes if _OFF[code] not in off}
    changes = [*sorted(off), *(code for code in new.attributes if code not in kept)]
    if new.foreground != old.foreground:
        changes.append(new.foreground or "39")
    if new.background != old.background:
        changes.append(new.background or "49")
    return min(reset, f"\x1b[{';'.join(changes)}m", key=len)
