"""What a dossier tells of an actor, and where its rows lead."""

from __future__ import annotations

import pytest

from sahel_tui.render.terminals import MODERN
from tests.shipped import FOLDER
from tests.tui.dossiers import go_to, of
from tests.tui.explore import exploring

SIZES = [(40, 10), (80, 24), (140, 45)]


async def test_it_tells_all_that_briefs_say() -> None:
    async with exploring(FOLDER, 200, 90) as explorer:
        screen = await of(explorer, "jn")
        assert screen.gathered is not None
        found = screen.gathered.dossier
        assert [one.id for one in screen.rows.sections] == [
            *("names", "relations", "events", "points", "passages")
        ]
        counts = {one.id: one.total for one in screen.rows.sections}
        assert counts["events"] == found.counts.events
        assert "− fights" in explorer.text
        assert "asserted · since about July 2019 · 2024-09-30-jnim" in explorer.text
        assert "Jama’at Nusrat al-Islam wal-Muslimin" in explorer.text


async def test_a_sign_is_told_and_bars_have_their_ascii_form() -> None:
    terminal = MODERN._replace(ascii=True, colours="none", encoding="ascii")
    async with exploring(FOLDER, 80, 24, terminal) as explorer:
        await of(explorer, "jn")
        bars = explorer.lines[2].split()[1]
        assert set(bars) <= set(".123456789")
        assert "9" in bars
        assert "." in bars


@pytest.mark.parametrize("kind", ["relation", "event", "point", "passage"])
@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_a_row_leads_to_its_passage_and_back(kind: str, columns: int, rows: int) -> None:
    async with exploring(FOLDER, columns, rows) as explorer:
        screen = await of(explorer, "jn")
        for section in screen.rows.sections:
            if section.id != f"{kind}s":
                screen.rows.folded |= {section.id}
        screen.rows.filter_rows("")
        await go_to(explorer, screen, kind)
        row, top = screen.rows.current, screen.rows.top
        assert row is not None
        assert row.told is not None
        await explorer.press("enter")
        await explorer.until(lambda: explorer.app.screen is not screen)
        await explorer.until(lambda: explorer.screen.focused is not None)
        await explorer.pilot.pause()
        assert explorer.screen.view.path == row.told.path
        assert explorer.screen.focused_pane is explorer.screen.reader
        source, start, end = explorer.screen.reader.passage_span()
        if kind == "passage":
            wanted = row.data.mentions[0] if row.data.mentions else (row.data.start, row.data.end)
            assert (source, start, end) == (row.data.source, *wanted)
        else:
            assert row.claim is not None
            assert explorer.screen.state.claim == row.claim
        await explorer.press("backspace")
        assert explorer.app.screen is screen
        assert (screen.rows.current, screen.rows.top) == (row, top)


async def test_sections_are_folded_and_stay_so() -> None:
    async with exploring(FOLDER, 80, 24) as explorer:
        screen = await of(explorer, "jn")
        whole = screen.rows.count()
        await explorer.press("g", "j", "j", "h")
        assert screen.rows.count() < whole
        assert screen.rows.current is None
        assert "▸ Names" in explorer.text
        await explorer.press("j", "enter")
        assert "▸ Relations" in explorer.text
        await explorer.press("l", "k", "l")
        assert screen.rows.count() == whole


async def test_a_row_of_several_briefs_says_that_it_leads_nowhere() -> None:
    async with exploring(FOLDER, 80, 24) as explorer:
        screen = await of(explorer, "jn")
        await explorer.press("g", "j", "enter")
        assert explorer.app.screen is screen
        assert "of several briefs: their passages stand further down" in explorer.text


async def test_what_is_filtered_is_said_and_cleared_by_escape() -> None:
    async with exploring(FOLDER, 80, 24) as explorer:
        screen = await of(explorer, "jn")
        await explorer.press("&")
        await explorer.type("fights 2019")
        await explorer.press("enter")
        assert "& hides" in explorer.text
        shown = [one.row for one in screen.rows._shown if one.row]
        assert shown
        assert {one.kind for one in shown} == {"relation", "passage"}
        passages = [one.data for one in shown if one.kind == "passage"]
        assert all("2019" in passage.text for passage in passages)
        await explorer.press("escape")
        assert not screen.filter_text
        await explorer.press("escape")
        assert explorer.app.screen is not screen


async def test_the_preview_shows_the_quote_with_its_grade() -> None:
    async with exploring(FOLDER, 140, 45) as explorer:
        screen = await of(explorer, "jn")
        await go_to(explorer, screen, "relation")
        await explorer.until(lambda: "grade " in explorer.text)
        assert "exact, " in explorer.text
        await explorer.press("tab")
        assert explorer.app.focused is screen.preview
        await explorer.press("enter")
        await explorer.until(lambda: explorer.app.screen is not screen)
