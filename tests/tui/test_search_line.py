"""What is typed of a search: words that are wrong, earlier searches and saved ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.searching import SIZES, searching

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_typo_is_taken_back_by_one_key(library: Path) -> None:
    async with searching(library) as search:
        await search.type("kidal wagnr")
        assert 'did you mean "kidal wagner"?' in search.explorer.text
        await search.press("tab")
        await search.answered()
        assert search.screen.line.input.value == "kidal wagner"
        assert "9 hits in 3 briefs" in search.explorer.text


async def test_a_name_in_another_spelling_is_found_before_a_space_ends_it(library: Path) -> None:
    async with searching(library) as search:
        await search.type("bamakoo ")
        ended = search.shown_hits()
        assert ended
        await search.press("backspace")
        await search.answered()
        assert search.shown_hits() == ended
        assert "nothing found" not in search.explorer.text


async def test_enter_goes_to_the_results_as_soon_as_there_are_any(library: Path) -> None:
    async with searching(library) as search:
        await search.type("kidal")
        search.screen.results.set_briefs((), complete=False, fresh=True)
        search.screen.found = None  # as it is while the library is still being read
        await search.press("enter")
        assert not search.screen.results.has_focus
        assert "no results" not in search.explorer.text
        search.screen.library_grew()
        await search.explorer.until(lambda: search.screen.results.has_focus)


async def test_enter_says_that_there_are_no_results(library: Path) -> None:
    async with searching(library) as search:
        await search.type("qqqqqqqq")
        await search.press("enter")
        assert "There are no results to go to." in search.explorer.text


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_a_wrong_query_says_where(library: Path, columns: int, rows: int) -> None:
    async with searching(library, columns, rows) as search:
        await search.type("kidal actr:x")
        lines = search.explorer.lines
        assert lines[1].startswith("s kidal actr:x")
        assert lines[2][:14].rstrip() == "        ^^^^^^"
        assert "no field" in search.explorer.text


async def test_what_is_wrong_stands_in_one_column_below_its_mark(library: Path) -> None:
    async with searching(library, 80, 24) as search:
        await search.explorer.type("is:doubtful")
        await search.explorer.until(lambda: "has no value" in search.explorer.text)
        said = search.explorer.lines[3:6]
        assert all(line.startswith(" ") and line[1:2].isalpha() for line in said)


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
