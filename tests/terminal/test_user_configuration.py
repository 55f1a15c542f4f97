"""A configuration in a real terminal: its keys, and what is said when it cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shipped import TREATY as SHIPPED
from tests.terminal.explorer import Explorer

if TYPE_CHECKING:
    from pathlib import Path

KEYMAP = """\
[keymap]
"app.help" = "space"
"list.page_down" = "?"
"pane.zoom" = "<"
"trail.back" = "ctrl+p"
"app.commands" = "ctrl+backslash"
"app.interrupt" = "ctrl+g"
"app.suspend" = "shift+up"
"""


def test_keys_of_a_configuration_come_as_a_terminal_sends_them(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(KEYMAP)
    with Explorer("--config", config, SHIPPED) as explorer:
        explorer.wait_for_text("Space help")
        explorer.wait_until_idle()
        explorer.send(" ")
        explorer.wait_for_text("Keys that work here")
        explorer.press("q")
        explorer.wait_for_text("Space help")
        explorer.send("<")
        explorer.wait_for_text("zoomed (<)")
        explorer.send("\r")
        explorer.wait_for_text("passage 1 of")
        explorer.send("\x10")
        explorer.wait_for(lambda: "passage 1 of" not in explorer.text)
        explorer.send("\x07")
        explorer.wait_for_text("Ctrl-g again quits")
        explorer.send("\x07")
        assert explorer.wait_for_exit() == 130
        assert explorer.is_restored()


def test_a_key_with_alt_is_one_where_it_is_bound(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keymap]\n"app.help" = "alt+h"\n')
    with Explorer("--config", config, SHIPPED) as explorer:
        explorer.wait_for_text("Alt-h help")
        explorer.wait_until_idle()
        explorer.send("\x1bh")
        explorer.wait_for_text("Keys that work here")
        explorer.send("\x1b")
        explorer.wait_for(lambda: "Keys that work here" not in explorer.text)


def test_a_bad_configuration_is_told_before_anything_is_drawn(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('theme = "drak"\n[keymap]\n"list.next" = "n"\n')
    with Explorer(SHIPPED, "--config", config, columns=200) as explorer:
        assert explorer.wait_for_exit() == 2
        assert b"\x1b" not in explorer.raw
        assert "1:1: error: theme: there is no theme `drak`" in explorer.text
        assert "3:1: error: keymap" in explorer.text
        assert "`--config /dev/null`" in explorer.text
    with Explorer("--config", "/dev/null", SHIPPED) as explorer:
        explorer.open()
        explorer.press("q")
        assert explorer.wait_for_exit() == 0


def test_options_stand_around_the_path() -> None:
    with Explorer("--theme", "mono", SHIPPED, "--config=/dev/null", "--no-mouse") as explorer:
        explorer.open()
        explorer.press("q")
        assert explorer.wait_for_exit() == 0
