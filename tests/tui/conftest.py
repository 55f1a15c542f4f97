"""A library that the tests of the screens may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.shipped import FOLDER


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The shipped briefs with their `sahel.toml`."""
    return Path(shutil.copytree(FOLDER, tmp_path / "briefs"))
