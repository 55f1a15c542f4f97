"""A map that has no room for all actors is made anew about the one in the centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.widgets.drawing.graph_pane import ActorWanted
from tests.tui.explore import exploring
from tests.tui.test_relations_drawn import COUPS, drawn, pane_of

if TYPE_CHECKING:
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
