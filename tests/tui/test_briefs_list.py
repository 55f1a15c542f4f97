"""The list of briefs."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.shipped import TREATY as SHIPPED
from tests.tui.explore import exploring

if TYPE_CHECKING:
    from pathlib import Path


async def test_it_tells_titles_dates_and_what_is_shown(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED.parent, tmp_path / "briefs")
    folder = tmp_path / "briefs"
    (folder / "zz.toml").write_text("[brief")
    async with exploring(folder, 140, 45) as explorer:
        await explorer.press("o")
        assert "Mali, Burkina Faso and Niger sign a defence treaty · 2023-09-20" in explorer.text
        assert "shown now" in explorer.text
        assert "its title was not found" in explorer.text


async def test_a_new_file_is_seen_once_the_brief_is_read_again(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED.parent, tmp_path / "briefs")
    async with exploring(tmp_path / "briefs", 140, 45) as explorer:
        (tmp_path / "briefs" / "zz.toml").write_text('[brief]\ntitle = "A new one"\n')
        before = explorer.screen
        await explorer.press("r")
        await explorer.until(lambda: explorer.screen is not before)
        await explorer.until(lambda: explorer.screen.focused is not None)
        await explorer.press("o")
        assert "A new one" in explorer.text


async def test_it_opens_on_the_brief_that_is_shown(tmp_path: Path) -> None:
    text = '[brief]\ntitle = "One of {number}"\n'
    for number in range(30):
        (tmp_path / f"a{number:02}.toml").write_text(text.format(number=number))
    for file in SHIPPED.parent.glob("2023-09*"):
        shutil.copy(file, tmp_path / f"z{file.suffix}" if file.suffix == ".toml" else tmp_path)
    async with exploring(tmp_path, 80, 24) as explorer:
        await explorer.press("o", "G", "enter")
        await explorer.until(lambda: "▶j1.1" in explorer.text)
        for keys in (["o"], ["q", "o"]):
            await explorer.press(*keys)
            await explorer.until(lambda: "31 of 31 briefs" in explorer.text)
            assert "▶Mali, Burkina Faso and Niger" in explorer.text
        await explorer.press("k")
        assert "30 of 31 briefs" in explorer.text
        assert "▶One of 29" in explorer.text
