"""y copies what the cursor stands on, whichever pane it is in; Y lets one choose."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.shipped import TREATY as SHIPPED
from tests.tui.copying import MARKED, copied, copies, each_list
from tests.tui.explore import exploring
from tests.tui.test_explorer import FINDINGS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import WriteBrief


async def test_a_claim_is_copied_from_every_list(file: Path) -> None:
    async with exploring(SHIPPED, copy_file=file) as explorer:
        async for kind, pane in each_list(explorer):
            text = await copied(explorer, file, "y")
            assert pane.current_claim is not None
            assert f"\n{kind} {pane.current_claim.id}: " in text
            assert text.startswith("Marking: TLP:CLEAR\n")
            assert text.endswith("\nMarking: TLP:CLEAR")


async def test_a_claim_comes_with_all_of_its_passages(file: Path) -> None:
    async with exploring(SHIPPED, copy_file=file) as explorer:
        text = await copied(explorer, file, "y")
        assert text.count("\n  passage ") == 3
        assert "passage 3 of 3: exact, disputes" in text


async def test_in_the_source_the_passage_that_is_shown_is_copied(file: Path) -> None:
    async with exploring(SHIPPED, copy_file=file) as explorer:
        await explorer.press("enter", "n")
        stop = explorer.screen.reader.selection.current
        assert stop is not None
        assert stop.passage is not None
        text = await copied(explorer, file, "y")
        assert f'\n"{stop.passage.text}"\n  main, paragraph ' in text
        assert f"code points {stop.start}-{stop.end}\n  passage 2 of 3" in text


async def test_in_the_source_the_place_of_the_cursor_counts(
    file: Path, write_brief: WriteBrief
) -> None:
    async with exploring(write_brief(MARKED), copy_file=file) as explorer:
        await explorer.press("S", "g")
        here = explorer.screen.reader
        while here.position() != "¶1 of 3":
            await explorer.press("j")
        assert '"long enough for a quote"' in await copied(explorer, file, "y")
        while here.position() != "¶2 of 3":
            await explorer.press("j")
        text = await copied(explorer, file, "y")
        assert '"Nothing rests on this paragraph\nof two lines."' in text
        assert "Point" not in text
        while here.position() != "¶3 of 3":
            await explorer.press("j")
        text = await copied(explorer, file, "y")
        assert '"two passages"' in text
        assert text.startswith("Marking: TLP:RED\n")


async def test_there_may_be_nothing_to_copy(file: Path) -> None:
    async with exploring(SHIPPED, copy_file=file) as explorer:
        for key in ("y", "Y"):
            await explorer.press("S", "g", key)
            assert "There is nothing to copy here." in explorer.text
        await explorer.press("B", "&")
        await explorer.type("qqq")
        await explorer.press("enter", "y")
        assert "There is nothing to copy here." in explorer.text
        assert not copies(file)


async def test_an_orphan_is_copied_as_a_quote_that_was_not_found(
    file: Path, write_brief: WriteBrief
) -> None:
    async with exploring(write_brief(FINDINGS), copy_file=file) as explorer:
        text = await copied(explorer, file, "y")
        assert 'Not found in the source. The brief quotes:\n"these words stand in no source' in text
        await explorer.press("enter", "g")
        assert "Not found in the source" not in await copied(explorer, file, "y")
        blank = explorer.screen.reader
        await explorer.press("j")
        assert blank.cursor_span()[1] == blank.cursor_span()[2]
        assert "Not found in the source" in await copied(explorer, file, "y")


async def test_one_can_choose_what_is_copied(file: Path) -> None:
    async with exploring(SHIPPED, columns=100, rows=45, copy_file=file) as explorer:
        await explorer.press("enter", "Y")
        assert explorer.screen.has_dialog
        for words in ("Quote alone", "Claim with all", "Paragraph", "JSON line", "Reference"):
            assert words in explorer.text
        assert "  2023-09-20-three-state-treaty main 598-784 (TLP:CLEAR)" in explorer.text
        assert (await copied(explorer, file, "j", "enter")).startswith("(TLP:CLEAR) A pact that")
        assert not explorer.screen.has_dialog
        reference = await copied(explorer, file, "Y", "G", "enter")
        found = copies(file)
        while not found[-1].startswith("{"):
            await explorer.press("Y", "G", *["k"] * (len(found) - 1))
            await copied(explorer, file, "enter")
            found = copies(file)
        assert json.loads(found[-1])["start"] == 598
        assert reference != found[0]


async def test_a_claim_on_nothing_can_be_copied(file: Path, write_brief: WriteBrief) -> None:
    async with exploring(write_brief(MARKED), copy_file=file) as explorer:
        assert "It rests on no passage." in await copied(explorer, file, "G", "y")


async def test_nothing_above_the_ceiling_is_copied(file: Path, write_brief: WriteBrief) -> None:
    path = write_brief(MARKED)
    async with exploring(path, copy_file=file, ceiling="TLP:AMBER") as explorer:
        await copied(explorer, file, "y")
        await explorer.press("j", "y")
        refused = "not copied: TLP:RED is above the ceiling TLP:AMBER"
        await explorer.until(lambda: refused in explorer.text)
        await explorer.press("Y", "j", "enter")
        await explorer.until(lambda: refused in explorer.text)
        assert len(copies(file)) == 1


async def test_a_failure_of_the_file_is_said(tmp_path: Path, file: Path) -> None:
    async with exploring(SHIPPED, copy_file=tmp_path / "missing" / file.name) as explorer:
        await explorer.press("y")
        await explorer.until(lambda: "NOT in copies: No such file or directory" in explorer.text)


async def test_copies_come_one_after_the_other(file: Path) -> None:
    async with exploring(SHIPPED, copy_file=file) as explorer:
        await explorer.press("y", "j", "y", "j", "y")
        await explorer.until(lambda: len(copies(file)) == 3)
        assert ["Point j1.1:" in copies(file)[0], "Point j1.3:" in copies(file)[2]] == [True, True]
