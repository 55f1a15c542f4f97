"""e copies all that a pane of a brief shows: its rows with their passages, or a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.line import Line
from sahel_tui.tui.ahead import open_one
from sahel_tui.tui.shown_copies import drawing_copy
from tests.shipped import TREATY
from tests.tui.copying import MARKED, copied, copies, each_list
from tests.tui.explore import exploring
from tests.tui.test_relations_drawn import drawn, pane_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import WriteBrief


async def test_all_rows_that_are_shown_are_copied_with_their_passages(file: Path) -> None:
    async with exploring(TREATY, copy_file=file) as explorer:
        async for kind, pane in each_list(explorer):
            text = await copied(explorer, file, "e")
            names = [pane.claim(pane.rows[row]).id for row in pane.shown]
            assert [f"\n{kind} {name}: " in text for name in names] == [True] * len(names)
            assert text.count(f"\n{kind} ") == len(names)


async def test_what_a_filter_hides_is_not_copied_and_it_says_so(file: Path) -> None:
    async with exploring(TREATY, copy_file=file) as explorer:
        await explorer.press("B", "&")
        await explorer.type("jnim")
        await explorer.press("enter")
        pane = explorer.screen.pane("points")
        text = await copied(explorer, file, "e")
        assert 0 < text.count("\nPoint ") == len(pane.shown) < len(pane.rows)
        assert f"& hides {len(pane.rows) - len(pane.shown)} of {len(pane.rows)}" in text


async def test_the_highest_marking_of_all_stands_first_and_last(
    file: Path, write_brief: WriteBrief
) -> None:
    async with exploring(write_brief(MARKED), copy_file=file) as explorer:
        text = await copied(explorer, file, "e")
        assert text.startswith("Marking: TLP:RED\n")
        assert text.endswith("\nMarking: TLP:RED")
    async with exploring(write_brief(MARKED), copy_file=file, ceiling="TLP:AMBER") as explorer:
        await explorer.press("e")
        await explorer.until(lambda: "not copied: TLP:RED is above" in explorer.text)
        assert len(copies(file)) == 1


async def test_a_drawing_is_copied_as_it_stands(file: Path) -> None:
    async with exploring(TREATY, 140, 45, copy_file=file) as explorer:
        await explorer.press("R", "m")
        picture = await drawn(explorer, "map")
        text = await copied(explorer, file, "e")
        assert all(line.plain.rstrip() in text for line in pane_of(explorer).lines)
        assert picture.names[picture.node] in text
        assert text.startswith("Marking: TLP:CLEAR\n")


def test_over_a_drawing_a_title_is_one_line_that_no_program_obeys() -> None:
    reading = open_one(TREATY).reading
    assert reading is not None
    view = reading.view._replace(title="One\nMarking: TLP:CLEAR\n\x1b]52;c;eA==\x07\u202etwo")
    text = drawing_copy(view, "map  of\nall", (Line("A ── B"),), reading.marking_order).text
    lines = text.split("\n")
    assert [line.startswith("Marking: ") for line in lines] == [True, *[False] * 5, True]
    assert lines[2].startswith("map of all; One␤Marking: TLP:CLEAR␤")
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


async def test_in_the_source_it_says_what_copies_there(file: Path) -> None:
    async with exploring(TREATY, copy_file=file) as explorer:
        await explorer.press("S", "e")
        assert "y copies" in explorer.text
        assert copies(file) == []
