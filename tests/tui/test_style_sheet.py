"""Styles are Textual's own, though its sheet is not read again without need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.containers import Vertical
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen
from textual.widgets import Button, Input, Label

from sahel_tui.tui.style_sheet import SteadyStylesheet
from tests.shipped import TREATY
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult
    from textual.pilot import Pilot

    Step = Callable[[Pilot[None]], Awaitable[None]]
    Looks = list[tuple[str, str]]


class Above(Screen[None]):
    """A screen with rules of its own, and a widget that no other has."""

    CSS = "Above { background: $error; } Label { color: $warning; }"

    def compose(self) -> ComposeResult:
        yield Label("above")
        yield Input()


class Stock(App[None]):
    """Textual's own sheet."""

    CSS = "Label { color: $accent; width: 10; } .narrow Label { width: 5; }"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual has it
        (0, "narrow"),
        (60, "wide"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Label("one")
            yield Button("two")


class Steady(Stock):
    """Ours."""

    def __init__(self) -> None:
        super().__init__()
        self.stylesheet = SteadyStylesheet(variables=self.get_css_variables())


def looks(app: App[None]) -> Looks:
    """Every widget of every screen, with all that its styles say."""
    nodes = [node for screen in app.screen_stack for node in (screen, *screen.walk_children())]
    return [(type(node).__name__, node.styles.css) for node in nodes]


async def other_theme(pilot: Pilot[None]) -> None:
    pilot.app.theme = "textual-light" if pilot.app.theme != "textual-light" else "dracula"


async def other_size(pilot: Pilot[None]) -> None:
    await pilot.resize_terminal(40, 10)


async def another_screen(pilot: Pilot[None]) -> None:
    await pilot.app.push_screen(Above())


async def back(pilot: Pilot[None]) -> None:
    await pilot.app.pop_screen()


async def another_widget(pilot: Pilot[None]) -> None:
    await pilot.app.screen.mount(Input("three"))


async def looks_after(app: App[None], steps: list[Step]) -> list[Looks]:
    """What it looks like at first, and after each step."""
    found = []
    async with app.run_test(size=(80, 24)) as pilot:
        found.append(looks(app))
        for step in steps:
            await step(pilot)
            await pilot.pause()
            found.append(looks(app))
    return found


@pytest.mark.parametrize(
    "steps",
    [
        [other_theme, another_screen, other_theme, back],
        [other_size, other_theme, another_widget],
        [another_screen, other_size, another_widget, back, another_screen],
        [another_widget, another_screen, another_widget, other_theme],
    ],
)
async def test_widgets_look_as_with_textual_s_own(steps: list[Step]) -> None:
    stock, steady = await looks_after(Stock(), steps), await looks_after(Steady(), steps)
    assert steady == stock
    assert len({str(one) for one in stock}) > 1, "steps that change nothing prove nothing"


@pytest.mark.parametrize("keys", ["o", "d", "c", "s", "B ctrl+p", "L", "?", "R m", "/ x"])
async def test_the_rules_of_every_screen_are_those_that_its_sources_give(keys: str) -> None:
    async with exploring(TREATY) as explorer:
        await explorer.press(*keys.split())
        sheet = explorer.app.stylesheet
        anew = Stylesheet(variables=explorer.app.get_css_variables())
        anew.source = dict(sheet.source)
        anew.reparse()
        sheet.reparse()  # as with every other screen: Textual reads all of it
        assert isinstance(sheet, SteadyStylesheet)
        assert [(one.css, one.tie_breaker, one.is_default_rules) for one in sheet.rules] == [
            (one.css, one.tie_breaker, one.is_default_rules) for one in anew.rules
        ]
