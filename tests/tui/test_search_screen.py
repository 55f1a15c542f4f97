"""Searching the library on screen, by keys."""

from __future__ import annotations

import shutil
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse
from sahel_tui.tui.memory import Memory
from sahel_tui.tui.screens.search import SearchScreen
from tests.tui.explore import Explorer, exploring

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

BRIEFS = Path(__file__).parents[2] / "briefs"
SIZES = [(40, 10), (80, 24), (140, 45)]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The shipped briefs with their `sahel.toml`."""
    return Path(shutil.copytree(BRIEFS, tmp_path / "briefs"))


class Search:
    """The search screen of an explorer."""

    def __init__(self, explorer: Explorer) -> None:
        self.explorer = explorer
        self.press = explorer.press

    @property
    def screen(self) -> SearchScreen:
        """The screen itself, under whatever it opened."""
        found = [one for one in self.explorer.app.screen_stack if isinstance(one, SearchScreen)]
        return found[-1]

    @property
    def is_shown(self) -> bool:
        """Whether nothing lies on it."""
        return isinstance(self.explorer.app.screen, SearchScreen)

    async def type(self, query: str) -> None:
        """Type a query, and wait until all that it finds is there."""
        await self.explorer.type(query)
        await self.answered()

    async def answered(self) -> None:
        """Wait until the whole answer to what is typed is there."""
        screen = self.screen

        def whole() -> bool:
            found = screen.found
            return bool(
                found
                and found.query.text == screen.line.input.value
                and found.complete
                and found.counted
                and found.counted.exact
            )

        await self.explorer.until(lambda: self.explorer.app.shelf.progress.done)
        await self.explorer.until(whole)
        await self.explorer.pilot.pause()

    async def open(self) -> None:
        """Open the brief of the hit under the cursor."""
        await self.press("enter")
        await self.explorer.until(lambda: not self.is_shown)
        await self.explorer.until(lambda: self.explorer.screen.reader.selection.current is not None)
        await self.explorer.pilot.pause()

    def selected(self) -> str:
        """The words that are selected in the brief that was opened."""
        stop = self.explorer.screen.reader.selection.current
        assert stop is not None
        assert stop.start is not None
        assert stop.end is not None
        return self.explorer.screen.view_text(stop.source, stop.start, stop.end)

    def shown_hits(self) -> list[tuple[str, str, str]]:
        """Of each result, in the order of the list: brief, kind, id."""
        return [(hit.path, hit.kind, hit.id) for _, hit in self.screen.results._rows]


@asynccontextmanager
async def searching(
    library: Path, columns: int = 80, rows: int = 24, state: Path | None = None
) -> AsyncIterator[Search]:
    """An explorer of a library whose search screen has just been opened."""
    async with exploring(library, columns, rows) as explorer:
        explorer.app.memory = Memory(state) if state else None
        await explorer.press("s")
        await explorer.until(lambda: isinstance(explorer.app.screen, SearchScreen))
        search = Search(explorer)
        await search.answered()
        yield search


# What is found -----------------------------------------------------------------------------------


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


# The preview -------------------------------------------------------------------------------------


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


# Into a brief and back ---------------------------------------------------------------------------


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


# Words that are wrong ----------------------------------------------------------------------------


async def test_a_typo_is_taken_back_by_one_key(library: Path) -> None:
    async with searching(library) as search:
        await search.type("kidal wagnr")
        assert 'did you mean "kidal wagner"?' in search.explorer.text
        await search.press("tab")
        await search.answered()
        assert search.screen.line.input.value == "kidal wagner"
        assert "9 hits in 3 briefs" in search.explorer.text


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_a_wrong_query_says_where(library: Path, columns: int, rows: int) -> None:
    async with searching(library, columns, rows) as search:
        await search.type("kidal actr:x")
        lines = search.explorer.lines
        assert lines[1].startswith("s kidal actr:x")
        assert lines[2][:14].rstrip() == "        ^^^^^^"
        assert "no field" in search.explorer.text


@pytest.mark.parametrize("wrong", ["on:2023-13", "am*bush", "actr:jnim"])
async def test_a_query_of_which_nothing_is_left_finds_nothing(library: Path, wrong: str) -> None:
    async with searching(library) as search:
        await search.type(wrong)
        assert search.screen.results.count() == 0
        assert "^" in search.explorer.lines[2]


@pytest.mark.parametrize(
    "half", ['"defence tre', "(coup or", "actor:", "kidal -", "near(a b", "on:20"]
)
async def test_half_typed_is_no_error(library: Path, half: str) -> None:
    async with searching(library) as search:
        await search.type(half)
        assert "^" not in search.explorer.lines[2]


# Earlier and saved searches ----------------------------------------------------------------------


async def test_earlier_searches_come_back_also_in_another_run(
    library: Path, tmp_path: Path
) -> None:
    state = tmp_path / "state"
    async with searching(library, state=state) as search:
        await search.type("kidal")
        await search.press("enter", "s")
        await search.type(" wagner")
        await search.press("enter")
        await search.explorer.until(lambda: search.screen._kept.history[-1:] == ("kidal wagner",))
    async with searching(library, state=state) as search:
        await search.explorer.until(lambda: len(search.screen._kept.history) == 2)
        await search.explorer.type("mop")
        await search.press("up")
        assert search.screen.line.input.value == "kidal wagner"
        await search.press("up", "up")
        assert search.screen.line.input.value == "kidal"
        await search.press("down", "down")
        assert search.screen.line.input.value == "mop"


async def test_a_search_is_saved_by_name_and_found_again(library: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    async with searching(library, state=state) as search:
        await search.type("kidal")
        await search.press("enter", "w")
        await search.explorer.type("the north")
        await search.press("enter")
        await search.explorer.until(lambda: 'Saved as "the north"' in search.explorer.text)
        assert search.screen.focused is search.screen.results
    async with searching(library, state=state) as search:
        await search.type("tinzaouaten")
        await search.explorer.until(lambda: bool(search.screen._kept.saved))
        await search.press("enter", "w")
        await search.explorer.type("the north")
        await search.press("enter")
        assert "replaces it" in search.explorer.text
        await search.press("escape", "W")
        assert "the north" in search.explorer.text
        await search.press("enter")
        await search.answered()
        assert search.screen.line.input.value == "kidal"


async def test_without_a_home_searches_are_kept_for_the_run(library: Path) -> None:
    async with searching(library) as search:
        await search.type("kidal")
        await search.press("enter", "w")
        await search.explorer.type("k")
        await search.press("enter")
        await search.explorer.until(lambda: "until the end of this run" in search.explorer.text)


# An index ----------------------------------------------------------------------------------------


async def test_an_index_answers_as_the_scan_does(library: Path, tmp_path: Path) -> None:
    from sahel_tui.index.updating import update_index

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


async def test_what_is_wrong_stands_in_one_column_below_its_mark(library: Path) -> None:
    async with searching(library, 80, 24) as search:
        await search.explorer.type("is:doubtful")
        await search.explorer.until(lambda: "has no value" in search.explorer.text)
        said = search.explorer.lines[3:6]
        assert all(line.startswith(" ") and line[1:2].isalpha() for line in said)


async def test_a_brief_is_shown_as_itself(library: Path) -> None:
    async with searching(library, 80, 24) as search:
        await search.type("kind:brief jnim")
        assert "the brief itself" in search.explorer.text
        assert "rests on no passage" not in search.explorer.text
