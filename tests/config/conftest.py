"""Configuration files for one's own and for all users."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

from sahel_tui.config import read_settings
from sahel_tui.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from sahel_tui.config import Settings
    from sahel_tui.errors import Diagnostic


class WriteConfig(Protocol):
    """Writes a configuration: one's own, or with `site` that for all users."""

    def __call__(self, text: str | bytes, *, site: bool = False) -> Path: ...


@pytest.fixture
def write_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WriteConfig:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "site"))

    def write(text: str | bytes, *, site: bool = False) -> Path:
        path = tmp_path / ("site" if site else "own") / "sahel_tui" / "config.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write


class Configured:
    """What comes of one's own configuration of this text."""

    def __init__(self, write: WriteConfig) -> None:
        self._write = write

    def settings(self, text: str | bytes, **options: Any) -> Settings:
        self._write(text)
        return read_settings({}, options)

    def errors(self, text: str | bytes) -> tuple[Diagnostic, ...]:
        path = self._write(text)
        with pytest.raises(ConfigError) as caught:
            read_settings({})
        assert {one.file for one in caught.value.diagnostics} == {str(path)}
        return caught.value.diagnostics

    def error(self, text: str | bytes) -> Diagnostic:
        errors = self.errors(text)
        assert len(errors) == 1, errors
        return errors[0]


@pytest.fixture
def configured(write_config: WriteConfig) -> Configured:
    return Configured(write_config)
