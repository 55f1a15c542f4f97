"""Values of a configuration: those that are right, and what is said of the others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.config import read_settings, shipped_briefs
from sahel_tui.config.reading import MOST_BYTES
from sahel_tui.config.settings import COLOURS, THEMES
from sahel_tui.errors import ConfigError
from sahel_tui.model.markings import above

if TYPE_CHECKING:
    from tests.config.conftest import Configured, WriteConfig


def test_every_value_that_is_documented_is_taken(configured: Configured) -> None:
    for theme in THEMES:
        assert configured.settings(f'theme = "{theme}"').theme == theme
    for colours in COLOURS:
        assert configured.settings(f'colours = "{colours}"').colours == colours
    for text, value in (("true", True), ("false", False), ('"auto"', None)):
        assert configured.settings(f"ascii = {text}").ascii is value
    settings = configured.settings("mouse = true\nplain_output = true")
    assert (settings.mouse, settings.plain_output) == (True, True)


def test_a_path_begins_at_the_folder_of_its_file(
    configured: Configured, write_config: WriteConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/a")
    folder = write_config("").parent
    text = 'library = "briefs"\nindex = "~/index"\ncopy_file = "/tmp/copies"'
    settings = configured.settings(text)
    assert settings.library == folder / "briefs"
    assert settings.index == Path("/home/a/index")
    assert settings.copy_file == Path("/tmp/copies")


def test_an_empty_text_is_the_default_again(
    configured: Configured, write_config: WriteConfig
) -> None:
    write_config('library = "/a"\nindex = "/b"\ncopy_file = "/c"\nceiling = "SECRET"', site=True)
    settings = configured.settings('library = ""\nindex = ""\ncopy_file = ""\nceiling = ""')
    assert settings.library == shipped_briefs()
    assert (settings.index, settings.copy_file, settings.ceiling) == (None, None, "")


def test_an_author_is_a_name_without_the_blanks_around(configured: Configured) -> None:
    assert configured.settings('author = " A. Analyst "').author == "A. Analyst"


@pytest.mark.parametrize("ceiling", ["TLP:AMBER", "amber", "SECRET//NOFORN", "tlp:red | SECRET"])
def test_a_ceiling_is_a_marking_with_a_rank(configured: Configured, ceiling: str) -> None:
    assert configured.settings(f'ceiling = "{ceiling}"').ceiling == ceiling
    assert not above("TLP:GREEN" if "SECRET//" not in ceiling else "CONFIDENTIAL", ceiling)


@pytest.mark.parametrize(
    ("text", "place", "code", "words"),
    [
        ('them = "dark"', (1, 1), "unknown-key", "`theme`"),
        ('\n  colors = "none"', (2, 3), "unknown-key", "`colours`"),
        ('"list.next" = "n"', (1, 1), "unknown-key", "[keymap]"),
        ('list.next = "n"', (1, 1), "unknown-key", "[keymap]"),
        ('theme = "drak"', (1, 1), "unknown-value", "`dark`"),
        ('colours = "many"', (1, 1), "unknown-value", "`truecolor`"),
        ("colours = 256", (1, 1), "wrong-type", '"…"'),
        ("ascii = 1", (1, 1), "wrong-type", "`true` or `false`"),
        ('ascii = "yes"', (1, 1), "unknown-value", "`true`"),
        ('mouse = "yes"', (1, 1), "wrong-type", "`true` or `false`"),
        ("[theme]\nname = 1", (1, 2), "wrong-type", "`theme` is a table"),
        ('ceiling = "TLP:AMBRE"', (1, 1), "unknown-marking", "`TLP:AMBER`"),
        ('ceiling = "SECRET | ?"', (1, 1), "unknown-marking", "`?`"),
        ('library = "~nobody-of-this-name/x"', (1, 1), "bad-path", "home"),
        ('index = "a\\u0000"', (1, 1), "bad-path", "NUL"),
        ('keymap = "vim"', (1, 1), "wrong-type", "a table"),
        ("theme = dark", (1, 9), "bad-toml", ""),
        ('theme = "dark"\ntheme = "mono"', (2, 1), "duplicate-key", "line 1"),
    ],
)
def test_an_error_says_where_why_and_what_to_do(
    configured: Configured, text: str, place: tuple[int, int], code: str, words: str
) -> None:
    error = configured.error(text)
    assert (error.line, error.column) == place
    assert error.code == code
    assert words in f"{error.message} {error.hint}"
    assert error.hint


def test_every_error_of_a_file_is_told_in_its_order(configured: Configured) -> None:
    text = 'mouse = 1\nx = 2\n[keymap]\n"app.quit" = 3\n"app.help" = "z"\n'
    assert [one.line for one in configured.errors(text)] == [1, 2, 4, 5]


def test_what_is_no_text_is_told(configured: Configured) -> None:
    error = configured.error(b'theme = "dark"\n# \xff')
    assert (error.code, error.line, error.column) == ("not-utf8", 2, 3)
    assert configured.error("#" * (MOST_BYTES + 1)).code == "too-large"
    assert configured.error("a = " + "[" * 5000).code == "too-deep"


def test_a_folder_or_a_device_is_no_configuration(write_config: WriteConfig) -> None:
    path = write_config("")
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(ConfigError) as caught:
        read_settings({})
    path.unlink()
    path.mkdir()
    with pytest.raises(ConfigError) as caught_too:
        read_settings({})
    for error in (caught, caught_too):
        assert [one.code for one in error.value.diagnostics] == ["not-a-file"]
