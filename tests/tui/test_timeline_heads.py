"""The strip over the timeline is that of the rows that are shown, however often these change."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tests.shipped import FOLDER, TREATY
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from sahel_tui.tui.widgets.event_list import EventList


def heads_of(pane: EventList, text: str) -> tuple[str, ...]:
    """The strip, and the axis below it, of the rows that a filter leaves."""
    pane.filter_rows(text)
    return tuple(pane.draw_head(line).plain for line in (0, 1))


async def test_the_strip_follows_each_filter() -> None:
    async with exploring(TREATY, 100, 30) as explorer:
        await explorer.counted()
        await explorer.press("T", "z")
        pane = cast("EventList", explorer.screen.pane("events"))
        texts = ["treaty", "a", "mali", "e", "jnim", ""]
        heads = {text: heads_of(pane, text) for text in texts}
        assert len(set(heads.values())) > 3
        for text in texts * 12:
            assert heads_of(pane, text) == heads[text]


async def test_the_cursor_stays_in_sight_as_times_without_events_get_lines() -> None:
    async with exploring(FOLDER / "2022-07-31-malis-two-coups.toml", 140, 45) as explorer:
        await explorer.counted()
        pane = cast("EventList", explorer.screen.pane("events"))
        pane._is_counted = False
        pane.renew()
        pane.redraw()
        await explorer.press("T", "g", *"j" * 8)
        assert pane.frame[-1] == pane.cursor_place
        for _ in pane.prepare():
            assert pane.cursor_place in pane.frame
        assert pane.survey is not None
