"""How relationships were left is come back to: their form, their date, their filters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sahel_tui.tui.screens.library import LibraryScreen
from tests.tui.scoped import shown_library
from tests.tui.test_remembering import library, remembering

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["library"]


@pytest.mark.parametrize("columns", [80, 200])
async def test_the_relationships_have_form_date_and_filters_again(
    library: Path, tmp_path: Path, columns: int
) -> None:
    async with remembering(library, tmp_path / "state", columns=columns) as explorer:
        await explorer.press("R", "m")
        await explorer.until(lambda: explorer.screen.ties_pane.picture is not None)
        await explorer.enter("type:supplies", "F")
        await explorer.until(lambda: "supplies" in explorer.text)
        await explorer.enter("2023-04", "t")
        await explorer.until(lambda: bool(explorer.screen.ties_pane.narrowing))
        await explorer.until(lambda: not explorer.screen.ties_pane.is_working)
        left = explorer.screen.graph_left()
        heading = explorer.screen.ties_pane.narrowing
        assert left == ("map", "2023-04", "type:supplies")
    async with remembering(library, tmp_path / "state", columns=columns) as explorer:
        pane = explorer.screen.ties_pane
        await explorer.until(lambda: pane.picture is not None and pane.narrowing == heading)
        assert explorer.screen.graph_left() == left
        assert explorer.screen.focused_pane is pane
        await explorer.press("r")
        await explorer.until(lambda: "Read again" in explorer.text)
        assert explorer.screen.graph_left() == left
    async with remembering(library, tmp_path / "state", fresh=True) as explorer:
        assert explorer.screen.graph_left() == ("", "", "")


async def test_the_library_has_its_list_centre_and_form_again(
    library: Path, tmp_path: Path
) -> None:
    async with remembering(library, tmp_path / "state", columns=110) as explorer:
        screen = await shown_library(explorer, "A")
        await explorer.press("g", "j", "j", "R", "m", "m")
        await explorer.until(lambda: screen.ties_pane.picture is not None)
        assert screen.graph_left()[0] == "matrix"
        centre = screen.centre
    async with remembering(library, tmp_path / "state", columns=110) as explorer:
        await explorer.until(lambda: isinstance(explorer.app.screen, LibraryScreen))
        screen = explorer.app.screen  # type: ignore[assignment]
        await explorer.until(lambda: screen.ties_pane.picture is not None)
        assert screen.graph_left()[0] == "matrix"
        assert (screen.list_id, screen.centre) == ("relations", centre)


async def test_a_form_and_filters_that_nobody_has_are_passed_over(
    library: Path, tmp_path: Path
) -> None:
    async with remembering(library, tmp_path / "state") as explorer:
        await explorer.press("R")
    (file,) = (tmp_path / "state" / "places").glob("*.json")
    kept = json.loads(file.read_text("utf-8"))
    wrong = {"form": "globe", "as_of": "yesterday-ish", "narrow": "sign:blue", "row": "r2"}
    for place in kept["briefs"].values():
        place["lists"] = {"relations": wrong}
    file.write_text(json.dumps(kept), "utf-8")
    async with remembering(library, tmp_path / "state") as explorer:
        assert explorer.screen.graph_left() == ("", "", "")
        assert explorer.screen.pane("relations").current_claim is not None
