"""The library of what is asked of one actor: by its index only the briefs that have the actor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.cli.indexed import index_rows
from sahel_tui.cli.library import open_library
from sahel_tui.queries.library.identities import Identities, gather
from sahel_tui.queries.library.lookup import find_actors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.library import Opened
    from sahel_tui.config import Settings
    from sahel_tui.index.library_rows import IndexRows
    from sahel_tui.queries.library.identities import Actor


class OfActor(NamedTuple):
    """What was read for an actor."""

    library: Opened
    actors: Mapping[str, Actor]
    """All of the library's, by the ids that stand for them."""


def open_for_actor(name: str, library: Path, settings: Settings, talk: Talk) -> OfActor:
    """A library, or by its index as much of it as tells of whoever is called by a name."""
    from sahel_tui.cli.by_index import is_one_library
    from sahel_tui.store.folders import brief_paths

    rows = index_rows(library, settings.index, talk)
    paths = brief_paths([library]) if rows else []
    if rows is None or not is_one_library(library, paths):
        opened = open_library([library], talk)
        return OfActor(opened, gather(opened.rows.actors(), opened.identities))
    return _by_index(name, rows, paths, talk)


def _by_index(name: str, rows: IndexRows, paths: Sequence[Path], talk: Talk) -> OfActor:
    """Briefs that could not be read are read, and so reported."""
    from sahel_tui.index.told import told_actors

    judgements = rows.judgements()
    told = list(told_actors(rows))
    actors = gather(told, Identities(judgements))
    ids = {one for actor in find_actors(actors.values(), name) for one in actor.ids}
    known = {one.path for one in rows.briefs()}
    wanted = {one.told.path for one in told if one.id in ids}
    some = [path for path in paths if str(path) in wanted or str(path) not in known]
    return OfActor(open_library(some, talk, judgements), actors)
