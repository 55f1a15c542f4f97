"""A timeline under test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.widgets.event_list import EventList
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from tests.tui.explore import Explorer

COUPS = FOLDER / "2022-07-31-malis-two-coups.toml"
"""15 events from June 2020 to 2022, with half a year without any."""


async def timeline(explorer: Explorer, *keys: str) -> EventList:
    """The timeline with the focus, once its events are counted."""
    await explorer.press("T", *keys)
    events = explorer.screen.query_one(EventList)
    await explorer.until(lambda: events.survey is not None)
    await explorer.pilot.pause()
    return events
