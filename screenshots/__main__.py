"""Draws screenshots/*.svg from the real program over the shipped brief: `make screenshots`."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import NamedTuple

from sahel_tui.config import read_settings, shipped_briefs
from sahel_tui.tui.ahead import Ahead
from sahel_tui.tui.app import ExplorerApp
from sahel_tui.tui.screens.explorer import ExplorerScreen
from sahel_tui.tui.widgets.event_list import EventList

HERE = Path(__file__).parent
BRIEF = "2023-09-20-three-state-treaty.toml"


class Scene(NamedTuple):
    """One picture: its file's name, the terminal's size, and the keys that lead to it."""

    name: str
    columns: int
    rows: int
    keys: tuple[str, ...]


SCENES = (
    Scene("wide", 140, 45, ("T", *["j"] * 7)),
    Scene("small", 80, 24, ("T", *["j"] * 7)),
    Scene("resting", 80, 24, ("T", *["j"] * 7, "enter", "w")),
    Scene("relationships", 80, 24, ("A", "j", "j", "R", "j")),
    Scene("map", 110, 34, ("R", "m", "z", *["tab"] * 3)),
    Scene("lanes", 110, 28, ("T", "z", "v", "enter", "j", "j", "j", "j")),
)


async def draw(scene: Scene) -> str:
    """The picture of a scene as SVG, with fonts of the reader's own machine."""
    ahead = Ahead([shipped_briefs() / BRIEF])
    app = ExplorerApp(ahead, read_settings({}), follow_delay=0)
    async with app.run_test(size=(scene.columns, scene.rows)) as pilot:
        while not (isinstance(app.screen, ExplorerScreen) and app.focused):
            await pilot.pause(0.01)  # on a busy machine the brief takes its time
        for key in scene.keys:
            await pilot.press(key)
            while not is_settled(app):
                await pilot.pause(0.01)
        await pilot.pause()
        picture = app.export_screenshot(title=f"sahel-tui, {scene.columns}x{scene.rows}")
    picture = re.sub(r"@font-face \{.*?\}\n", "", picture, flags=re.DOTALL)
    picture = re.sub(r"terminal-[0-9]+", "terminal", picture)
    # without this, some viewers leave out the spaces that a text begins with
    picture = picture.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return re.sub(r" +$", "", picture, flags=re.MULTILINE)


def is_settled(app: ExplorerApp) -> bool:
    """Whether all that is worked out in threads is there: events counted, actors placed."""
    if not isinstance(screen := app.screen, ExplorerScreen):
        return True
    ties = screen.ties_pane
    placed = not ties.is_drawn or (ties.drawing is not None and not ties.is_working)
    return placed and screen.query_one(EventList).survey is not None


def main() -> None:
    """Draw every scene."""
    for scene in SCENES:
        path = HERE / f"{scene.name}.svg"
        path.write_text(asyncio.run(draw(scene)), encoding="utf-8")
        print(path.relative_to(HERE.parent))


if __name__ == "__main__":
    main()
