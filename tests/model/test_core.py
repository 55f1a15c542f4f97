"""Pydantic's core without the types of its schemas, in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
from sahel_tui.model.core import load_core
load_core()
from pydantic import BaseModel
from typing_extensions import TypedDict
class Part(TypedDict):
    number: int
class Whole(BaseModel):
    part: Part
print(Whole.model_validate({"part": {"number": "1"}}), *Part.__required_keys__)
try:
    Whole.model_validate({"part": {}})
except ValueError as error:
    print(error.errors()[0]["loc"])
"""


def printed(program: str, folder: Path | None = None) -> str:
    """What a program prints; modules of a folder come before all others."""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    return done.stdout


def test_what_is_valid_is_the_same() -> None:
    assert printed(PROGRAM) == "part={'number': 1} number\n('part', 'number')\n"


@pytest.mark.parametrize(
    "schemas",
    [
        "class Schema(TypedDict, closed=True): number: int",
        "Schema = TypedDict('Schema', {'number': int})",
        "class Schema(TypedDict): number: int\nassert Schema.__required_keys__",
    ],
)
def test_a_core_of_another_make_is_loaded_all_the_same(tmp_path: Path, schemas: str) -> None:
    made = f"from typing_extensions import TypedDict\n{schemas}\n"
    (tmp_path / "pydantic_core.py").write_text(made, encoding="utf-8")
    program = (
        "from sahel_tui.model.core import load_core; load_core(); import pydantic_core as core"
    )
    assert printed(f"{program}; print(core.Schema(number=1))", tmp_path) == "{'number': 1}\n"
