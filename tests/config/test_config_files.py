"""Which configuration files count, and which before which."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.config import read_settings
from sahel_tui.errors import ConfigError

if TYPE_CHECKING:
    from tests.config.conftest import WriteConfig


def test_ones_own_file_counts_before_that_for_all_users_key_by_key(
    write_config: WriteConfig,
) -> None:
    write_config('theme = "dark"\nmouse = true\n[keymap]\n"pane.zoom" = "Z"', site=True)
    own = write_config('theme = "light"\n[keymap]\n"app.quit" = "Q"')
    settings = read_settings({})
    assert (settings.theme, settings.mouse) == ("light", True)
    assert dict(settings.keymap) == {"pane.zoom": "Z", "app.quit": "Q"}
    assert settings.config_file == own


def test_the_first_of_several_folders_for_all_users_counts_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tmp_path / name for name in ("desktop", "xdg")]
    monkeypatch.setenv("XDG_CONFIG_DIRS", ":".join(map(str, folders)))
    for folder, text in zip(
        folders, ('theme = "dark"', 'theme = "light"\nmouse = true'), strict=True
    ):
        (folder / "sahel_tui").mkdir(parents=True)
        (folder / "sahel_tui" / "config.toml").write_text(text)
    settings = read_settings({})
    assert (settings.theme, settings.mouse, settings.config_file) == ("dark", True, None)


def test_the_command_line_counts_before_the_environment_before_the_file(
    write_config: WriteConfig,
) -> None:
    write_config('colours = "256"\nlibrary = "/a"\ntheme = "dark"')
    assert read_settings({}).colours == "256"
    settings = read_settings({"NO_COLOR": "1", "SAHEL_TUI_LIBRARY": "/b"}, {"theme": "mono"})
    assert (settings.colours, settings.library, settings.theme) == ("none", Path("/b"), "mono")


def test_a_file_that_is_named_stands_in_the_place_of_ones_own(
    write_config: WriteConfig, tmp_path: Path
) -> None:
    write_config("plain_output = true", site=True)
    write_config("mouse = true")
    other, third = tmp_path / "other.toml", tmp_path / "third.toml"
    other.write_text('theme = "dark"')
    third.write_text('theme = "light"')
    settings = read_settings({"SAHEL_TUI_CONFIG": str(third)}, {"config": other})
    assert (settings.theme, settings.mouse, settings.plain_output) == ("dark", False, True)
    assert settings.config_file == other
    assert read_settings({"SAHEL_TUI_CONFIG": str(third)}).theme == "light"


def test_dev_null_stands_for_no_file_at_all(write_config: WriteConfig) -> None:
    write_config("no TOML", site=True)
    write_config("no TOML")
    nothing = {"config": Path(os.devnull)}
    assert read_settings({}, nothing) == read_settings({"SAHEL_TUI_CONFIG": os.devnull})
    assert read_settings({}, nothing).config_file is None


def test_a_file_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    for environment, options in (
        ({"SAHEL_TUI_CONFIG": str(tmp_path / "gone")}, {}),
        ({}, {"config": tmp_path / "gone"}),
    ):
        with pytest.raises(ConfigError) as caught:
            read_settings(environment, options)
        assert [one.code for one in caught.value.diagnostics] == ["file-missing"]


def test_a_link_to_nowhere_is_no_missing_file(write_config: WriteConfig) -> None:
    path = write_config("")
    path.unlink()
    assert read_settings({}).theme == "terminal"
    path.symlink_to("gone.toml")
    with pytest.raises(ConfigError):
        read_settings({})


def test_without_a_home_no_file_of_the_current_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "relative")
    folder = tmp_path / "relative" / ".config" / "sahel_tui"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("mouse = true")
    assert read_settings({}).mouse is False


def test_the_errors_of_all_files_are_told_at_once(write_config: WriteConfig) -> None:
    site = write_config("x = 1", site=True)
    own = write_config("mouse = 1\ntheme = 2")
    with pytest.raises(ConfigError, match="3 errors") as caught:
        read_settings({})
    assert [one.file for one in caught.value.diagnostics] == [str(site), str(own), str(own)]
    assert "--config /dev/null" in caught.value.hint
