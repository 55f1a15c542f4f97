"""The timeline of a library: each event once, with what its tellings differ in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.made_up import write_library
from sahel_tui.index.updating import update_index
from sahel_tui.queries.chronology.told import joined
from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents
from tests.tui.explore import Explorer, exploring
from tests.tui.scoped import settled, shown_library

BRIEFS = Path(__file__).parents[2] / "briefs"


async def told(explorer: Explorer, *keys: str) -> tuple[Any, ScopeEvents]:
    """The library's timeline, alone, once everything is known of it."""
    screen = await shown_library(explorer, "T")
    await explorer.press("z", *keys)
    await settled(explorer, screen)
    return screen, screen.query_one(ScopeEvents)


async def test_an_event_of_several_briefs_is_one_row_that_opens() -> None:
    async with exploring(BRIEFS, 140, 45) as explorer:
        screen, events = await told(explorer)
        several = next(at for at, row in enumerate(events.rows) if "fatalities" in row.differ)
        row = events.rows[several]
        events.move_to(several)
        await explorer.pilot.pause()
        before = events.count()
        line = explorer.line("▶")
        assert f"{len(row.tellings)}× " in line
        assert " differ" in line
        assert "figures differ: " in explorer.text or "deaths differ: " in explorer.text
        await explorer.press("l")
        assert events.count() == before + len(row.tellings)
        for one in row.tellings:
            await explorer.press("j")
            assert events.current is not None
            assert events.current.row == one
        await explorer.press("enter")
        await explorer.until(lambda: explorer.app.screen is not screen)
        await explorer.pilot.pause()
        assert explorer.screen.view.id == row.tellings[-1].told.brief
        await explorer.press("L")
        await explorer.until(lambda: explorer.app.screen is screen)
        await explorer.press("h")
        assert (events.count(), events.cursor) == (before, several)


async def test_lanes_are_by_brief_too_and_an_event_is_in_those_of_all_its_tellings() -> None:
    async with exploring(BRIEFS, 140, 45) as explorer:
        screen, events = await told(explorer, "v", "v", "v")
        await settled(explorer, screen)
        assert events.laid is not None
        assert events.by == "brief"
        assert len(events.laid.lanes) == 10
        tellings = sum(len(row.tellings) for row in events.rows)
        assert sum(len(lane.rows) for lane in events.laid.lanes) == tellings
        name = events.laid.lanes[0].name
        await explorer.press("l", "j")
        assert events.current is not None
        assert name in {one.told.brief for one in events.current.tellings}


async def test_limits_hold_for_every_brief() -> None:
    async with exploring(BRIEFS, 140, 45) as explorer:
        screen, events = await told(explorer, "t")
        await explorer.type("26 july 2023")
        await explorer.press("enter")
        assert events.current is not None
        assert events.current.row.date == "2023-07-26"
        await explorer.press("u")
        await settled(explorer, screen)
        briefs = {events.rows[at].row.told.brief for at in events.shown}
        assert len(briefs) > 1
        assert "within 30 days of" in explorer.text
        assert 0 < events.count() < len(events.rows)
        assert events.current.row.date == "2023-07-26"
        await explorer.press("escape", "W")
        await settled(explorer, screen)
        assert "certainly within July 2023" in explorer.text
        for at in events.shown:
            assert events.rows[at].row.date.startswith(("2023-07", "[2023-07"))


async def test_an_index_joins_the_same_events_as_the_briefs_do(tmp_path: Path) -> None:
    library, index = tmp_path / "library", tmp_path / "index"
    write_library(library, 120)
    update_index(library, index)
    async with exploring(library, 100, 30, index=index) as explorer:
        screen, events = await told(explorer)
        assert explorer.app.shelf.index is not None
        assert screen.scope is not None
        source = screen.scope.events
        rows = [row for keys in source.keys() for row in source.rows(keys)]  # noqa: SIM118
        expected = joined(rows, screen.scope.identities) or []
        found = {frozenset((one.told.path, one.id) for one in row.tellings) for row in events.rows}
        assert found == {
            frozenset((one.told.path, one.id) for one in row.tellings) for row in expected
        }
        assert any(len(row.tellings) > 1 for row in expected)
        await explorer.press("v")
        await settled(explorer, screen)
        assert " by actor · " in explorer.text
        await explorer.press("enter", "j")
        assert events.current is not None
