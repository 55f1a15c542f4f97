"""Whose dossier is opened, from where."""

from __future__ import annotations

import pytest

from sahel_tui.tui.screens.finder import FinderScreen
from sahel_tui.tui.widgets.actor_finder import FinderInput
from tests.shipped import FOLDER
from tests.tui.dossiers import dossier, go_to, of
from tests.tui.explore import exploring


@pytest.mark.parametrize(("columns", "rows"), [(40, 10), (80, 24), (140, 45)])
async def test_from_nothing_it_is_four_keys_to_jnim(columns: int, rows: int) -> None:
    async with exploring(FOLDER, columns, rows) as explorer:
        await explorer.pilot.press("d", "j", "n", "enter")
        screen = await dossier(explorer)
        assert screen.gathered is not None
        assert screen.gathered.dossier.actor.key == "jnim"
        assert explorer.lines[1].startswith(" JNIM · jnim · armed-group")
        assert "█" in explorer.lines[2]
        assert explorer.lines[0].strip() == explorer.lines[-1].strip() == "TLP:AMBER+STRICT"
        assert {len(line) for line in explorer.lines} == {columns}
        assert "? help" in explorer.lines[-2]


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
@pytest.mark.parametrize("way", [("d",), ("R", "p")])
async def test_while_a_name_is_typed_no_key_leads_to_where_none_works(
    key: str, way: tuple[str, ...]
) -> None:
    async with exploring(FOLDER, 80, 24) as explorer:
        await explorer.press(*way)
        await explorer.until(lambda: isinstance(explorer.app.screen, FinderScreen))
        await explorer.press(key, "j")
        assert explorer.app.screen.query_one(FinderInput).value == "j"
        await explorer.press("escape")
        assert not isinstance(explorer.app.screen, FinderScreen)


@pytest.mark.parametrize(
    ("keys", "actor"),
    [(("A",), None), (("A", "R"), "other")],
)
async def test_on_an_actor_it_opens_at_once(keys: tuple[str, ...], actor: str | None) -> None:
    async with exploring(FOLDER, 80, 24) as explorer:
        await explorer.press(*keys)
        pane = explorer.screen.focused_pane
        row = explorer.screen.pane(pane.id or "").current
        wanted = row.other if actor else row.id  # type: ignore[attr-defined]
        await explorer.press("d")
        screen = await dossier(explorer)
        assert screen.gathered is not None
        assert wanted in screen.gathered.dossier.actor.ids


async def test_of_several_one_is_asked_for_and_they_come_first() -> None:
    async with exploring(FOLDER, 80, 24) as explorer:
        await explorer.press("T")
        events = explorer.screen.pane("events")
        place = next(n for n, row in enumerate(events.rows) if len(row.actors) > 1)  # type: ignore[attr-defined]
        events.move_to(place)
        ids = [one.id for one in events.rows[place].actors]  # type: ignore[attr-defined]
        await explorer.press("d")
        await explorer.until(lambda: isinstance(explorer.app.screen, FinderScreen))
        screen = explorer.app.screen
        assert isinstance(screen, FinderScreen)
        await explorer.until(lambda: explorer.app.shelf.progress.done)
        await explorer.until(lambda: screen.rows.current is not None)
        assert screen.rows.current
        assert screen.rows.current.actor.key == ids[0]
        await explorer.press("escape")
        assert explorer.screen.focused_pane.id == "events"


@pytest.mark.parametrize("key", ["d", "enter"])
async def test_the_other_actor_of_a_row_has_a_dossier_too(key: str) -> None:
    async with exploring(FOLDER, 80, 24) as explorer:
        first = await of(explorer, "jn")
        await go_to(explorer, first, "tie")
        row = first.rows.current
        assert row is not None
        await explorer.press(key)
        await explorer.until(lambda: explorer.app.screen is not first)
        second = await dossier(explorer)
        assert second.gathered is not None
        assert row.actors[0] in second.gathered.dossier.actor.ids
        await explorer.press("backspace")
        assert explorer.app.screen is first


async def test_nobody_is_found_by_no_name() -> None:
    async with exploring(FOLDER, 80, 24) as explorer:
        await explorer.press("d")
        await explorer.type("qqqqqqqqqq")
        await explorer.until(lambda: "nobody is called so" in explorer.text)
        await explorer.press("enter", "escape")
        assert explorer.screen.focused_pane.id == "points"
