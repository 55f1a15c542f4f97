"""An index that a test may change."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.index.shared import Shared

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shared(made: tuple[Path, Path], tmp_path: Path) -> Shared:
    """A copy of the index that a module has `made`, with its library."""
    library, home = made
    shutil.copytree(home, tmp_path / "index")
    return Shared(library, tmp_path / "index")
