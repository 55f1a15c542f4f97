"""What is drawn can be read in every theme, and nothing is told by colour alone."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from sahel_tui.errors import Diagnostic
from sahel_tui.queries.ego import Tie
from sahel_tui.render import styles
from sahel_tui.render.diagnostics import draw_diagnostic
from sahel_tui.render.relations import draw_tie
from sahel_tui.render.styles import BAR, KIND, KIND_LETTER, MATCH, PLAIN, SIGN
from sahel_tui.render.themes import (
    LEAST_CONTRAST,
    RGB,
    THEMES,
    XTERM,
    contrast,
    restyler,
    role_of,
)
from tests.queries.views import relation

COLOURS = ("16", "256", "truecolor")
SYSTEMS = {"256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}

NAMED = [style for style in vars(styles).values() if isinstance(style, Style)]
MIXES = [mix for size in range(1, 5) for mix in combinations(KIND.values(), size)]
OURS = [*NAMED, *SIGN.values(), *(sum(mix, PLAIN) for mix in MIXES)]
PALETTE = [Style(color=Color.from_ansi(number)) for number in range(16)]
OF_TEXTUAL = [
    Style(color=Color.from_ansi(0), bgcolor=Color.from_ansi(7)),  # the chosen command
    Style(color=Color.from_ansi(0), bgcolor=Color.from_ansi(12)),  # selected text
    Style(color="default", bgcolor=Color.from_ansi(0)),
    Style(color="#000000", bgcolor="default"),
    Style(color="default", bgcolor="default", dim=True),
    Style(color=Color.from_ansi(8), bgcolor="default"),
]
ATTRIBUTES = [PLAIN, Style(bold=True), Style(dim=True), BAR, Style(bold=True, reverse=True), MATCH]
DRAWN = [style + more for style in [*OURS, *PALETTE, *OF_TEXTUAL] for more in ATTRIBUTES]

ERROR = Diagnostic("brief.toml", 1, 1, "", "error", "unknown-key", "what is wrong", "what to do")


def tie(sign: int) -> Tie:
    """A relation of a sign, the same but for it."""
    row = relation("r1", "mali", "niger", sign=sign)
    return Tie(row, "→", "allied-with", "niger", "Niger", ())


def shown(colour: Color, colours: str, *, bold: bool) -> list[RGB]:
    """What a terminal may draw a colour as, in xterm's palette."""
    if colours != "16":
        return [colour.downgrade(SYSTEMS[colours]).get_truecolor()]
    number = colour.number
    assert number is not None
    return [XTERM[number], XTERM[number + 8]] if bold and number < 8 else [XTERM[number]]


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("theme", THEMES)
def test_everything_drawn_has_a_contrast_to_its_background(theme: str, colours: str) -> None:
    restyle = restyler(theme, colours)
    assert restyle is not None
    for style in [None, *DRAWN]:
        drawn = restyle(style)
        assert drawn is not None
        assert drawn.color is not None
        assert drawn.bgcolor is not None
        assert not drawn.dim
        (ground,) = shown(drawn.bgcolor, colours, bold=False)
        for text in shown(drawn.color, colours, bold=bool(drawn.bold)):
            assert contrast(text, ground) >= LEAST_CONTRAST, (style, drawn)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_keeps_the_attributes_of_a_style(theme: str) -> None:
    restyle = restyler(theme, "truecolor")
    assert restyle is not None
    for style in OURS:
        drawn = restyle(style)
        assert drawn is not None
        for name in ("bold", "italic", "underline", "underline2", "reverse"):
            assert bool(getattr(drawn, name)) == bool(getattr(style, name))


@pytest.mark.parametrize("theme", THEMES)
def test_all_that_has_no_background_of_its_own_has_the_theme_s(theme: str) -> None:
    restyle = restyler(theme, "truecolor")
    assert restyle is not None
    grounds = {drawn.bgcolor for style in [None, *OURS, *PALETTE] if (drawn := restyle(style))}
    assert grounds == {Color.from_rgb(*THEMES[theme].background)}


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("theme", [*THEMES, "mono"])
def test_what_is_drawn_in_a_theme_stays_so_when_it_is_drawn_again(theme: str, colours: str) -> None:
    restyle = restyler(theme, colours)
    assert restyle is not None
    for style in [None, *DRAWN]:
        once = restyle(style)
        assert restyle(once) == once, style


def test_the_terminal_s_own_palette_needs_nothing() -> None:
    assert all(restyler("terminal", colours) is None for colours in COLOURS)


@pytest.mark.parametrize(
    ("theme", "colours"), [("mono", "truecolor"), ("mono", "none"), *((t, "none") for t in THEMES)]
)
def test_without_colour_attributes_are_all_there_is(theme: str, colours: str) -> None:
    restyle = restyler(theme, colours)
    assert restyle is not None
    assert restyle(None) is None
    for style in DRAWN:
        drawn = restyle(style)
        assert drawn is not None
        assert drawn.color is None
        assert drawn.bgcolor is None
        assert bool(drawn.bold) == bool(style.bold)


def test_what_stands_out_by_its_background_is_reversed_without_colour() -> None:
    restyle = restyler("mono", "none")
    assert restyle is not None
    chosen = restyle(Style(color="black", bgcolor="white"))
    assert chosen is not None
    assert chosen.reverse


def test_a_click_still_leads_somewhere_without_colour() -> None:
    restyle = restyler("mono", "none")
    assert restyle is not None
    drawn = restyle(Style(color="red", meta={"option": 3}))
    assert drawn is not None
    assert drawn.meta == {"option": 3}


def test_nothing_is_told_by_colour_alone() -> None:
    """What has a colour: an error, which is called so; the signs; and the kinds, by attributes."""
    coloured = {
        name
        for name, style in vars(styles).items()
        if isinstance(style, Style) and style.color and not style.color.is_default
    }
    assert coloured == {"WARNING"}
    assert "error" in draw_diagnostic(ERROR, 80)[0].plain
    signs = {tuple(part[0] for part in draw_tie(tie(sign=sign), 80).parts) for sign in SIGN}
    assert len(signs) == len(SIGN)
    kinds = {str(sum(mix, PLAIN).without_color) for mix in [(), *MIXES]}
    assert len(kinds) == 1 + len(MIXES)
    assert len(set(KIND_LETTER.values())) == len(KIND)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((255, 255, 255), (255, 255, 255), 1.0),
        ((0x76, 0x76, 0x76), (255, 255, 255), 4.54),
        ((0x77, 0x77, 0x77), (255, 255, 255), 4.48),
        ((255, 0, 0), (255, 255, 255), 4.0),
    ],
)
def test_contrast_is_that_of_the_guidelines(one: RGB, other: RGB, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("style", "role"),
    [
        (Style(color="yellow"), "yellow"),
        (Style(color="bright_yellow"), "yellow"),
        (Style(color="yellow", dim=True), "dim"),
        (Style(color="bright_black"), "dim"),
        (Style(color="white"), "text"),
        (Style(color="black"), "text"),
        (Style(), "text"),
    ],
)
def test_a_colour_of_the_palette_is_a_role(style: Style, role: str) -> None:
    assert role_of(style) == role
