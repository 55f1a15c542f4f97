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
    return Look(
        tuple(
            code
            for name, code in _ATTRIBUTES
            # to a terminal the two underlines are one attribute: whichever comes last
            if getattr(style, name) and not (name == "underline" and style.underline2)
        ),
        _colour(style.color, colours, foreground=True),
        _colour(style.bgcolor, colours, foreground=False),
    )


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

    An attribute is only ever turned off together with all others: the codes that turn one off
    are younger than the terminals that we want to serve.
    """
    if old == new:
        return ""
    if new == PLAIN:
        return "\x1b[m"
    wanted = [*new.attributes, *filter(None, (new.foreground, new.background))]
    if (
        set(old.attributes) <= set(new.attributes)
        and (new.foreground or not old.foreground)
        and (new.background or not old.background)
    ):
        has = {*old.attributes, old.foreground, old.background}
        return f"\x1b[{';'.join(code for code in wanted if code not in has)}m"
    return f"\x1b[0;{';'.join(wanted)}m"
