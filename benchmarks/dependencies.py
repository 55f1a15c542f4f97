"""What each dependency weighs: its installed files, and its import in a fresh interpreter.

Bytecode is not counted. The import is a median, and takes along what the package itself imports.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import files
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

IMPORTS = {
    "pydantic": "from pydantic import BaseModel",
    "pydantic-core": "",
    "rapidfuzz": "from rapidfuzz import fuzz",
    "rich": "from rich.text import Text",
    "pygments": "",
    "textual": "from textual.app import App",
    "tomli": "import tomli",
}
"""Each distribution, and what a program imports of it; empty for what only others import."""
RUNS = 11


def measure() -> Iterator[Figure]:
    """The size of each, then the import of each."""
    for name in IMPORTS:
        yield Figure(f"{name}: installed", installed_bytes(name) / 1e6, "MB")
    for name, statement in IMPORTS.items():
        if statement:
            yield Figure(f"{name}: {statement}", import_milliseconds(statement), "ms")


def installed_bytes(name: str) -> int:
    """The size of a distribution's files, without bytecode."""
    listed = [file for file in files(name) or () if file.suffix != ".pyc"]
    return sum(file.size or 0 for file in listed)


def import_milliseconds(statement: str) -> float:
    """Wall time of a statement in a fresh interpreter that has imported nothing else."""
    timed = f"from time import perf_counter as t; s = t(); {statement}; print(1000 * (t() - s))"
    command = [sys.executable, "-c", timed]
    runs = [
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        for _ in range(RUNS)
    ]
    return median(runs)
