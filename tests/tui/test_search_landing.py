"""From a search into a brief, on through its matches, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.searching import SIZES, searching


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_enter_opens_the_brief_at_the_span_and_backspace_comes_back(
    library: Path, columns: int, rows: int
) -> None:
    async with searching(library, columns, rows) as search:
        await search.type("tinzaouaten kind:passage")
        await search.press("enter", "j", "j")
        current, before = search.screen.results.current, search.explorer.lines
        assert current is not None
        brief, hit = current
        await search.open()
        assert search.explorer.screen.view.path == brief.path
        stop = search.explorer.screen.reader.selection.current
        assert stop is not None
        assert (stop.source, stop.start, stop.end) == (hit.source, hit.start, hit.end)
        assert "tinzaouaten" in search.selected().lower()
        await search.press("backspace")
        await search.explorer.until(lambda: search.is_shown)
        assert search.screen.results.current == current
        await search.explorer.until(lambda: search.explorer.lines == before)


async def test_the_row_of_the_claim_is_shown_too(library: Path) -> None:
    async with searching(library, 140, 45) as search:
        await search.type("kind:event kidal")
        _, hit = search.screen.results.current or (None, None)
        assert hit is not None
        await search.press("enter")
        await search.open()
        row = search.explorer.screen.pane("events").current_claim
        assert row is not None
        assert row.id == hit.id


async def test_n_goes_through_the_matches_and_on_to_the_next_brief(library: Path) -> None:
    async with searching(library) as search:
        await search.type("wagner kidal")
        briefs = list(search.screen.found.briefs)  # type: ignore[union-attr]
        await search.press("enter")
        await search.open()
        for number in range(1, len(briefs[0].places)):
            assert f"match {number} of {len(briefs[0].places)}" in search.explorer.text
            await search.press("n")
        assert search.explorer.screen.view.path == briefs[0].path
        await search.press("n")
        await search.explorer.until(lambda: search.explorer.screen.view.path == briefs[1].path)
        await search.explorer.until(lambda: "match 1 of" in search.explorer.text)
        await search.press("N")
        await search.explorer.until(lambda: search.explorer.screen.view.path == briefs[0].path)
        number = len(briefs[0].places)
        await search.explorer.until(lambda: f"match {number} of {number}" in search.explorer.text)
        await search.press("backspace")
        await search.explorer.until(lambda: search.is_shown)
        assert "1 of 9 hits" in search.explorer.text


async def test_every_match_is_another_place_also_from_a_claim(library: Path) -> None:
    async with searching(library) as search:
        await search.type("tchiani sort:oldest")
        await search.press("enter")
        current = search.screen.results.current
        assert current is not None
        assert current[1].kind != "passage"
        await search.open()
        seen = set()
        for number in range(1, len(current[0].places) + 1):
            assert f"match {number} of {len(current[0].places)}" in search.explorer.text
            assert "iani" in search.selected()
            seen.add(search.explorer.screen.reader.selection.current)
            if number < len(current[0].places):
                await search.press("n")
        assert len(seen) == len(current[0].places) > 1


async def test_after_the_last_match_of_all_it_says_so(library: Path) -> None:
    async with searching(library) as search:
        await search.type("kind:point tinzaouaten")
        await search.press("enter", "G")
        await search.open()
        last = search.explorer.screen.view.path
        for _ in search.explorer.screen.reader.selection.stops:
            await search.press("n")
        await search.explorer.until(lambda: "the last match of the search" in search.explorer.text)
        assert search.explorer.screen.view.path == last


async def test_a_brief_that_has_changed_since_is_not_marked_at_random(library: Path) -> None:
    async with searching(library) as search:
        await search.type("tinzaouaten kind:passage")
        brief, _ = search.screen.results.current or (None, None)
        assert brief is not None
        source = Path(brief.path).with_suffix(".txt")
        source.write_text(source.read_text("utf-8").replace("Tinzaouaten", "Tin Zaouatine"))
        await search.press("enter", "enter")
        await search.explorer.until(lambda: "has changed since" in search.explorer.text)
        stops = search.explorer.screen.reader.selection.stops
        texts = {one.id: one.text for one in search.explorer.screen.view.sources}
        assert {texts[stop.source][stop.start : stop.end] for stop in stops} <= {"Tinzaouaten"}


async def test_s_in_a_brief_that_a_search_led_to_goes_on_with_that_search(library: Path) -> None:
    async with searching(library) as search:
        await search.type("kidal")
        await search.press("enter")
        await search.open()
        await search.press("s")
        await search.explorer.until(lambda: search.is_shown)
        assert search.screen.line.input.value == "kidal"
        await search.type(" wagner")
        assert "9 hits" in search.explorer.text
        await search.press("escape")
        await search.explorer.until(lambda: len(search.explorer.app.screen_stack) == 1)


@pytest.mark.parametrize("keys", [("escape",), ("enter", "q"), ("enter", "backspace")])
async def test_it_closes_to_where_it_was_begun(library: Path, keys: tuple[str, ...]) -> None:
    async with searching(library) as search:
        await search.type("kidal")
        await search.press(*keys)
        await search.explorer.until(lambda: len(search.explorer.app.screen_stack) == 1)
        assert "Bottom line" in search.explorer.text
