"""Lanes of the timeline of a brief, and what it is limited to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.tui.memory import Memory
from tests.tui.explore import exploring
from tests.tui.timelines import COUPS, timeline

if TYPE_CHECKING:
    from pathlib import Path


async def test_one_key_goes_through_the_lanes() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        events = await timeline(explorer, "z")
        seen = []
        for _ in range(4):
            await explorer.press("v")
            seen.append(events.by)
            assert (f" by {events.by}" in explorer.text) == (events.by is not None)
        assert seen == ["actor", "place", "type", None]
        assert events.count() == 15


async def test_a_lane_opens_into_its_events_and_the_source_follows_them() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        events = await timeline(explorer, "z", "v", "j")
        assert explorer.line("▸ Assimi Goïta").rstrip().endswith(" 4")
        assert "Assimi Goïta: 4 events" in explorer.text
        assert events.current_claim is None
        await explorer.press("enter", "j")
        assert "▾ Assimi Goïta" in explorer.text
        assert explorer.line("▶").startswith("▶  25 September 2020")
        assert explorer.screen.state.claim is not None
        assert explorer.screen.state.claim.id == "e2.5"
        ids: list[str] = []
        for _ in range(3):
            await explorer.press("j")
            assert events.current_claim is not None
            ids.append(events.current_claim.id)
        assert ids == ["e2.8", "e2.10", "e2.12"]
        await explorer.press("h")
        assert events.count() == 14
        assert explorer.line("▶").startswith("▶▸ Assimi Goïta")
        await explorer.press("l", "l", "h", "v", "v", "v")
        assert events.count() == 15


async def test_every_event_is_in_a_lane() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        events = await timeline(explorer, "z", "v", "v")
        assert events.laid is not None
        assert "no place" in explorer.text
        shown = sorted(row for lane in events.laid.lanes for row in lane.rows)
        assert shown == list(range(15))


async def test_a_match_is_gone_to_in_its_lane() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        events = await timeline(explorer, "z", "v", "/")
        await explorer.type("oaths")
        await explorer.press("enter")
        assert events.current_claim is not None
        assert events.current_claim.id == "e2.5"
        assert "▾" in explorer.text


async def test_the_tabs_count_events_whatever_lanes_there_are() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        await timeline(explorer, "+", "v", "W")
        assert "hides 9 of 15" in explorer.text
        assert "4 Timeline 6/15 " in explorer.text


async def test_only_what_is_within_the_range_certainly_then_possibly() -> None:
    async with exploring(COUPS, 140, 30) as explorer:
        events = await timeline(explorer, "z", "+", "W")
        assert "hides 9 of 15: certainly within 2020" in explorer.text
        assert events.count() == 6
        await explorer.press("W")
        assert "possibly within 2020" in explorer.text
        await explorer.press("]")
        assert "possibly within 2021" in explorer.text
        assert events.count() == 7
        await explorer.press("escape")
        assert events.count() == 15
        assert "hides" not in explorer.text


async def test_what_is_around_an_event() -> None:
    async with exploring(COUPS, 140, 30) as explorer:
        events = await timeline(explorer, "z", "j", "u")
        assert "hides 11 of 15: within 30 days of" in explorer.text
        assert "Mutiny at Kati" in explorer.line("4 Timeline · ")
        assert events.current_claim is not None
        assert events.current_claim.id == "e2.2"
        await explorer.press("u")
        assert explorer.lines[-2].startswith("± 30")
        await explorer.press("ctrl+u")
        await explorer.type("x")
        await explorer.press("enter")
        assert "give a number of days" in explorer.text
        await explorer.press("ctrl+u", "1", "enter")
        assert "within 1 day of" in explorer.text
        assert events.count() == 3
        await explorer.press("escape")
        assert events.count() == 15
        assert explorer.screen.state.zoomed


async def test_the_timeline_goes_to_what_rests_on_the_source_and_to_an_actor() -> None:
    async with exploring(COUPS, 140, 45) as explorer:
        events = await timeline(explorer)
        await explorer.press("A", "g", "j", "j", "j", "j")
        claim = explorer.screen.state.claim
        assert claim is not None
        assert claim.id == "goita"
        assert " 4 of Assimi Goïta " in explorer.line("4 Timeline · ")
        row = events.current
        assert row is not None
        assert "goita" in [part.id for part in row.actors]
        await explorer.press("S", "g")
        reader, seen = explorer.screen.reader, set[object]()
        for _ in range(60):
            await explorer.press("j")
            here = explorer.screen.rests.within(*reader.cursor_span())
            resting = [one.claim for one in here if one.claim.kind == "event"]
            if resting:
                assert events.current_claim == resting[0]
                seen.add(events.current_claim)
        assert len(seen) > 2
        assert explorer.screen.focused_pane is reader
        before = events.cursor
        await explorer.press("f", "g", *("j" * 20))
        assert events.cursor == before


async def test_the_range_the_limit_and_the_lanes_are_as_they_were_left(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    async with exploring(COUPS, 100, 30, memory=memory) as explorer:
        await timeline(explorer, "z", "+", "W", "v", "v", "j")
        place, drawn = explorer.screen.place(), explorer.text
        explorer.app.exit(0)
    assert memory.write() == ""
    async with exploring(COUPS, 100, 30, memory=Memory(tmp_path)) as explorer:
        events = await timeline(explorer)
        assert (events.by, events.within) == ("place", "certainly")
        again = explorer.screen.place()
        assert again is not None
        assert place is not None
        assert (again.lanes, again.within, again.range) == (place.lanes, "certainly", place.range)
        assert "hides 9 of 15: certainly within 2020" in drawn
        assert "hides 9 of 15: certainly within 2020" in explorer.text


async def test_the_event_that_was_left_stays_under_the_cursor_once_events_are_counted(
    tmp_path: Path,
) -> None:
    memory = Memory(tmp_path)
    async with exploring(COUPS, 80, 24, memory=memory) as explorer:
        await timeline(explorer, "j", "j", "v", "j", "j")
        explorer.app.exit(0)
    assert memory.write() == ""
    async with exploring(COUPS, 80, 24, memory=Memory(tmp_path)) as explorer:
        await explorer.counted()
        events = explorer.screen.pane("events")
        assert events.current_claim is not None
        assert events.current_claim == explorer.screen.state.claim


async def test_nothing_is_near_a_lane() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        events = await timeline(explorer, "z", "v", "l")
        count = events.count()
        await explorer.press("u")
        assert "There is no event under the cursor." in explorer.text
        assert (events.count(), events.around) == (count, None)
