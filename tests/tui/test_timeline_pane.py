"""The timeline of a brief: what stands above its rows and between them, and its range."""

from __future__ import annotations

import pytest

from sahel_tui.model.days import Day
from sahel_tui.queries.chronology.levels import level_name
from sahel_tui.render.terminals import MODERN
from tests.tui.explore import exploring
from tests.tui.timelines import COUPS, timeline


async def test_a_strip_stands_over_the_rows_where_there_is_room() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        events = await timeline(explorer, "z")
        head = explorer.lines.index(explorer.line("4 Timeline · this brief"))
        strip, axis, first = explorer.lines[head + 1 : head + 4]
        assert set(strip) <= set(" ▁▂▃▄▅▆▇█")
        assert "2021" in axis
        assert "▲" in axis
        assert "▔" in axis
        assert first.startswith("▶5 June to 18 August 2020")
        await explorer.press("G")
        assert explorer.lines[head + 2].index("▲") > axis.index("▲")
        assert explorer.lines[head + 1] == strip
        assert events.cursor == 14


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 10), (60, 12)])
async def test_without_room_the_heading_alone_says_the_range(columns: int, rows: int) -> None:
    async with exploring(COUPS, columns, rows) as explorer:
        events = await timeline(explorer)
        if events.size.height > 7:
            assert "▲" in explorer.text
        else:
            assert "▲" not in explorer.text
        assert explorer.text.count("▶") >= 1


async def test_times_without_events_are_said_between_rows() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        await timeline(explorer, "z")
        lines = explorer.lines
        gap = next(at for at, line in enumerate(lines) if "7 months without events" in line)
        assert lines[gap - 1].startswith(" 6 October 2020")
        assert lines[gap + 1].startswith(" 14 May 2021")
        await explorer.press("&")
        await explorer.type("goïta")
        await explorer.press("enter")
        await explorer.pilot.pause()
        assert "without such events" in explorer.text
        assert "7 months without events" not in explorer.text


async def test_the_range_goes_from_decade_to_day_and_the_event_stays_in_it() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        events = await timeline(explorer, "z", "j")
        seen = []
        for _ in range(8):
            await explorer.press("+")
            seen.append(level_name(events.range))
            assert events.range.start <= Day(2020, 8, 18).ordinal() < events.range.end
        assert list(dict.fromkeys(seen)) == ["year", "quarter", "month", "week", "day"]
        assert "drawn 18 August 2020" in explorer.text
        await explorer.press("]")
        assert "drawn 19 August 2020" in explorer.text
        await explorer.press("0")
        assert "drawn 2020 to 2022" in explorer.text


async def test_a_date_that_is_typed_is_gone_to() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        events = await timeline(explorer, "z", "t")
        await explorer.type("may 2021")
        assert "the first event from May 2021 on" in explorer.text
        await explorer.press("enter")
        assert events.current_claim is not None
        assert events.current_claim.id == "e2.7"
        assert "drawn May 2021" in explorer.text
        await explorer.press("t")
        await explorer.type("2031")
        await explorer.press("enter")
        assert "No event from 2031 on" in explorer.text
        assert events.cursor == 14


async def test_what_is_no_date_is_told_of_and_can_be_mended() -> None:
    async with exploring(COUPS, 100, 30) as explorer:
        events = await timeline(explorer, "z", "j", "t")
        await explorer.type("2023-13")
        await explorer.press("enter")
        assert explorer.screen.is_typing
        assert "month 13 does not exist" in explorer.text
        assert explorer.lines[-2].startswith("@ 2023-13")
        assert events.cursor == 1
        await explorer.press("escape")
        assert not explorer.screen.is_typing
        assert (events.cursor, events.has_focus) == (1, True)


async def test_a_terminal_of_ascii_has_heights_as_digits() -> None:
    plain = MODERN._replace(ascii=True, encoding="ascii")
    async with exploring(COUPS, 100, 30, plain) as explorer:
        await timeline(explorer, "z")
        assert explorer.text.isascii()
        head = next(at for at, line in enumerate(explorer.lines) if "4 Timeline . this" in line)
        assert set(explorer.lines[head + 1]) <= set(" 123456789")
        assert "^" in explorer.lines[head + 2]
