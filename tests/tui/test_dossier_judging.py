"""Whether two are one actor, judged in a dossier."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.shipped import FOLDER
from tests.tui.dossiers import go_to, of
from tests.tui.explore import Explorer, exploring

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.tui.screens.dossier import DossierScreen

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


async def joins(explorer: Explorer) -> DossierScreen:
    """The dossier of one that may be another, the cursor on that join."""
    screen = await of(explorer, "a-coord")
    await explorer.until(lambda: any(one.id == "joins" for one in screen.rows.sections))
    await go_to(explorer, screen, "join")
    return screen


async def test_the_same_is_written_with_who_and_when(library: Path) -> None:
    before = (library / "sahel.toml").read_bytes()
    async with exploring(library, 140, 45, author="an analyst") as explorer:
        screen = await joins(explorer)
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
    async with exploring(FOLDER, 80, 24) as explorer:
        await of(explorer, "jn")
        await explorer.press("g", "x")
        assert "nothing to judge" in explorer.text
