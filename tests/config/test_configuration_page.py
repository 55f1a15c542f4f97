"""The page on the configuration says what there is, and its example can be read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.cli.settings_toml import toml_lines
from sahel_tui.config import effective
from sahel_tui.config.settings import COLOURS, THEMES
from sahel_tui.config.spelling import MODIFIERS, NAMED
from sahel_tui.config.values import VALUES
from sahel_tui.render.themes import THEMES as DRAWN

if TYPE_CHECKING:
    from tests.config.conftest import Configured

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")


def test_every_key_stands_there_with_its_default() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .+ \| `(.+?)`.* \|$", PAGE, re.M)
    assert [name for name, _ in rows] == list(VALUES)
    printed = tomllib.loads("\n".join(toml_lines(effective({}, {}))))
    documented = {name: tomllib.loads(f"value = {value}")["value"] for name, value in rows}
    assert documented == {name: printed[name] for name in VALUES}


def test_every_word_that_a_key_takes_stands_there() -> None:
    for word in (*THEMES, *COLOURS):
        assert f"`{word}`" in PAGE
    for name in (*NAMED[:15], "f24", *(f"{modifier}+" for modifier in MODIFIERS)):
        assert f"`{name}`" in PAGE


def test_the_example_is_right_and_needs_every_line(configured: Configured) -> None:
    example = re.findall(r"```toml\n(.*?)```", PAGE, re.S)[0]
    settings = configured.settings(example)
    assert (settings.theme, settings.ceiling) == ("dark", "TLP:AMBER")
    assert len(settings.keymap) == 4
    without = re.sub(r'"evidence.next".*\n', "", example)
    assert configured.error(without).code == "key-clash"


def test_the_themes_are_those_that_are_drawn() -> None:
    assert set(THEMES) == {"terminal", "mono", *DRAWN}
