"""Where briefs contradict each other, on screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahel_tui.queries.library.findings import KINDS, in_order
from sahel_tui.queries.views import Claim
from sahel_tui.tui.screens.contradictions import ContradictionsScreen
from tests.tui.explore import Explorer, exploring

BRIEFS = Path(__file__).parents[2] / "briefs"
SIZES = [(40, 10), (80, 24), (140, 45)]


async def contradictions(explorer: Explorer) -> ContradictionsScreen:
    """The screen, once all have been found."""
    await explorer.press("c")
    await explorer.until(lambda: isinstance(explorer.app.screen, ContradictionsScreen))
    screen = explorer.app.screen
    assert isinstance(screen, ContradictionsScreen)
    await explorer.until(lambda: explorer.app.shelf.progress.done and screen.rows.count() > 10)
    await explorer.pilot.pause()  # it looks again once it is told that all has been read
    await explorer.until(lambda: "gather" not in {one.group for one in explorer.app.workers})
    await explorer.until(lambda: "looking" not in explorer.text and "reading" not in explorer.text)
    return screen


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_it_is_listed_at_every_size(columns: int, rows: int) -> None:
    async with exploring(BRIEFS, columns, rows) as explorer:
        screen = await contradictions(explorer)
        assert {one.kind for one in screen.rows.found} == {"event", "relation", "sign", "point"}
        assert {len(line) for line in explorer.lines} == {columns}
        assert "? help" in explorer.lines[-2]
        await explorer.press("backspace")
        assert explorer.screen.focused_pane.id == "points"


async def test_both_sides_stand_next_to_each_other_with_source_and_grade() -> None:
    async with exploring(BRIEFS, 140, 45) as explorer:
        await contradictions(explorer)
        await explorer.press("G")
        await explorer.until(lambda: "side 1" in explorer.text)
        heads = explorer.line("side 1")
        assert "side 2" in heads
        assert "▶ side 1" in heads
        await explorer.press("l")
        assert "▶ side 2" in explorer.line("side 1")
        assert "grade " in explorer.text
        assert "exact, supports" in explorer.text


async def test_where_it_is_narrow_they_stand_one_below_the_other() -> None:
    async with exploring(BRIEFS, 62, 40) as explorer:
        await contradictions(explorer)
        await explorer.until(lambda: "side 1" in explorer.text)
        assert "side 2" not in explorer.line("side 1")


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("side", [0, 1])
async def test_a_side_leads_to_its_passage_and_back(side: int, columns: int, rows: int) -> None:
    async with exploring(BRIEFS, columns, rows) as explorer:
        screen = await contradictions(explorer)
        await explorer.press("G")
        current = screen.rows.current
        await explorer.until(lambda: bool(screen._told) and screen._told[0].said.text != "")
        await explorer.until(
            lambda: current is not None and screen._told[0].said == current.sides[0].tellings[0]
        )
        await explorer.press(*["l"] * side)
        said = screen._told[side].said
        await explorer.press("enter")
        await explorer.until(lambda: explorer.app.screen is not screen)
        await explorer.until(lambda: explorer.screen.focused is not None)
        await explorer.pilot.pause()
        assert explorer.screen.view.id == said.told.brief
        assert explorer.screen.state.claim == said.claim
        assert explorer.screen.focused_pane is explorer.screen.reader
        await explorer.press("backspace")
        assert explorer.app.screen is screen
        assert screen.rows.current == current
        assert screen._side == side


async def test_those_of_the_claim_under_the_cursor_come_first() -> None:
    path = next(BRIEFS.glob("*minusma.toml"))
    async with exploring(path, 80, 24) as explorer:
        await explorer.press("R")
        relations = explorer.screen.pane("relations")
        rows = explorer.screen.view.relations
        wanted = next(r for r in rows if (r.source, r.type) == ("minusma", "supports"))
        explorer.screen.jump_to(Claim("relation", wanted.id))
        await explorer.pilot.pause()
        assert relations.current_claim == Claim("relation", wanted.id)
        screen = await contradictions(explorer)
        first = screen.rows.found[0]
        said = [one for side in first.sides for one in side.tellings]
        assert Claim("relation", wanted.id) in [one.claim for one in said]
        assert "here" in explorer.lines[3]
        assert f"of relation {wanted.id} first" in explorer.text


async def test_after_those_of_the_brief_all_come_in_the_order_of_the_command() -> None:
    async with exploring(BRIEFS) as explorer:
        brief = explorer.screen.view.id
        found = (await contradictions(explorer)).rows.found
        others = [one for one in found if brief not in one.briefs]
        assert others
        assert list(found[-len(others) :]) == others
        assert others == in_order(others)
        assert [one.kind for one in others] == sorted((one.kind for one in others), key=KINDS.index)


async def test_they_are_filtered_as_one_types() -> None:
    async with exploring(BRIEFS, 140, 45) as explorer:
        screen = await contradictions(explorer)
        await explorer.press("&")
        await explorer.type("fatalities")
        assert screen.rows.count() == 1
        assert "& hides" in explorer.text
        await explorer.press("escape")
        assert not screen.rows.hidden
