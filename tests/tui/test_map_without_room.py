"""A map that has no room for all actors is made anew about the one in the centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.widgets.drawing.graph_pane import ActorWanted
from tests.tui.explore import exploring
from tests.tui.scoped import shown_library
from tests.tui.test_relations_drawn import COUPS, drawn, pane_of

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.tui.screens.library import LibraryScreen
    from tests.tui.explore import Explorer


def is_on_map(explorer: Explorer, node: str) -> bool:
    """Whether an actor is drawn; the cursor stays where it is."""
    picture = pane_of(explorer).picture
    assert picture is not None
    here, edge = picture.node, picture.edge
    found = picture.go_to(node)
    picture.go_to(here, edge)
    return found


async def test_the_way_back_is_to_a_map_about_the_actor_that_was_in_the_centre() -> None:
    async with exploring(COUPS, 40, 12) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        first = pane_of(explorer).centre_id
        for name in sorted(picture.names):
            if is_on_map(explorer, name):
                continue
            explorer.screen.on_actor_wanted(ActorWanted(pane_of(explorer), name))
            await explorer.until(lambda: is_on_map(explorer, name))  # noqa: B023
            assert pane_of(explorer).picture.node == name  # type: ignore[union-attr]
            if not is_on_map(explorer, first):
                break
            await explorer.press("backspace")
        assert not is_on_map(explorer, first)
        await explorer.press("backspace")
        await explorer.until(lambda: is_on_map(explorer, first))
        assert pane_of(explorer).centre_id == first
        assert pane_of(explorer).picture.node == first  # type: ignore[union-attr]


async def test_a_search_goes_to_an_actor_that_had_no_room_and_stays_there() -> None:
    async with exploring(COUPS, 40, 12) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        name = next(one for one in sorted(picture.names) if not is_on_map(explorer, one))
        await explorer.press("slash")
        await explorer.type(picture.names[name].lower())
        await explorer.press("enter")
        await explorer.until(lambda: pane_of(explorer).centre_id == name)
        await explorer.until(lambda: is_on_map(explorer, name))
        assert pane_of(explorer).picture.node == name  # type: ignore[union-attr]


async def test_typing_a_search_moves_no_centre_and_escape_comes_back() -> None:
    async with exploring(COUPS, 40, 12) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        await explorer.press("j", "tab")
        before, centre = (picture.node, picture.edge), explorer.screen.state.centre
        name = next(one for one in sorted(picture.names) if not is_on_map(explorer, one))
        assert (picture.node, picture.edge) == before
        await explorer.press("slash")
        await explorer.type(picture.names[name].lower())
        assert "called" in explorer.text
        assert pane_of(explorer).heading().plain.count("1 not drawn") == 1
        await explorer.press("escape")
        assert pane_of(explorer).picture is picture
        assert (picture.node, picture.edge) == before
        assert explorer.screen.state.centre == centre


async def test_escape_comes_back_though_another_search_stands() -> None:
    async with exploring(COUPS, 40, 12) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        first, *_, last = [one for one in sorted(picture.names) if is_on_map(explorer, one)]
        await explorer.press("slash")
        await explorer.type(picture.names[first].lower())
        await explorer.press("enter")
        assert picture.node == first
        picture.go_to(last)
        await explorer.press("slash")
        await explorer.type("zz")
        await explorer.press("escape")
        assert picture.node == last
        assert pane_of(explorer).search_text == picture.names[first].lower()


async def test_n_goes_on_to_those_who_are_not_drawn() -> None:
    async with exploring(COUPS, 40, 12) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        await explorer.press("slash")
        await explorer.type("a")
        found = picture.named("a")
        assert is_on_map(explorer, picture.node)
        await explorer.press("enter")
        name = next(one for one in found if not is_on_map(explorer, one))
        while (node := pane_of(explorer).actors_at[0]) != name:
            await explorer.press("n")
            assert pane_of(explorer).actors_at[0] == found[(found.index(node) + 1) % len(found)]
        await explorer.until(lambda: is_on_map(explorer, name))
        assert explorer.screen.state.centre == name


async def drawn_library(explorer: Explorer) -> LibraryScreen:
    """The relationships of the library, once they are drawn."""
    screen = await shown_library(explorer)
    pane = screen.ties_pane
    await explorer.press("R", "m")
    await explorer.until(lambda: pane.picture is not None and not pane.is_working)
    return screen


async def test_in_the_library_too_escape_comes_back(library: Path) -> None:
    async with exploring(library, 60, 14) as explorer:
        screen = await drawn_library(explorer)
        pane = screen.ties_pane
        if pane.view != "map":
            await explorer.press("m")
        await explorer.until(lambda: pane.view == "map" and pane.picture is not None)
        await explorer.until(lambda: not pane.is_working)
        picture, centre = pane.picture, screen.centre
        assert picture is not None
        before = picture.node, picture.edge
        name = next(one for one in sorted(picture.names) if not picture.has(one))
        await explorer.press("slash")
        await explorer.type(picture.names[name].lower())
        assert "not drawn" in pane.heading().plain
        await explorer.press("escape")
        assert pane.picture is picture
        assert (picture.node, picture.edge) == before
        assert screen.centre == centre


async def test_in_the_library_too_backspace_comes_back(library: Path) -> None:
    async with exploring(library, 140, 45) as explorer:
        screen = await drawn_library(explorer)
        pane = screen.ties_pane
        assert pane.picture is not None
        before = screen.centre
        there = next(one for one in sorted(pane.picture.names) if one != pane.centre_id)
        screen.on_actor_wanted(ActorWanted(pane, there))
        assert screen.centre == there
        await explorer.press("backspace")
        assert explorer.app.screen is screen
        assert screen.centre == before
