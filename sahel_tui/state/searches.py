"""Searches: those that were made, and those that were saved by name, each in a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.state.files import read_state, update_state
from sahel_tui.state.place import text

if TYPE_CHECKING:
    from pathlib import Path

MOST_MADE = 500
"""Searches that the history holds: the last ones."""
MOST_SAVED = 1000

_HISTORY, _SAVED = "history.json", "searches.json"


class Saved(NamedTuple):
    """A search that was saved."""

    name: str
    query: str


class History(NamedTuple):
    """The searches that were made, the newest last; `remark` where the file was damaged."""

    queries: tuple[str, ...]
    remark: str = ""


class SavedSearches(NamedTuple):
    """The searches that were saved, by name; `remark` where the file was damaged."""

    searches: tuple[Saved, ...]
    remark: str = ""


def load_history(state: Path) -> History:
    """The searches that were made. StateError where they can't be read."""
    kept = read_state(state / _HISTORY)
    return History(_queries(kept.value), kept.remark)


def add_to_history(state: Path, query: str) -> History:
    """Add a search as the newest, once; StateError where it can't be written.

    One that is empty, too long or of several lines is not added.
    """

    def change(value: dict[str, Any]) -> dict[str, Any]:
        others = [one for one in _queries(value) if one != query]
        return {**value, "queries": [*others, *([query] if text(query) else [])][-MOST_MADE:]}

    kept = update_state(state / _HISTORY, change)
    return History(_queries(kept.value), kept.remark)


def load_saved(state: Path) -> SavedSearches:
    """The searches that were saved. StateError where they can't be read."""
    kept = read_state(state / _SAVED)
    return SavedSearches(_searches(kept.value), kept.remark)


def save_search(state: Path, name: str, query: str) -> SavedSearches:
    """Save a search by a name, in the place of what had it; StateError where it can't be written.

    ValueError for a name or a query that can't be kept: empty, too long, of several lines; or
    where there are too many.
    """
    if not text(name) or not text(query):
        raise ValueError("a name and a query are of one line, and not empty")
    return _change_saved(state, name, Saved(name, query))


def forget_search(state: Path, name: str) -> SavedSearches:
    """Remove a saved search, if there is one of that name; StateError where it can't be written."""
    return _change_saved(state, name, None)


def _change_saved(state: Path, name: str, new: Saved | None) -> SavedSearches:
    def change(value: dict[str, Any]) -> dict[str, Any]:
        found = {one.name: one for one in _searches(value)}
        if new is None:
            found.pop(name, None)
        else:
            found[name] = new
        if len(found) > MOST_SAVED:
            raise ValueError(f"there are {MOST_SAVED} saved searches already")
        return {**value, "searches": [list(found[one]) for one in sorted(found)]}

    kept = update_state(state / _SAVED, change)
    return SavedSearches(_searches(kept.value), kept.remark)


def _queries(value: dict[str, Any]) -> tuple[str, ...]:
    queries = value.get("queries")
    found = [one for one in queries if text(one)] if isinstance(queries, list) else []
    return tuple(found[-MOST_MADE:])


def _searches(value: dict[str, Any]) -> tuple[Saved, ...]:
    searches = value.get("searches")
    found = {}
    for one in searches if isinstance(searches, list) else ():
        if isinstance(one, list) and len(one) == 2 and text(one[0]) and text(one[1]):
            found[one[0]] = Saved(one[0], one[1])
    return tuple(found[name] for name in sorted(found))
