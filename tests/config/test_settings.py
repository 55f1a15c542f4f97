"""What the environment says."""

from __future__ import annotations

from pathlib import Path

import pytest

from sahel_tui.config import read_settings, shipped_briefs


def test_without_a_word_the_shipped_briefs_are_the_library() -> None:
    settings = read_settings({})
    assert settings.library == shipped_briefs()
    assert list(settings.library.glob("*.toml"))
    assert settings.columns is None


def test_a_library_may_be_named_from_the_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/a")
    assert read_settings({"SAHEL_TUI_LIBRARY": "~/briefs"}).library == Path("/home/a/briefs")
    assert read_settings({"SAHEL_TUI_LIBRARY": "b"}).library == Path("b")
    assert read_settings({"SAHEL_TUI_LIBRARY": ""}).library == shipped_briefs()


@pytest.mark.parametrize(
    ("value", "columns"),
    [
        ("80", 80),
        ("0", None),
        ("", None),
        ("-3", None),
        ("wide", None),
        ("٣", None),
        ("9" * 9, None),
    ],
)
def test_a_width_is_a_plausible_number(value: str, columns: int | None) -> None:
    assert read_settings({"COLUMNS": value}).columns == columns
