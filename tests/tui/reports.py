"""A small library whose briefs are changed while they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.explore import Explorer

TEXT = """
format = "sahel-brief/1"
[brief]
id = "{id}"
title = "Report {id}"
published = 2023-09-{day:02}
[[source]]
file = "{id}.txt"
[[point]]
text = "They met, says {id}."
evidence = ["Alpha met Beta"]
[[actor]]
id = "alpha"
name = "Alpha"
[[actor]]
id = "beta"
name = "Beta"
"""


def write(folder: Path, id_: str, day: int, **changes: str) -> Path:
    """A brief and its source; `changes` are of its text."""
    text = TEXT.format(id=id_, day=day)
    for old, new in changes.items():
        text = text.replace(old, new)
    (folder / f"{id_}.txt").write_text(f"{id_}: Alpha met Beta in Gao.")
    path = folder / f"{id_}.toml"
    path.write_text(text)
    return path


def write_library(folder: Path) -> Path:
    """Three briefs."""
    folder.mkdir()
    for day, id_ in enumerate(("one", "three", "two"), 1):
        write(folder, id_, day)
    (folder / "sahel.toml").write_text('title = "Reports"\n')
    return folder


async def come_back(explorer: Explorer) -> None:
    """Go elsewhere, and come back to the terminal."""
    explorer.app.post_message(events.AppBlur())
    explorer.app.post_message(events.AppFocus())
    await explorer.pilot.pause()
