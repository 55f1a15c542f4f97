"""What the tests of the screens may change, and where they may write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.shipped import FOLDER


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The shipped briefs with their `sahel.toml`."""
    return Path(shutil.copytree(FOLDER, tmp_path / "briefs"))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where copies are written to; no tmux of whoever runs the test is sent any."""
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("STY", raising=False)
    return tmp_path / "copies"
