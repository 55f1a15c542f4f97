"""The rows of all briefs, as the panes show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.made_up import write_library
from sahel_tui.index.updating import update_index
from sahel_tui.queries.matching import Haystack
from sahel_tui.reading import read_brief
from sahel_tui.render.sparklines import sparkline
from sahel_tui.tui.widgets.scope_lists import ScopeActors
from tests.tui.explore import exploring
from tests.tui.scoped import settled, shown_library

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.queries.library.rows import EventRow
    from sahel_tui.queries.views import BriefView, EventView


def views_of(library: Path) -> list[BriefView]:
    """All briefs of a library."""
    files = sorted(library.rglob("*.toml"))
    return [read_brief(file).view for file in files if file.name != "sahel.toml"]


async def test_the_lists_have_the_rows_of_all_briefs(library: Path) -> None:
    views = views_of(library)
    async with exploring(library, 140, 45) as explorer:
        screen = await shown_library(explorer)
        await explorer.until(lambda: all(pane.all_looked for pane in screen.lists))
        counts = {pane.id: len(pane.rows) for pane in screen.lists}
        assert counts["points"] == sum(len(view.points) for view in views)
        tellings = [one for row in screen.pane("events").rows for one in row.tellings]
        assert len(tellings) == sum(len(view.events) for view in views)
        assert screen.scope is not None
        ids = frozenset(screen.scope.identities.members(screen.centre))
        assert counts["relations"]
        assert counts["relations"] == sum(
            relation.source in ids or relation.target in ids
            for view in views
            for relation in view.relations
        )
        highest = "TLP:AMBER+STRICT"
        assert explorer.lines[0].strip() == explorer.lines[-1].strip() == highest


async def test_an_actor_is_added_up_and_its_empty_times_are_dots(library: Path) -> None:
    views = views_of(library)
    mentions = sum(len(one.mentions) for v in views for one in v.actors if one.id == "jnim")
    async with exploring(library, 100, 30) as explorer:
        screen = await shown_library(explorer, "A")
        pane = screen.query_one(ScopeActors)
        await explorer.press("g")
        await explorer.until(lambda: "jnim" in pane.counts)
        counts = pane.counts["jnim"]
        assert sum(counts) == mentions
        assert 0 in counts
        row = explorer.line(sparkline(counts))
        assert f" {mentions}× " in row
        assert " JNIM " in row


async def test_filter_and_search_say_what_is_hidden_and_what_matches(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await shown_library(explorer, "T")
        pane = screen.here
        total = len(pane.rows)
        expected = Haystack(pane.texts(row) for row in pane.rows).matching("wagner")
        await explorer.press("/")
        await explorer.type("wagner")
        await settled(explorer, screen)
        assert pane.count() == total
        assert list(pane.matches) == list(expected)
        assert f"1 of {len(expected)} matches" in explorer.text
        await explorer.press("enter", "n")
        assert pane.cursor == expected[1]
        await explorer.press("escape", "&")
        await explorer.type("wagner")
        await settled(explorer, screen)
        assert f"& hides {total - len(expected)} of {total}" in explorer.text
        assert list(pane.shown) == list(expected)
        await explorer.press("escape")
        assert pane.count() == total


async def test_the_other_actor_comes_to_the_centre(library: Path) -> None:
    async with exploring(library) as explorer:
        screen = await shown_library(explorer, "R")
        row: Any = screen.here.current
        other = row.other
        await explorer.press("l")
        await settled(explorer, screen)
        assert screen.centre == other
        assert len(screen.here.rows)
        for row in screen.here.rows:
            assert other in (row.relation.source, row.relation.target)


async def test_an_index_shows_the_rows_that_its_briefs_have(tmp_path: Path) -> None:
    library, index = tmp_path / "library", tmp_path / "index"
    write_library(library, 230)
    update_index(library, index)
    views = views_of(library)
    async with exploring(library, 140, 45, index=index) as explorer:
        screen = await shown_library(explorer, "T")
        assert explorer.app.shelf.index is not None
        await explorer.until(lambda: all(pane.all_looked for pane in screen.lists))
        events = screen.pane("events")
        told = [(one.told.path, one.id) for row in events.rows for one in row.tellings]
        assert sorted(told) == sorted((v.path, event.id) for v in views for event in v.events)
        days = [event.date.sort_key[0] for row in events.rows for event in _of(views, row.row)]
        assert days == sorted(days)
        points = [(row.told.path, row.id, row.text) for row in screen.pane("points").rows]
        assert sorted(points) == sorted((v.path, p.id, p.text) for v in views for p in v.points)
        titles = [event.title for v in views for event in v.events]
        word = max(titles, key=len).split()[-1]
        await explorer.press("&")
        await explorer.type(word)
        await settled(explorer, screen)
        expected = Haystack(events.texts(row) for row in events.rows).matching(word)
        assert list(events.shown) == list(expected)
        hidden, rows = len(events.rows) - len(expected), len(events.rows)
        assert f"& hides {hidden:,} of {rows:,}" in explorer.text


def _of(views: list[BriefView], row: EventRow) -> list[EventView]:
    (view,) = (view for view in views if view.path == row.told.path)
    return [event for event in view.events if event.id == row.id]
