"""The first brief is read in a child: a value comes back, whatever happens there."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from sahel_tui.tui import ahead
from sahel_tui.tui.ahead import Ahead, open_again, open_first
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


def test_briefs_are_counted_and_only_few_are_kept(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.toml").write_text("", encoding="utf-8")
    asked = open_first([tmp_path]).asked
    assert (asked.number, len(asked.few)) == (20, 20)
    brief = tmp_path / "20.toml"
    brief.write_text("", encoding="utf-8")
    assert open_again(brief, asked).asked == (asked.paths, 21, ())
    many = asked._replace(number=100_000)
    assert open_again(brief, many).asked == many  # listing all takes longer than opening one
    assert open_again(brief, many, anew=True).asked.number == 21
    shutil.rmtree(tmp_path)
    assert open_again(brief, asked).asked == asked


@pytest.mark.parametrize("end", [lambda *_: os._exit(5), lambda *_: os.kill(os.getpid(), 9)])
def test_a_child_that_ends_early_is_said(monkeypatch: pytest.MonkeyPatch, end: object) -> None:
    monkeypatch.setattr(ahead, "open_first", end)
    opened = Ahead([SHIPPED]).wait(None)
    assert opened is not None
    assert opened.reading is None
    assert "fault" in opened.complaint
