"""A library of two briefs, and the command line called in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.__main__ import main
from tests.cli.library import BROKEN, SAHARA, TREATY, TREATY_TEXT, TURN, Answer, Command

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "treaty.toml").write_text(TREATY, encoding="utf-8")
    (folder / "treaty.txt").write_text(TREATY_TEXT, encoding="utf-8")
    (folder / "sahara.toml").write_text(SAHARA, encoding="utf-8")
    return folder


@pytest.fixture
def treaty(library: Path) -> Path:
    return library / "treaty.toml"


@pytest.fixture
def broken(library: Path) -> Path:
    path = library / "broken.toml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


@pytest.fixture
def turn(tmp_path: Path) -> Path:
    path = tmp_path / "turn.toml"
    path.write_text(TURN, encoding="utf-8")
    return path


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*arguments: str | Path) -> Answer:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run
