"""Actors that are part of themselves, by however many others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sahel_tui.store.ids import rows
from sahel_tui.store.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Wholes = Mapping[str, str | None]
    """What each actor is part of, by ids."""

_SHOWN = 5
"""Actors of a cycle that a message names."""


def cycles(data: dict[str, Any], wholes: Wholes) -> Iterator[Problem]:
    """A problem for each cycle that an actor of the file is in, at the first such actor.

    `wholes`: what the actors of the library are part of, and so those of the file that do not say.
    """
    places: dict[str, int] = {}
    above: dict[str, str | None] = {}
    for at, table in rows(data, "actor"):
        name, whole = table.get("id"), table.get("part_of")
        if isinstance(name, str) and name not in places:
            places[name] = at
            if "part_of" in table:
                above[name] = whole if isinstance(whole, str) else None
    done: set[str] = set()
    for name in places:
        cycle = _cycle(name, (above, wholes), done)
        own = [one for one in cycle if one in places]
        if own:
            first = min(own, key=lambda one: places[one])
            turn = cycle.index(first)
            yield _problem(places[first], [*cycle[turn:], *cycle[:turn]])


def _cycle(start: str, above: tuple[Wholes, Wholes], done: set[str]) -> list[str]:
    """The cycle that the way up from an actor leads into, unless that is known already."""
    own, shared = above
    way: dict[str, int] = {}
    name: str | None = start
    while name is not None and name not in done:
        way[name] = len(way)
        done.add(name)
        name = own[name] if name in own else shared.get(name)
    return list(way)[way[name] :] if name in way else []


def _problem(at: int, cycle: list[str]) -> Problem:
    shown = cycle if len(cycle) <= _SHOWN else [*cycle[: _SHOWN - 1], "…"]
    way = " → ".join([*(one if one == "…" else quoted(one) for one in shown), quoted(cycle[0])])
    message = f"the actor is part of itself: {way}"
    hint = "remove `part_of` from one of them" if len(cycle) > 1 else "remove it"
    return Problem(("actor", at, "part_of"), "part-of-itself", message, hint)
