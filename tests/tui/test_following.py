"""What follows the cursor after a moment follows at once where the next key needs it."""

from __future__ import annotations

from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import Explorer, exploring


def wait_for_ever(explorer: Explorer) -> None:
    """As if every key came in a bunch."""
    explorer.screen._follow_delay = 3600


async def test_relationships_are_those_of_the_actor_under_the_cursor() -> None:
    async with exploring(SHIPPED, 80, 24) as explorer:
        wait_for_ever(explorer)
        await explorer.press("A", "j", "R")
        assert explorer.screen.state.centre == "burkina-faso"
        assert "● Burkina Faso" in explorer.text


async def test_the_next_passage_is_one_of_the_row_under_the_cursor() -> None:
    async with exploring(SHIPPED, 80, 24) as explorer:
        wait_for_ever(explorer)
        await explorer.press("G", "n")
        claim = explorer.screen.state.claim
        assert claim is not None
        assert claim.id == "j1.6"
        assert "passage 2 of 2: exact, neutral" in explorer.text


async def test_nothing_follows_where_following_is_off() -> None:
    async with exploring(SHIPPED, 80, 24) as explorer:
        wait_for_ever(explorer)
        await explorer.press("A", "f", "j", "R")
        assert explorer.screen.state.centre == "mali"


async def test_the_relationships_follow_the_event_under_the_cursor() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        await explorer.counted()
        screen = explorer.screen
        await explorer.press("T", "g")
        seen = set()
        for _ in range(len(screen.view.events)):
            event, relation = screen.state.claim, screen.ties_pane.list_claim
            assert event is not None
            near = {one.claim for one in screen.rests.shared(event) if one.claim.kind == "relation"}
            assert relation in near or not near
            if not near:
                (row,) = (one for one in screen.view.events if one.id == event.id)
                assert screen.state.centre in {one.id for one in row.actors}
            seen.add(relation)
            await explorer.press("j")
        assert len(seen) > 4
        assert screen.focused_pane is screen.pane("events")


async def test_the_relationships_stay_where_following_is_off() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        await explorer.counted()
        await explorer.press("T", "f")
        before = explorer.screen.ties_pane.list_claim
        await explorer.press(*"jjjjGgG")
        assert explorer.screen.ties_pane.list_claim == before
