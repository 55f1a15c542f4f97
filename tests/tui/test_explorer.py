"""From a claim to its passage and back, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.views import Claim
from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


FINDINGS = """
format = "sahel-brief/1"
[brief]
id = "findings"
title = "A brief with findings"
published = 2023-09-20
[[source]]
text = '''
The bridge was closed on Monday. The bridge was closed on Monday.

A convoy of eleven lorries left the camp before dawn, heading north towards the river.
'''
[[point]]
id = "lost"
text = "A claim on a passage that is nowhere."
evidence = ["these words stand in no source at all"]
[[point]]
id = "double"
text = "A claim on a passage that is there twice."
evidence = ["The bridge was closed on Monday."]
[[point]]
id = "near"
text = "A claim on a passage that is nearly there."
evidence = ["A convoy of twelve lorries left the camp before dawn, heading north to the river."]
"""


async def test_enter_goes_to_the_passage_and_backspace_comes_back() -> None:
    async with exploring(SHIPPED) as explorer:
        for key, pane in (("B", "points"), ("A", "actors"), ("T", "events")):
            await explorer.press(key, "j", "j")
            claim = explorer.screen.pane(pane).current_claim
            await explorer.press("enter")
            assert explorer.screen.focused_pane is explorer.screen.reader
            stop = explorer.screen.reader.selection.stops[0]
            source, start, end = explorer.screen.reader.cursor_span()
            assert source == stop.source
            assert stop.start is not None
            assert start <= stop.start < end
            await explorer.press("backspace")
            assert explorer.screen.focused_pane.id == pane
            assert explorer.screen.pane(pane).current_claim == claim


async def test_the_passages_of_a_claim_are_gone_through_and_numbered() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        await explorer.press("B", "enter")
        assert "passage 1 of 3: exact, supports" in explorer.text
        await explorer.press("n")
        assert "passage 2 of 3: exact" in explorer.text
        await explorer.press("n", "n")
        assert "passage 1 of 3: exact" in explorer.text
        await explorer.press("N")
        assert "passage 3 of 3: exact" in explorer.text


async def test_what_rests_on_a_passage_leads_to_the_claim() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("T", "G", "enter")
        event = explorer.screen.state.claim
        for key in ("w", "enter"):
            await explorer.press(key)
            assert f"E {event.id if event else ''}" in explorer.text
            await explorer.press("escape")
        await explorer.press("w", "G", "enter")
        assert explorer.screen.focused_pane is not explorer.screen.reader
        assert explorer.screen.state.claim is not None
        await explorer.press("backspace")
        assert explorer.screen.focused_pane is explorer.screen.reader


async def test_every_claim_of_the_brief_is_said_to_rest_on_its_own_passages() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        screen = explorer.screen
        view = screen.view
        claims = [Claim("point", p.id) for p in view.points]
        claims += [Claim("relation", r.id) for r in view.relations]
        claims += [Claim("event", e.id) for e in view.events]
        for claim in claims:
            screen.select(claim)
            await explorer.pilot.pause()
            stop = screen.reader.selection.stops[0]
            source, start, end = screen.reader.passage_span()
            assert (source, start, end) == (stop.source, stop.start, stop.end)
            assert claim in {r.claim for r in screen.rests.within(source, start, end)}


async def test_the_other_actor_becomes_the_centre_and_backspace_returns() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("R")
        first = explorer.screen.state.centre
        await explorer.press("j")
        row = explorer.screen.pane("relations").current_claim
        await explorer.press("enter")
        assert explorer.screen.state.centre != first
        await explorer.press("backspace")
        assert explorer.screen.state.centre == first
        assert explorer.screen.pane("relations").current_claim == row
        await explorer.press(">")
        assert explorer.screen.state.centre != first


async def test_a_relation_leads_to_its_passages() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("R", "right")
        assert explorer.screen.focused_pane is explorer.screen.reader
        claim = explorer.screen.state.claim
        assert claim is not None
        assert claim.kind == "relation"


async def test_the_source_follows_the_cursor_unless_told_not_to() -> None:
    async with exploring(SHIPPED) as explorer:
        await explorer.press("T", "G")
        followed = explorer.screen.state.claim
        assert followed == explorer.screen.pane("events").current_claim
        await explorer.press("f", "g")
        assert explorer.screen.state.claim == followed
        assert "not following" in explorer.text
        await explorer.press("f")
        assert explorer.screen.state.claim == explorer.screen.pane("events").current_claim


async def test_an_actor_becomes_the_centre_of_the_relationships() -> None:
    async with exploring(SHIPPED, 140, 45) as explorer:
        await explorer.press("A", "j", "j")
        actor = explorer.screen.pane("actors").current_claim
        assert actor is not None
        assert explorer.screen.state.centre == actor.id


async def test_lost_double_and_near_passages_are_said_in_words(
    write_brief: Callable[..., Path],
) -> None:
    async with exploring(write_brief(FINDINGS), 140, 45) as explorer:
        assert "passage 1 of 1: orphan" in explorer.text
        assert "nowhere in the source" in explorer.text
        await explorer.press("j")
        assert "ambiguous: 2 passages alike, nothing to choose by" in explorer.text
        assert "candidate 1" in explorer.text
        await explorer.press("n")
        assert "candidate 2" in explorer.text
        await explorer.press("j")
        assert "fuzzy (" in explorer.line("5 Source")
        assert "fuzzy: not these words: the brief quotes" in explorer.text
        assert "exact" not in explorer.line("5 Source")


async def test_findings_are_counted_and_listed(write_brief: Callable[..., Path]) -> None:
    async with exploring(write_brief(FINDINGS), 100, 40) as explorer:
        count = len(explorer.screen.reading.diagnostics)
        assert count == 3
        assert "3 findings (i)" in explorer.text
        await explorer.press("i")
        for word in ("orphan", "ambiguous", "fuzzy"):
            assert word in explorer.text


async def test_a_finding_leads_to_its_claim(write_brief: Callable[..., Path]) -> None:
    async with exploring(write_brief(FINDINGS), 100, 40) as explorer:
        await explorer.press("T", "i", "G", "enter")
        assert explorer.screen.focused_pane.id == "points"
        assert explorer.screen.pane("points").current_claim == explorer.screen.reading.claims[-1]


async def test_a_broken_brief_opens_a_list_of_its_errors(write_brief: Callable[..., Path]) -> None:
    path = write_brief('format = "sahel-brief/1"\n[brief]\nid = "x"\ntitel = "y"\npublished = 1\n')
    async with exploring(path, 100, 30) as explorer:
        assert "can't be read" in explorer.text
        assert "titel" in explorer.text
        assert f"{path.name}:4:1" in explorer.text
        await explorer.press("j", "question_mark", "escape", "q")
        assert not explorer.app.is_running or explorer.app.return_code == 0


async def test_a_mended_brief_is_read_again(write_brief: Callable[..., Path]) -> None:
    path = write_brief(FINDINGS.replace("published", "publihsed"))
    async with exploring(path, 100, 30) as explorer:
        assert "can't be read" in explorer.text
        path.write_text(FINDINGS, encoding="utf-8")
        await explorer.press("r")
        await explorer.until(lambda: "5 Source" in explorer.text)
        assert explorer.screen.view.id == "findings"


async def test_reading_again_keeps_the_place_and_the_filters(
    write_brief: Callable[..., Path],
) -> None:
    path = write_brief(FINDINGS)
    async with exploring(path, 100, 30) as explorer:
        before = explorer.screen
        await explorer.press("&")
        await explorer.type("claim")
        await explorer.press("enter", "j", "j")
        path.write_text(FINDINGS.replace("nearly there", "almost there"), encoding="utf-8")
        await explorer.press("r")
        await explorer.until(lambda: explorer.screen is not before and "almost" in explorer.text)
        await explorer.until(lambda: explorer.screen.pane("points").cursor == 2)
        assert explorer.screen.pane("points").filter_text == "claim"
        assert explorer.screen.state.claim == Claim("point", "near")
