"""In the library, too, timeline and relationships follow what the cursor is on, while `f` is on."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from sahel_tui.index.updating import update_index
from sahel_tui.queries.rests import events_of_relation, relations_of_event
from sahel_tui.reading import read_brief
from sahel_tui.tui.widgets.scope_lists import ScopeActors, ScopeTies
from sahel_tui.tui.widgets.timeline.scope_events import ScopeEvents
from tests.shipped import FOLDER
from tests.tui.explore import exploring
from tests.tui.scoped import settled, shown_library

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sahel_tui.queries.chronology.told import Told
    from sahel_tui.queries.library.scope import TieRow
    from sahel_tui.tui.screens.library import LibraryScreen
    from tests.tui.explore import Explorer

SIZES = [(80, 24), (200, 60)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the shipped briefs."""
    folder = tmp_path_factory.mktemp("index")
    update_index(FOLDER, folder)
    return folder


class Shown(NamedTuple):
    """The library, and those of its lists that follow one another."""

    screen: LibraryScreen
    actors: ScopeActors
    events: ScopeEvents
    ties: ScopeTies


@asynccontextmanager
async def all_shown(
    index: Path, columns: int = 80, rows: int = 24
) -> AsyncIterator[tuple[Explorer, Shown]]:
    """The library, each of whose lists has been looked at."""
    async with exploring(FOLDER, columns, rows, index=index) as explorer:
        screen = await shown_library(explorer, "B")
        for key in "ARTB":
            await explorer.press(key)
            await settled(explorer, screen)
        lists = screen.query_one(ScopeActors), screen.query_one(ScopeEvents)
        yield explorer, Shown(screen, *lists, screen.query_one(ScopeTies))


def near_relations(event: Told) -> set[tuple[str, str]]:
    """The relations on the text of an event, with their briefs."""
    told = event.row.told
    found = relations_of_event(read_brief(Path(told.path)).view, event.row.id)
    return {(told.brief, one.id) for one in found}


def near_event(tie: TieRow) -> tuple[str, str]:
    """The first event on the text of a relation, with its brief; nothing where there is none."""
    told = tie.relation.told
    found = events_of_relation(read_brief(Path(told.path)).view, tie.relation.id)
    return (told.brief, found[0].id) if found else ("", "")


@pytest.mark.parametrize("indexed", [False, True])
async def test_the_relationships_go_to_what_rests_on_the_text_of_an_event(
    index: Path, tmp_path: Path, *, indexed: bool
) -> None:
    where = index if indexed else tmp_path
    async with all_shown(where, 200, 60) as (explorer, (screen, _, events, ties)):

        def has_followed() -> bool:
            tie, event = ties.current, events.current
            assert event is not None
            said = tie and (tie.relation.told.brief, tie.relation.id)
            return said in near_relations(event)

        await explorer.press("T", "g")
        followed = 0
        while followed < 4:
            await explorer.press("j")
            if events.current is not None and near_relations(events.current):
                followed += 1
                await explorer.until(has_followed)
        assert screen.here is events


async def test_a_list_that_is_not_shown_has_followed_once_it_is(tmp_path: Path) -> None:
    async with all_shown(tmp_path) as (explorer, (screen, _, events, ties)):
        await explorer.press("T", "g")
        while events.current is None or not near_relations(events.current):
            await explorer.press("j")
        wanted = near_relations(events.current)
        await explorer.until(
            lambda: (
                ties.wanted is None or ties.wanted.brief == events.current.row.told.brief  # type: ignore[union-attr]
            )
        )
        await explorer.press("R")
        await settled(explorer, screen)
        await explorer.until(
            lambda: (
                ties.current is not None
                and (ties.current.relation.told.brief, ties.current.relation.id) in wanted
            )
        )


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("indexed", [False, True])
async def test_the_timeline_goes_to_an_event_on_the_text_of_a_relation(
    index: Path, tmp_path: Path, columns: int, rows: int, *, indexed: bool
) -> None:
    where = index if indexed else tmp_path
    async with all_shown(where, columns, rows) as (explorer, (_, _, events, ties)):

        def has_followed() -> bool:
            if ties.current is None or events.current is None:
                return False
            near = near_event(ties.current)
            return near in {(one.told.brief, one.id) for one in events.current.tellings}

        await explorer.press("R")
        followed = 0
        while followed < 3:
            await explorer.press("j")
            if ties.current is not None and near_event(ties.current)[0]:
                followed += 1
                await explorer.until(has_followed)


@pytest.mark.parametrize("indexed", [False, True])
async def test_the_timeline_goes_to_the_nearest_event_of_an_actor(
    index: Path, tmp_path: Path, *, indexed: bool
) -> None:
    where = index if indexed else tmp_path
    async with all_shown(where) as (explorer, (screen, actors, events, _)):
        await explorer.press("A", "g")
        for _ in range(4):
            await explorer.press("j")
            assert actors.current is not None
            ids = set(actors.current.ids)
            await explorer.until(
                lambda: any(
                    actor in ids  # noqa: B023
                    for one in (events.current.tellings if events.current else ())
                    for actor, _ in one.actors
                )
            )
            assert screen.centre in ids


async def test_nothing_follows_where_that_is_off(tmp_path: Path) -> None:
    async with all_shown(tmp_path) as (explorer, (screen, actors, events, _)):
        await explorer.press("f", "A", "g")
        assert "not following (f)" in explorer.text
        centre, row = screen.centre, events.current
        await explorer.press("j", "j", "j")
        await explorer.until(lambda: not list(explorer.app.workers))
        assert actors.current is not None
        assert centre not in actors.current.ids
        assert (screen.centre, events.current) == (centre, row)
        await explorer.press("f")
        assert "not following" not in explorer.text
        wanted = actors.current.ids
        await explorer.until(lambda: screen.centre in wanted)
