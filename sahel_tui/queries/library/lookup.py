"""The actors that a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.library.identities import Actor


def find_actors(actors: Iterable[Actor], name: str) -> tuple[Actor, ...]:
    """The one that has an id; else all that have a name, where case and accents don't count."""
    wanted = _key(name)
    named = []
    for actor in actors:
        if name in actor.ids:
            return (actor,)
        if any(_key(use.name) == wanted for use in actor.names):
            named.append(actor)
    return tuple(named)


def _key(name: str) -> str:
    return fold(name, hyphen=" ").strip(" ")
