"""Ids: those that position gives, and those that occur twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.store.problems import Problem, key_text, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sahel_tui.store.positions import KeyPath

_LETTERS = {"source": "s", "point": "p", "relation": "r", "event": "e"}
"""The kinds that may leave their id out, and what theirs begins with."""

_UNIQUE = {
    **dict.fromkeys((*_LETTERS, "actor", "place"), "id"),
    "relation_type": "name",
}


def rows(data: dict[str, Any], kind: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The tables of a kind with their positions, whatever else stands in their place."""
    tables = data.get(kind)
    if isinstance(tables, list):
        yield from ((at, table) for at, table in enumerate(tables) if isinstance(table, dict))


def by_position(kind: str, at: int) -> str:
    """The id of a table that has none: `p1`, `e3`; the first source is `main`."""
    return "main" if kind == "source" and at == 0 else f"{_LETTERS[kind]}{at + 1}"


def with_ids(data: dict[str, Any]) -> dict[str, Any]:
    """The data with an id in every table that may leave it out; the original stays as it is."""
    filled = dict(data)
    for kind in _LETTERS:
        if isinstance(data.get(kind), list):
            filled[kind] = [
                {"id": by_position(kind, at), **table} if isinstance(table, dict) else table
                for at, table in enumerate(data[kind])
            ]
    return filled


def ids_of(data: dict[str, Any], kind: str) -> list[str] | None:
    """The ids of a kind; None where its tables are misshapen, so that nothing is known of them."""
    tables = data.get(kind, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        return None
    key = _UNIQUE[kind]
    return [table[key] for table in tables if isinstance(table.get(key), str)]


def duplicates(
    written: dict[str, Any], filled: dict[str, Any], locate: Callable[[KeyPath], tuple[int, int]]
) -> Iterator[Problem]:
    """A problem for each id that its kind has already; names the line of the first one."""
    for kind, key in _UNIQUE.items():
        first: dict[str, int] = {}
        for at, table in rows(filled, kind):
            name = table.get(key)
            if not isinstance(name, str):
                continue
            if first.setdefault(name, at) != at:
                given = key in written[kind][at], key in written[kind][first[name]]
                yield _duplicate(kind, key, name, at, first[name], given, locate)


def _duplicate(
    kind: str,
    key: str,
    name: str,
    at: int,
    first: int,
    given: tuple[bool, bool],
    locate: Callable[[KeyPath], tuple[int, int]],
) -> Problem:
    here, there = (kind, at), (kind, first)
    line = locate((*there, key))[0]
    if not given[0]:
        message = (
            f"this {kind} has no id and is called {quoted(name)} by its position, "
            f"but {key_text(there)} (line {line}) has that id"
        )
        return Problem(here, "duplicate-id", message, f"give this {kind} an id of its own")
    by = "has it" if given[1] else "has no id and is called that by its position"
    message = f"the {key} {quoted(name)} is taken: {key_text(there)} (line {line}) {by}"
    return Problem((*here, key), "duplicate-id", message, f"give one of the two another {key}")
