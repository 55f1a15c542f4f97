"""Searches that were made, and searches that were saved."""

from __future__ import annotations

from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest

from sahel_tui.state.files import StateError, update_state
from sahel_tui.state.searches import (
    MOST_MADE,
    MOST_SAVED,
    Saved,
    add_to_history,
    forget_search,
    load_history,
    load_saved,
    save_search,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_the_newest_search_is_last_and_there_once(tmp_path: Path) -> None:
    assert load_history(tmp_path) == ((), "")
    for query in ("a", "actor:jnim -x", "a", "", "two\nlines"):
        add_to_history(tmp_path, query)
    assert load_history(tmp_path).queries == ("actor:jnim -x", "a")


def test_the_history_has_a_bound(tmp_path: Path) -> None:
    update_state(tmp_path / "history.json", lambda _: {"queries": [str(n) for n in range(2000)]})
    queries = add_to_history(tmp_path, "new").queries
    assert len(queries) == MOST_MADE
    assert queries[-2:] == ("1999", "new")


def test_searches_are_saved_by_name_and_forgotten(tmp_path: Path) -> None:
    save_search(tmp_path, "b", "one")
    save_search(tmp_path, "a", "two")
    assert save_search(tmp_path, "b", "three").searches == (Saved("a", "two"), Saved("b", "three"))
    assert forget_search(tmp_path, "a").searches == (Saved("b", "three"),)
    assert forget_search(tmp_path, "never").searches == load_saved(tmp_path).searches


@pytest.mark.parametrize(("name", "query"), [("", "a"), ("a", " "), ("a\nb", "c"), ("a", "\0")])
def test_what_could_not_be_read_again_is_not_saved(tmp_path: Path, name: str, query: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        save_search(tmp_path, name, query)
    assert load_saved(tmp_path).searches == ()


def test_too_many_are_refused_and_none_is_lost(tmp_path: Path) -> None:
    many = [[f"n{number}", "q"] for number in range(MOST_SAVED)]
    update_state(tmp_path / "searches.json", lambda _: {"searches": many})
    with pytest.raises(ValueError, match="already"):
        save_search(tmp_path, "one more", "q")
    assert len(save_search(tmp_path, "n0", "other").searches) == MOST_SAVED


def test_entries_of_another_type_are_left_out(tmp_path: Path) -> None:
    update_state(tmp_path / "history.json", lambda _: {"queries": ["a", 1, None, ["b"], "c"]})
    update_state(tmp_path / "searches.json", lambda _: {"searches": [["a"], 5, ["n", "q"], [1, 2]]})
    assert load_history(tmp_path).queries == ("a", "c")
    assert load_saved(tmp_path).searches == (Saved("n", "q"),)


def test_a_damaged_file_is_told_of(tmp_path: Path) -> None:
    for name in ("history.json", "searches.json"):
        (tmp_path / name).write_text("{")
    assert "history.json.damaged-1" in load_history(tmp_path).remark
    assert "searches.json.damaged-1" in save_search(tmp_path, "a", "b").remark
    assert load_saved(tmp_path) == ((Saved("a", "b"),), "")


def search(state: Path, who: str) -> None:
    for number in range(10):
        query = f"{who} {number}"
        while query not in load_history(state).queries:
            with suppress(StateError):  # on a busy machine the other may take longer than that
                add_to_history(state, query)
        while Saved(query, "q") not in load_saved(state).searches:
            with suppress(StateError):
                save_search(state, query, "q")


def test_two_explorers_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    spawn = get_context("spawn")
    both = [spawn.Process(target=search, args=(tmp_path, who)) for who in "ab"]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert [one.exitcode for one in both] == [0, 0]
    made = load_history(tmp_path).queries
    assert set(made) == {f"{who} {number}" for who in "ab" for number in range(10)}
    assert {one.name for one in load_saved(tmp_path).searches} == set(made)
