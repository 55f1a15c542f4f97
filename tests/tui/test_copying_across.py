"""y copies also what the rows across briefs lead to, as it is copied in a brief."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.reading import read_brief
from sahel_tui.tui.reading_process import ReadingProcess
from tests.shipped import FOLDER as BRIEFS
from tests.tui.copying import copied, copies
from tests.tui.dossiers import go_to, of
from tests.tui.explore import exploring
from tests.tui.scoped import settled, shown_library
from tests.tui.searching import Search
from tests.tui.test_contradictions_screen import contradictions
from tests.tui.test_reading_process import children
from tests.tui.test_receipts import receipts

if TYPE_CHECKING:
    from tests.tui.explore import Explorer


async def searched(explorer: Explorer, query: str) -> Search:
    """The results of a query."""
    await explorer.press("s")
    await explorer.until(lambda: "Search" in type(explorer.app.screen).__name__)
    search = Search(explorer)
    await search.type(query)
    await explorer.press("enter")
    return search


async def test_of_a_claim_that_was_found_y_copies_what_it_copies_in_the_brief(file: Path) -> None:
    async with exploring(BRIEFS, copy_file=file) as explorer:
        search = await searched(explorer, "kind:point treaty")
        _, kind, name = search.shown_hits()[0]
        here = await copied(explorer, file, "y")
        assert f"\n{kind.title()} {name}: " in here
        await search.open()
        await explorer.press("B")
        assert await copied(explorer, file, "y") == here


async def test_of_a_passage_that_was_found_y_copies_its_paragraph_with_its_place(
    file: Path,
) -> None:
    async with exploring(BRIEFS, copy_file=file) as explorer:
        search = await searched(explorer, "kind:passage kidal")
        current = search.screen.results.current
        assert current is not None
        path, start = current[1].path, current[1].start
        assert start is not None
        source = next(s for s in read_brief(Path(path)).view.sources if s.id == current[1].source)
        paragraph = next(one for one in source.text.split("\n\n") if "Kidal" in one)
        text = await copied(explorer, file, "y")
        assert f'"{paragraph}"' in text
        assert f"sha256 {source.sha256}" in text
        assert text.startswith("Marking: ")
        await explorer.press("Y")
        await explorer.until(lambda: "Words that were found alone" in explorer.text)
        await explorer.press("j")
        text = await copied(explorer, file, "enter")
        assert '\n"Kidal"\n' in text
        assert f"code points {start}-{start + 5}\n" in text


async def test_what_has_changed_since_it_was_found_is_not_copied(
    file: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    shutil.copytree(BRIEFS, library)
    async with exploring(library, copy_file=file) as explorer:
        search = await searched(explorer, "kind:point treaty")
        path, _, name = search.shown_hits()[0]
        words = (library / path).read_text("utf-8")
        (library / path).write_text(words.replace(f'id = "{name}"', 'id = "another"'), "utf-8")
        await explorer.press("y")
        await explorer.until(lambda: "Not copied: " in explorer.text)
        assert copies(file) == []


@pytest.mark.parametrize("kind", ["relation", "event", "point"])
async def test_a_row_of_a_dossier_is_copied_with_its_passages(file: Path, kind: str) -> None:
    async with exploring(BRIEFS, copy_file=file) as explorer:
        screen = await of(explorer, "jnim")
        await go_to(explorer, screen, kind)
        row = screen.rows.current
        assert row is not None
        assert row.claim is not None
        text = await copied(explorer, file, "y")
        assert f"\n{kind.title()} {row.claim.id}: " in text
        assert row.told is not None
        assert f"; {row.told.brief}; published" in text


async def test_what_several_briefs_say_is_copied_as_it_stands(file: Path) -> None:
    async with exploring(BRIEFS, copy_file=file) as explorer:
        screen = await of(explorer, "jnim")
        await explorer.press("y")
        assert "There is nothing to copy here." in explorer.text
        await go_to(explorer, screen, "name")
        text = await copied(explorer, file, "y")
        assert "\nDossier of JNIM: JNIM · " in text
        assert screen.gathered is not None
        assert text.startswith(f"Marking: {screen.gathered.dossier.marking}\n")
        await go_to(explorer, screen, "passage")
        assert "\n  main, paragraph " in await copied(explorer, file, "y")


async def test_of_a_contradiction_one_side_is_copied_or_all_together(file: Path) -> None:
    async with exploring(BRIEFS, 140, 45, copy_file=file) as explorer:
        screen = await contradictions(explorer)
        await explorer.until(lambda: len(screen._told) > 1)
        first, second = (one.said for one in screen._told[:2])
        text = await copied(explorer, file, "y")
        assert f"; {first.told.brief}; " in text
        assert f"; {second.told.brief}; " not in text
        await explorer.press("l")
        assert f"; {second.told.brief}; " in await copied(explorer, file, "y")
        await explorer.press("Y")
        await explorer.until(lambda: "All of it" in explorer.text)
        await explorer.press("j")
        text = await copied(explorer, file, "enter")
        assert f"; {first.told.brief}; " in text
        assert f"; {second.told.brief}; " in text


async def test_a_brief_is_copied_from_the_list_of_briefs(file: Path) -> None:
    async with exploring(BRIEFS, copy_file=file) as explorer:
        await explorer.press("o")
        await explorer.until(lambda: "briefs of this library" in explorer.text)
        text = await copied(explorer, file, "y")
        view = read_brief(Path(explorer.app.screen.rows.current.path)).view  # type: ignore[attr-defined]
        assert f"\nBrief: {view.title}; {view.id}; published " in text
        assert all(f"sha256 {source.sha256}" in text for source in view.sources)
        assert text.startswith(f"Marking: {view.marking}\n")


async def test_the_rows_of_the_library_are_copied(file: Path) -> None:
    async with exploring(BRIEFS, copy_file=file) as explorer:
        screen = await shown_library(explorer, "B")
        for key, kind in (("B", "Point"), ("R", "Relation"), ("T", "Event")):
            await explorer.press(key)
            await settled(explorer, screen)
            assert screen.here.current is not None
            name = screen.here.claim(screen.here.current).id
            assert f"\n{kind} {name}: " in await copied(explorer, file, "y")


async def test_of_an_actor_of_the_library_one_chooses_the_brief(file: Path) -> None:
    async with exploring(BRIEFS, copy_file=file) as explorer:
        screen = await shown_library(explorer, "A")
        await explorer.press("g", "y")
        await explorer.until(lambda: screen.has_dialog and "which one?" in explorer.text)
        assert "\nActor " in await copied(explorer, file, "enter")
        assert explorer.app.screen is screen


async def test_of_a_path_all_hops_are_copied_or_one(file: Path) -> None:
    async with exploring(BRIEFS / "2025-12-31-leaving-ecowas.toml", copy_file=file) as explorer:
        await explorer.enter("daouda", "R", "p")
        screen = await receipts(explorer, "Paths from ")
        await explorer.until(lambda: screen.rows.current is not None)
        await explorer.until(lambda: "looking" not in explorer.text)
        await explorer.press("g")
        assert "▶─ 1. 2 hops: " in explorer.text
        assert (await copied(explorer, file, "y")).count("\nRelation ") == 2
        await explorer.press("j")
        assert (await copied(explorer, file, "y")).count("\nRelation ") == 1


async def test_nothing_above_the_ceiling_is_copied_from_another_brief(file: Path) -> None:
    async with exploring(BRIEFS, copy_file=file, ceiling="TLP:CLEAR") as explorer:
        await explorer.press("o")
        await explorer.until(lambda: "briefs of this library" in explorer.text)
        await explorer.press("&")
        await explorer.type("amber")
        await explorer.press("enter", "y")
        await explorer.until(lambda: "above the ceiling TLP:CLEAR" in explorer.text)
        assert copies(file) == []


async def test_what_is_copied_at_once_is_of_the_row_under_the_cursor(file: Path) -> None:
    async with exploring(BRIEFS, 140, 45, copy_file=file) as explorer:
        screen = await contradictions(explorer)
        await explorer.until(lambda: len(screen._told) > 1)
        screen._delay = 60  # the preview stays as it is
        before = screen.rows.current
        await explorer.press("G")
        current = screen.rows.current
        assert current is not None
        assert current != before
        first, second = (side.tellings[0] for side in current.sides[:2])
        text = await copied(explorer, file, "y")
        assert f"{first.claim.kind.title()} {first.claim.id}: " in text
        assert f"; {first.told.brief}; " in text
        for _ in current.sides[0].tellings:
            await explorer.press("l")
        text = await copied(explorer, file, "y")
        assert f"{second.claim.kind.title()} {second.claim.id}: " in text
        assert f"; {second.told.brief}; " in text


async def test_a_passage_of_the_row_before_is_copied_with_its_own_claim() -> None:
    async with exploring(BRIEFS, 140, 45) as explorer:
        screen = await shown_library(explorer, "B")
        await explorer.press("B", "g")
        await settled(explorer, screen)
        row = screen.here.current
        assert row is not None
        path, claim = Path(screen.here.place(row).path), screen.here.claim(row)
        await explorer.until(lambda: f"in {screen.here.place(row).brief}" in explorer.text)
        screen._delay = 60  # the passages follow when one goes to them
        await explorer.press("G")
        screen.action_show_pane("source")
        asked = screen.copied()
        assert asked is not None
        assert screen.here.place(screen.here.current).path != str(path)
        assert [(one.path, one.landing.claim) for one in asked.places] == [(path, claim)]


async def test_nothing_is_offered_of_a_row_that_one_has_left_by_then() -> None:
    async with exploring(BRIEFS) as explorer:
        search = await searched(explorer, "kind:point treaty")
        before = children()
        explorer.app.reader.close()
        explorer.app._reader = ReadingProcess()
        explorer.app.reader.make_ready()
        (process,) = children() - before
        os.kill(process, signal.SIGSTOP)
        await explorer.press("Y", "j")
        os.kill(process, signal.SIGCONT)
        await explorer.until(lambda: "copy" not in {one.group for one in explorer.app.workers})
        await explorer.pilot.pause()
        assert not search.screen.has_dialog
        await explorer.press("Y")
        await explorer.until(lambda: search.screen.has_dialog)
