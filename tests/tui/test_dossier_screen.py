"""The dossier of an actor."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sahel_tui.render.terminals import MODERN
from sahel_tui.tui.screens.dossier import DossierScreen
from sahel_tui.tui.screens.finder import FinderScreen
from tests.tui.explore import Explorer, exploring

BRIEFS = Path(__file__).parents[2] / "briefs"
SIZES = [(40, 10), (80, 24), (140, 45)]
BRIEF = """
format = "sahel-brief/1"
[brief]
id = "{id}"
title = "A brief"
published = 2023-09-20
[[source]]
text = "{name} met Beta in Gao."
[[point]]
text = "They met."
evidence = ["met Beta"]
[[actor]]
id = "{id}-coordination"
name = "{name}"
type = "armed-group"
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Two briefs with an actor each, who are probably one."""
    for id_, name in (
        ("a", "Coordination of Azawad Movements"),
        ("b", "Coordination of the Azawad Movements"),
    ):
        (tmp_path / f"{id_}.toml").write_text(BRIEF.format(id=id_, name=name))
    (tmp_path / "sahel.toml").write_text('title = "Two"  # briefs\n')
    return tmp_path


async def dossier(explorer: Explorer) -> DossierScreen:
    """The dossier that is shown, once all of it is gathered."""
    await explorer.until(lambda: isinstance(explorer.app.screen, DossierScreen))
    screen = explorer.app.screen
    assert isinstance(screen, DossierScreen)
    await explorer.until(lambda: screen.shelf.progress.done)
    await explorer.until(
        lambda: (
            screen.gathered is not None
            and screen.gathered.dossier.done
            and sum(1 for _ in screen.gathered.rows.briefs()) == screen.shelf.progress.read
        )
    )
    await explorer.pilot.pause()
    return screen


async def of(explorer: Explorer, name: str) -> DossierScreen:
    """The dossier of the first actor that has a name."""
    await explorer.press("d")
    await explorer.type(name)
    await explorer.press("enter")
    return await dossier(explorer)


async def go_to(explorer: Explorer, screen: DossierScreen, kind: str) -> None:
    """Put the cursor on the first row of a kind."""
    await explorer.press("g")
    for _ in range(screen.rows.count()):
        if screen.rows.current is not None and screen.rows.current.kind == kind:
            return
        await explorer.press("j")
    raise AssertionError(kind)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_from_nothing_it_is_four_keys_to_jnim(columns: int, rows: int) -> None:
    async with exploring(BRIEFS, columns, rows) as explorer:
        await explorer.pilot.press("d", "j", "n", "enter")
        screen = await dossier(explorer)
        assert screen.gathered is not None
        assert screen.gathered.dossier.actor.key == "jnim"
        assert explorer.lines[1].startswith(" JNIM · jnim · armed-group")
        assert "█" in explorer.lines[2]
        assert explorer.lines[0].strip() == explorer.lines[-1].strip() == "TLP:AMBER+STRICT"
        assert {len(line) for line in explorer.lines} == {columns}
        assert "? help" in explorer.lines[-2]


async def test_it_tells_all_that_briefs_say() -> None:
    async with exploring(BRIEFS, 200, 90) as explorer:
        screen = await of(explorer, "jn")
        assert screen.gathered is not None
        found = screen.gathered.dossier
        assert [one.id for one in screen.rows.sections] == [
            *("names", "relations", "events", "points", "passages")
        ]
        counts = {one.id: one.total for one in screen.rows.sections}
        assert counts["events"] == found.counts.events
        assert "− fights" in explorer.text
        assert "asserted · since about July 2019 · 2024-09-30-jnim" in explorer.text
        assert "Jama’at Nusrat al-Islam wal-Muslimin" in explorer.text


async def test_a_sign_is_told_and_bars_have_their_ascii_form() -> None:
    terminal = MODERN._replace(ascii=True, colours="none", encoding="ascii")
    async with exploring(BRIEFS, 80, 24, terminal) as explorer:
        await of(explorer, "jn")
        bars = explorer.lines[2].split()[1]
        assert set(bars) <= set(".123456789")
        assert "9" in bars
        assert "." in bars


@pytest.mark.parametrize("kind", ["relation", "event", "point", "passage"])
@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_a_row_leads_to_its_passage_and_back(kind: str, columns: int, rows: int) -> None:
    async with exploring(BRIEFS, columns, rows) as explorer:
        screen = await of(explorer, "jn")
        for section in screen.rows.sections:
            if section.id != f"{kind}s":
                screen.rows.folded |= {section.id}
        screen.rows.filter_rows("")
        await go_to(explorer, screen, kind)
        row, top = screen.rows.current, screen.rows.top
        assert row is not None
        assert row.told is not None
        await explorer.press("enter")
        await explorer.until(lambda: explorer.app.screen is not screen)
        await explorer.until(lambda: explorer.screen.focused is not None)
        await explorer.pilot.pause()
        assert explorer.screen.view.path == row.told.path
        assert explorer.screen.focused_pane is explorer.screen.reader
        source, start, end = explorer.screen.reader.passage_span()
        if kind == "passage":
            text = next(s.text for s in explorer.screen.view.sources if s.id == source)
            assert (start, end) == row.data.mentions[0] if row.data.mentions else text
        else:
            assert explorer.screen.state.claim == row.claim
        await explorer.press("backspace")
        assert explorer.app.screen is screen
        assert (screen.rows.current, screen.rows.top) == (row, top)


async def test_sections_are_folded_and_stay_so() -> None:
    async with exploring(BRIEFS, 80, 24) as explorer:
        screen = await of(explorer, "jn")
        whole = screen.rows.count()
        await explorer.press("g", "j", "j", "h")
        assert screen.rows.count() < whole
        assert screen.rows.current is None
        assert "▸ Names" in explorer.text
        await explorer.press("j", "enter")
        assert "▸ Relations" in explorer.text
        await explorer.press("l", "k", "l")
        assert screen.rows.count() == whole


async def test_a_row_of_several_briefs_says_that_it_leads_nowhere() -> None:
    async with exploring(BRIEFS, 80, 24) as explorer:
        screen = await of(explorer, "jn")
        await explorer.press("g", "j", "enter")
        assert explorer.app.screen is screen
        assert "of several briefs: their passages stand further down" in explorer.text


async def test_what_is_filtered_is_said_and_cleared_by_escape() -> None:
    async with exploring(BRIEFS, 80, 24) as explorer:
        screen = await of(explorer, "jn")
        await explorer.press("&")
        await explorer.type("fights 2019")
        await explorer.press("enter")
        assert "& hides" in explorer.text
        shown = [one.row for one in screen.rows._shown if one.row]
        assert shown
        assert {one.kind for one in shown} == {"relation"}
        await explorer.press("escape")
        assert not screen.filter_text
        await explorer.press("escape")
        assert explorer.app.screen is not screen


async def test_the_preview_shows_the_quote_with_its_grade() -> None:
    async with exploring(BRIEFS, 140, 45) as explorer:
        screen = await of(explorer, "jn")
        await go_to(explorer, screen, "relation")
        await explorer.until(lambda: "grade " in explorer.text)
        assert "exact, " in explorer.text
        await explorer.press("tab")
        assert explorer.app.focused is screen.preview
        await explorer.press("enter")
        await explorer.until(lambda: explorer.app.screen is not screen)


@pytest.mark.parametrize(
    ("keys", "actor"),
    [(("A",), None), (("A", "R"), "other")],
)
async def test_on_an_actor_it_opens_at_once(keys: tuple[str, ...], actor: str | None) -> None:
    async with exploring(BRIEFS, 80, 24) as explorer:
        await explorer.press(*keys)
        pane = explorer.screen.focused_pane
        row = explorer.screen.pane(pane.id or "").current
        wanted = row.other if actor else row.id  # type: ignore[attr-defined]
        await explorer.press("d")
        screen = await dossier(explorer)
        assert screen.gathered is not None
        assert wanted in screen.gathered.dossier.actor.ids


async def test_of_several_one_is_asked_for_and_they_come_first() -> None:
    async with exploring(BRIEFS, 80, 24) as explorer:
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
    async with exploring(BRIEFS, 80, 24) as explorer:
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
    async with exploring(BRIEFS, 80, 24) as explorer:
        await explorer.press("d")
        await explorer.type("qqqqqqqqqq")
        await explorer.until(lambda: "nobody is called so" in explorer.text)
        await explorer.press("enter", "escape")
        assert explorer.screen.focused_pane.id == "points"


# Judging ----------------------------------------------------------------------------------------


async def joins(explorer: Explorer) -> DossierScreen:
    """The dossier of one that may be another, the cursor on that join."""
    screen = await of(explorer, "a-coord")
    await explorer.until(lambda: any(one.id == "joins" for one in screen.rows.sections))
    await go_to(explorer, screen, "join")
    return screen


async def test_the_same_is_written_with_who_and_when(library: Path) -> None:
    before = (library / "sahel.toml").read_bytes()
    async with exploring(library, 140, 45) as explorer:
        screen = await joins(explorer)
        screen._author = "an analyst"
        assert "The same actor?" in explorer.text
        await explorer.press("x")
        await explorer.until(lambda: "written to" in explorer.text)
        after = (library / "sahel.toml").read_bytes()
        assert after.startswith(before)
        added = tomllib.loads(after.decode())["same"][-1]
        assert {added["left"], added["right"]} == {"a-coordination", "b-coordination"}
        assert added["by"] == "an analyst"
        await explorer.until(
            lambda: (
                screen.gathered is not None
                and set(screen.gathered.dossier.actor.ids) == {"a-coordination", "b-coordination"}
            )
        )


async def test_different_is_written_and_unsure_is_not(library: Path) -> None:
    file = library / "sahel.toml"
    before = file.read_bytes()
    async with exploring(library, 140, 45) as explorer:
        screen = await joins(explorer)
        await explorer.press("u")
        assert "Unsure: nothing is written" in explorer.text
        assert "unsure: " in explorer.text
        assert file.read_bytes() == before
        await go_to(explorer, screen, "join")
        await explorer.press("n")
        await explorer.until(lambda: "written to" in explorer.text)
        assert b"[[different]]" in file.read_bytes()[len(before) :]


async def test_a_library_that_cannot_be_written_says_so(library: Path) -> None:
    file = library / "sahel.toml"
    file.chmod(0o444)
    before = file.read_bytes()
    async with exploring(library, 140, 45) as explorer:
        await joins(explorer)
        await explorer.press("x")
        await explorer.until(lambda: "Not written: " in explorer.text)
        assert file.read_bytes() == before


async def test_on_another_row_there_is_nothing_to_judge() -> None:
    async with exploring(BRIEFS, 80, 24) as explorer:
        await of(explorer, "jn")
        await explorer.press("g", "x")
        assert "nothing to judge" in explorer.text
