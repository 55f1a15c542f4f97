"""Pydantic's core without the types of its schemas, in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys

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


def test_what_is_valid_is_the_same() -> None:
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "part={'number': 1} number\n('part', 'number')\n"
