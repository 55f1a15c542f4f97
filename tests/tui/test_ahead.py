"""The first brief is read in a child: a value comes back, whatever happens there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sahel_tui.tui import ahead
from sahel_tui.tui.ahead import Ahead, open_first
from tests.shipped import TREATY as SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import WriteBrief


def test_the_child_reads_what_would_be_read_here() -> None:
    opened = Ahead([SHIPPED]).wait(None)
    assert opened == open_first([SHIPPED])
    assert opened is not None
    assert opened.reading is not None
    assert opened.reading.view.points


def test_errors_come_back_as_values(write_brief: WriteBrief, tmp_path: Path) -> None:
    broken = Ahead([write_brief("nonsense")]).wait(None)
    assert broken is not None
    assert broken.reading is None
    assert broken.problems[0].code == "bad-toml"
    missing = Ahead([tmp_path / "nothing.toml"]).wait(None)
    assert missing is not None
    assert "nothing.toml" in missing.complaint


@pytest.mark.parametrize("end", [lambda *_: os._exit(5), lambda *_: os.kill(os.getpid(), 9)])
def test_a_child_that_ends_early_is_said(monkeypatch: pytest.MonkeyPatch, end: object) -> None:
    monkeypatch.setattr(ahead, "open_first", end)
    opened = Ahead([SHIPPED]).wait(None)
    assert opened is not None
    assert opened.reading is None
    assert "fault" in opened.complaint
