"""The process that renews an index by what was noticed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.index.updating import update_index
from tests.shipped import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping


def asked(question: Mapping[str, object]) -> subprocess.CompletedProcess[str]:
    """What the process says."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "sahel_tui.index.noticing"],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_was_noticed_alone_is_looked_at(tmp_path: Path) -> None:
    library = Path(shutil.copytree(FOLDER, tmp_path / "briefs"))
    update_index(library, tmp_path / "index")
    first, second, *_ = sorted(library.glob("2*.toml"))
    first.write_text(first.read_text() + "# changed\n")
    second.unlink()
    question = {"library": str(library), "index": str(tmp_path / "index")}
    said = asked({**question, "noticed": [str(second)]})
    assert json.loads(said.stdout) == {"read": 0, "removed": 1, "unread": 0}
    said = asked({**question, "noticed": None})
    assert json.loads(said.stdout) == {"read": 1, "removed": 0, "unread": 0}


def test_why_it_cannot_be_done_is_said(tmp_path: Path) -> None:
    question = {"library": str(tmp_path / "gone"), "index": str(tmp_path), "noticed": []}
    said = asked(question)
    assert said.returncode == 2
    assert said.stdout == ""
    assert "there is no folder" in said.stderr
    assert "Traceback" not in said.stderr
