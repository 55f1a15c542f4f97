"""Themes: colours of our own for the palette that `styles` and Textual name.

Every role holds a contrast of 4.5:1 on its background (WCAG 2.1, 1.4.3), drawn reversed, bold or
dim as well, in 16, 256 and 16.7 million colours.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color
from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

RGB = tuple[int, int, int]

LEAST_CONTRAST = 4.5
XTERM: tuple[RGB, ...] = (
    *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0)),
    *((0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)),
    *((127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)),
    *((92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)),
)
"""The palette of xterm as it is delivered."""


class Theme(NamedTuple):
    """A colour for everything that is drawn."""

    background: RGB
    background16: int
    """The same among 16 colours."""
    text: RGB
    dim: RGB
    red: RGB
    green: RGB
    yellow: RGB
    blue: RGB
    magenta: RGB
    cyan: RGB


DARK = Theme(
    background=(18, 18, 18),
    background16=0,
    text=(228, 228, 228),
    dim=(168, 168, 168),
    red=(255, 135, 135),
    green=(135, 215, 95),
    yellow=(255, 215, 95),
    blue=(135, 175, 255),
    magenta=(255, 135, 255),
    cyan=(95, 215, 215),
)
LIGHT = Theme(
    background=(255, 255, 255),
    background16=15,
    text=(28, 28, 28),
    dim=(88, 88, 88),
    red=(175, 0, 0),
    green=(0, 95, 0),
    yellow=(135, 95, 0),
    blue=(0, 0, 175),
    magenta=(135, 0, 135),
    cyan=(0, 95, 135),
)
THEMES = {"dark": DARK, "light": LIGHT}

_HUES = ("text", "red", "green", "yellow", "blue", "magenta", "cyan", "text")
"""What text in the colours 0 to 7, and 8 to 15, is drawn in."""
_GREY = 8
_NEUTRAL = (7, 0, 4)
"""White, black and blue: one of them can be read on either background, bold too."""


def restyler(theme: str, colours: str) -> Callable[[Style | None], Style | None] | None:
    """What draws a style in a theme; None for the terminal's own palette, which needs nothing."""
    if colours == "none" or theme == "mono":
        return lru_cache(4096)(without_colour)
    if theme not in THEMES:
        return None
    own = THEMES[theme]
    return lru_cache(4096)(lambda style: in_theme(style, own, few=colours == "16"))


def in_theme(style: Style | None, theme: Theme, *, few: bool) -> Style:
    """A style in a theme's colours; `few`: in those of the palette that can be read.

    What is drawn under the palette of commands comes a second time, and stays as it is.
    """
    style = style or Style.null()
    bold = bool(style.bold)
    background = _ground(theme, few=few)
    inks = [_ink(role, theme, few=few, bold=bold) for role in ("dim", *_HUES)]
    if style.bgcolor == background and not style.dim and style.color in inks:
        return style
    text = _ink(role_of(style), theme, few=few, bold=bold)
    reverse = bool(style.reverse) or _is_block(style)
    return style + Style(color=text, bgcolor=background, reverse=reverse, dim=False)


def _ground(theme: Theme, *, few: bool) -> Color:
    return Color.from_ansi(theme.background16) if few else Color.from_rgb(*theme.background)


def _ink(role: str, theme: Theme, *, few: bool, bold: bool) -> Color:
    if few:
        return Color.from_ansi(readable(role, theme.background16, bold=bold))
    return Color.from_rgb(*getattr(theme, role))


def without_colour(style: Style | None) -> Style | None:
    """A style by its attributes alone; what stood out by its background is reversed."""
    if style is None or (style.color is None and style.bgcolor is None):
        return style
    kept = style.without_color
    if _is_block(style):
        kept += Style(reverse=True)
    return kept + Style(meta=style.meta) if style.meta else kept


def role_of(style: Style) -> str:
    """Which colour of a theme a style's text has."""
    if style.dim:
        return "dim"
    number = style.color.number if style.color and not style.color.is_default else None
    if number is None or number > 15 or _is_block(style):
        return "text"  # any other colour was chosen to go with another background
    return "dim" if number == _GREY else _HUES[number % 8]


def _is_block(style: Style) -> bool:
    """Whether the background is one to stand out by; black is the ground of Textual's parts."""
    ground = style.bgcolor
    return ground is not None and not ground.is_default and ground.number != 0


@lru_cache(256)
def readable(role: str, background: int, *, bold: bool) -> int:
    """The colour of the palette that a role has on a background: its own hue if it can be read.

    Terminals draw bold text of the first eight colours in the brighter eight.
    """
    ground = XTERM[background]

    def holds(number: int) -> bool:
        drawn = [number, number + 8] if bold and number < 8 else [number]
        return all(contrast(XTERM[one], ground) >= LEAST_CONTRAST for one in drawn)

    own = {"dim": (_GREY,), "text": ()}.get(role)
    if own is None:
        own = (_HUES.index(role), _HUES.index(role) + 8)
    return next(filter(holds, (*own, *_NEUTRAL)))


def contrast(one: RGB, other: RGB) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.1)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(rgb: RGB) -> float:
    """The relative luminance of a colour of sRGB (WCAG 2.1)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
