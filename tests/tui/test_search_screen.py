"""Searching the library on screen: what is found and how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.index.updating import update_index
from sahel_tui.queries.search import ranking
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse
from sahel_tui.render import hits as render
from sahel_tui.tui import search_run
from sahel_tui.tui.screens.search import SearchScreen
from tests.tui.explore import exploring
from tests.tui.searching import SIZES, Search, searching

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "query", ["wagner kidal", '"defence treaty"', "kind:event coup", "tchiani"]
)
async def test_it_lists_what_the_scan_finds_grouped_by_kind(library: Path, query: str) -> None:
    async with searching(library) as search:
        await search.type(query)
        documents = [
            search.explorer.app.shelf.engine.document(number)
            for number in range(len(search.explorer.app.shelf.readings))
        ]
        found = [hit for one in documents for hit in hits(parse(query, typing=True), one)]
        assert found
        shown = search.shown_hits()
        assert sorted(shown) == sorted((hit.path, hit.kind, hit.id) for hit in found)
        kinds = [kind for _, kind, _ in shown]
        order = ["brief", "point", "actor", "event", "relation", "passage"]
        assert kinds == sorted(kinds, key=order.index)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_it_fits_and_tells_counts_words_dates_and_briefs(
    library: Path, columns: int, rows: int
) -> None:
    async with searching(library, columns, rows) as search:
        await search.type("wagner kidal")
        assert "9 hits in 3 briefs" in search.explorer.text
        assert "The death of Prigozhin" in search.explorer.text
        assert "2025-06-30" in search.explorer.text
        assert "Wagner and Africa" in search.explorer.text
        assert all(len(line) <= columns for line in search.explorer.lines)
        assert search.explorer.lines[0].strip() == search.explorer.lines[-1].strip() == "TLP:AMBER"


async def test_matched_words_are_marked_without_colour(library: Path) -> None:
    async with searching(library, 140, 45) as search:
        await search.type("kidal")
        strips = search.explorer.app.screen._compositor.render_strips()
        row = next(strip for strip in strips if strip and "The army takes Kidal" in strip.text)
        marked = [seg.text for seg in row if seg.style and seg.style.reverse]
        assert "Kidal" in marked


async def test_one_key_groups_by_brief_and_the_cursor_stays_on_its_hit(library: Path) -> None:
    async with searching(library, 140, 45) as search:
        await search.type("wagner kidal")
        await search.press("enter", "j", "j", "j")
        before = search.screen.results.key
        await search.press("v")
        assert search.screen.results.key == before
        assert "by brief" in search.explorer.text
        paths = [path for path, _, _ in search.shown_hits()]
        assert [path for n, path in enumerate(paths) if path not in paths[:n]] == list(
            dict.fromkeys(paths)
        )
        assert len({n for n in range(1, 9) if paths[n] != paths[n - 1]}) == 2
        await search.press("v")
        assert search.screen.results.key == before
        assert "by kind" in search.explorer.text


async def test_what_holds_only_in_several_items_is_said(library: Path) -> None:
    async with searching(library, 140, 45) as search:
        await search.type("tinzaouaten tver")
        assert "1 hit in 1 brief" in search.explorer.text
        assert "in several of its items" in search.explorer.text


async def test_what_is_not_ranked_is_said(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "the newest 2 briefs are ranked, the others follow"
    for module in (ranking, search_run, render):
        monkeypatch.setattr(module, "RANKED", 2)
    async with searching(library) as search:
        await search.type("wagner sort:relevance")
        assert said in search.explorer.text
    async with searching(library) as search:
        await search.type("wagner sort:oldest")
        assert said not in search.explorer.text


async def test_each_key_is_answered_and_the_last_one_stands(library: Path) -> None:
    async with searching(library) as search:
        await search.explorer.pilot.press(*"wagner")
        await search.answered()
        wagner = search.screen.results.said
        await search.type(" kidal")
        assert search.screen.results.said != wagner
        await search.press(*["backspace"] * 6)
        await search.answered()
        assert search.screen.results.said == wagner


async def test_the_library_may_still_be_read_when_the_first_key_comes(library: Path) -> None:
    async with exploring(library, 80, 24) as explorer:
        await explorer.pilot.press("s", *"kidal")
        await explorer.until(lambda: isinstance(explorer.app.screen, SearchScreen))
        search = Search(explorer)
        await search.answered()
        assert {path for path, _, _ in search.shown_hits()} >= {
            str(library / "2024-12-31-algiers-and-kidal.toml")
        }
        assert "reading the library" not in explorer.text


async def test_a_brief_that_cannot_be_read_is_counted(library: Path) -> None:
    (library / "zz.toml").write_text("[brief")
    async with searching(library) as search:
        assert "1 brief could not be read" in search.explorer.text
        await search.type("kidal")
        assert "hits in" in search.explorer.text


async def test_the_passage_is_previewed_in_its_context(library: Path) -> None:
    async with searching(library, 140, 45) as search:
        await search.type("kidal kind:point")
        await search.explorer.until(lambda: "┃" in search.explorer.text)
        preview = "\n".join(line.split("▏")[-1] for line in search.explorer.lines)
        assert "¶" in preview
        hit = search.screen.results.current
        assert hit is not None
        await search.press("enter", "j")
        await search.explorer.until(lambda: hit[0].title not in search.screen.preview._title)


async def test_a_small_window_has_one_of_them_at_a_time(library: Path) -> None:
    async with searching(library, 40, 10) as search:
        await search.type("kidal kind:point")
        assert "hits in" in search.explorer.text
        await search.press("enter", "tab")
        await search.explorer.until(lambda: "┃" in search.explorer.text)
        assert "hits in" not in search.explorer.text
        await search.press("tab")
        assert "hits in" in search.explorer.text
        assert search.screen.focused is search.screen.line.input


async def test_an_index_answers_as_the_scan_does(library: Path, tmp_path: Path) -> None:
    async with searching(library) as search:
        await search.type("wagner kid")
        scanned = sorted(search.shown_hits())
    update_index(library, tmp_path / "indexes")
    async with exploring(library, index=tmp_path / "indexes") as explorer:
        await explorer.press("s")
        await explorer.until(lambda: isinstance(explorer.app.screen, SearchScreen))
        search = Search(explorer)
        await search.type("wagner kid")
        assert explorer.app.shelf.index is not None
        assert sorted(search.shown_hits()) == scanned


async def test_help_tells_the_keys_of_each_part(library: Path) -> None:
    async with searching(library) as search:
        await search.press("f1")
        assert "An earlier search" in search.explorer.text
        await search.press("escape")
        await search.type("kidal")
        await search.press("enter", "?")
        assert "Group by brief, or by kind" in search.explorer.text


async def test_a_brief_is_shown_as_itself(library: Path) -> None:
    async with searching(library, 80, 24) as search:
        await search.type("kind:brief jnim")
        assert "the brief itself" in search.explorer.text
        assert "rests on no passage" not in search.explorer.text
