"""A brief that is opened over another screen: where it lands, and the way back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sahel_tui.queries.views import Claim
from sahel_tui.reading import read_brief
from sahel_tui.tui.landing import Landing, OpenBrief
from tests.tui.explore import Explorer, exploring

SHIPPED = sorted((Path(__file__).parents[2] / "briefs").glob("*.toml"))
TREATY = next(path for path in SHIPPED if "treaty" in path.name)
JNIM = next(path for path in SHIPPED if "jnim" in path.name)
VIEW = read_brief(JNIM).view
RELATION = next(one for one in VIEW.relations if len(one.evidence) > 1)


async def open_over(explorer: Explorer, landing: Landing) -> None:
    """Open the brief on JNIM over what is shown."""
    before = explorer.screen
    before.post_message(OpenBrief(JNIM, landing))
    await explorer.until(lambda: explorer.screen is not before)
    await explorer.until(lambda: explorer.screen.focused is not None)
    await explorer.pilot.pause()


@pytest.mark.parametrize(("columns", "rows"), [(40, 10), (80, 24), (140, 45)])
@pytest.mark.parametrize("key", ["backspace", "q"])
async def test_it_lands_on_the_passage_of_a_claim_and_leads_back(
    key: str, columns: int, rows: int
) -> None:
    async with exploring(TREATY, columns, rows) as explorer:
        await explorer.press("T", "j")
        before, row = explorer.screen, explorer.screen.pane("events").current_claim
        await open_over(explorer, Landing(Claim("relation", RELATION.id)))
        assert explorer.screen.state.claim == Claim("relation", RELATION.id)
        assert explorer.screen.focused_pane is explorer.screen.reader
        await explorer.press(key)
        assert explorer.screen is before
        assert explorer.screen.pane("events").current_claim == row
        assert explorer.screen.focused_pane.id == "events"


async def test_a_claim_is_shown_at_the_passage_that_was_meant() -> None:
    passage = RELATION.evidence[1]
    assert passage.start is not None
    assert passage.end is not None
    span = (passage.source, passage.start, passage.end)
    async with exploring(TREATY) as explorer:
        await open_over(explorer, Landing(Claim("relation", RELATION.id), *span))
        assert explorer.screen.reader.passage_span() == span


async def test_spans_are_gone_through_one_after_the_other() -> None:
    async with exploring(TREATY) as explorer:
        source = VIEW.sources[0]
        first = source.text.index("JNIM")
        second = source.text.index("JNIM", first + 1)
        spans = ((first, first + 4), (second, second + 4))
        await open_over(explorer, Landing(None, source.id, *spans[1], spans, back="the list"))
        assert explorer.screen.reader.passage_span() == (source.id, *spans[1])
        assert "back to the list" in explorer.text
        await explorer.press("N")
        assert explorer.screen.reader.passage_span() == (source.id, *spans[0])


async def test_a_brief_that_was_opened_over_another_is_read_again_in_its_place(
    tmp_path: Path,
) -> None:
    shutil.copytree(JNIM.parent, tmp_path / "briefs")
    async with exploring(tmp_path / "briefs" / TREATY.name) as explorer:
        first = explorer.screen
        first.post_message(OpenBrief(tmp_path / "briefs" / JNIM.name))
        await explorer.until(lambda: explorer.screen is not first)
        second = explorer.screen
        await explorer.until(lambda: explorer.screen.focused is not None)
        await explorer.press("r")
        await explorer.until(lambda: explorer.screen is not second)
        await explorer.until(lambda: "Read again" in explorer.text)
        assert explorer.screen.view.path == second.view.path
        await explorer.press("q")
        assert explorer.screen is first


async def test_one_that_is_not_there_is_said_where_one_is() -> None:
    async with exploring(TREATY) as explorer:
        before = explorer.screen
        before.post_message(OpenBrief(Path("nowhere.toml")))
        await explorer.until(lambda: "nowhere.toml" in explorer.text)
        assert explorer.screen is before
