"""The actor that a command means by an id, a name or an alias."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.errors import UsageError
from sahel_tui.queries.library.lookup import find_actors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sahel_tui.queries.library.identities import Actor

_SHOWN = 5


def actor_named(name: str, actors: Mapping[str, Actor]) -> Actor | None:
    """The actor, None where nobody is called so; UsageError where several are."""
    found = find_actors(actors.values(), name)
    if len(found) > 1:
        ids = ", ".join(f"`{one.key}`" for one in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else ""
        raise UsageError(
            f"{len(found)} actors are called `{name}`", f"name one by its id: {ids}{more}"
        )
    return found[0] if found else None


def nearest_words(name: str, actors: Mapping[str, Actor]) -> str:
    """What to do about a name that nobody has."""
    from sahel_tui.store.nearest import Nearest

    known = [use.name for actor in actors.values() for use in actor.names]
    nearest = Nearest().find(name, list(dict.fromkeys([*known, *actors])))
    return f"did you mean `{nearest}`?" if nearest else "`sahel-tui actors` lists them"
