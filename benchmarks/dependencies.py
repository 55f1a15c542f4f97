"""What each dependency weighs: its licence, its installed files, its import in a fresh interpreter.

Bytecode is not counted. The import is processor time, and takes along what the package itself
imports; it is the least of several runs, as whatever else the machine does can only add to it.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from collections import Counter
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from bundle.metadata import CLASSIFIED
from bundle.wheels import PROGRAM, environment, needs
from tests.terminal.first_screen import loaded_for_first_screen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

IMPORTS = {
    "annotated-types": "import annotated_types",
    "backports-zstd": "from backports import zstd",
    "linkify-it-py": "from linkify_it import LinkifyIt",
    "markdown-it-py": "from markdown_it import MarkdownIt",
    "mdit-py-plugins": "import mdit_py_plugins",
    "mdurl": "import mdurl",
    "platformdirs": "from platformdirs import PlatformDirs",
    "pydantic": "from pydantic import BaseModel",
    "pydantic-core": "from pydantic_core import SchemaValidator",
    "pygments": "from pygments import lex",
    "rapidfuzz": "from rapidfuzz import fuzz",
    "rich": "from rich.text import Text",
    "textual": "from textual.app import App",
    "tomli": "import tomli",
    "typing-extensions": "import typing_extensions",
    "typing-inspection": "import typing_inspection.introspection",
}
"""Each distribution that the program needs, and what is imported of it."""
RUNS = 11
FIRST_SCREEN = "import platformdirs, sahel_tui.tui.ahead, sahel_tui.tui.app, textual.pilot"
"""What the explorer imports of others and of its own before it draws."""
PUT_OFF = "from sahel_tui.tui.later import put_off; put_off(); "


def measure() -> Iterator[Figure | str]:
    """The size of each, then the import of each, then what the first screen takes of them."""
    for name in IMPORTS:
        about = f"{name} {metadata.version(name)}, {licence(name)}"
        yield Figure(f"{about}: installed", installed_bytes(name) / 1e6, "MB")
    for name, statement in IMPORTS.items():
        yield Figure(f"{name}: {statement}", min(runs_of(statement)), "ms")
    yield put_off()
    with TemporaryDirectory() as folder:
        loaded = loaded_for_first_screen(Path(folder) / "loaded.json")
    yield f"\nmodules loaded for the first screen: {len(loaded)}, {counted(loaded)}"


def needed() -> set[str]:
    """All that the program needs to run here, by the names of the distributions."""
    version = (sys.version_info.major, sys.version_info.minor)
    return set(needs(environment(platform.machine(), version))) - {PROGRAM}


def licence(name: str) -> str:
    """A distribution's licence, as SPDX has it where it says so."""
    about = metadata.metadata(name)
    for key in ("License-Expression", "License"):
        if told := about.get_all(key):
            return str(told[0])
    classified = [one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or []]
    return ", ".join(CLASSIFIED[one] for one in classified if one in CLASSIFIED) or "not told"


def installed_bytes(name: str) -> int:
    """The size of a distribution's files, without bytecode."""
    listed = [file for file in metadata.files(name) or () if file.suffix != ".pyc"]
    return sum(file.size or 0 for file in listed)


def put_off() -> Figure:
    """What the first screen needs, beside the same with nothing put off; the two take turns."""
    turns = [
        (*runs_of(PUT_OFF + FIRST_SCREEN, 1), *runs_of(FIRST_SCREEN, 1)) for _ in range(2 * RUNS)
    ]
    ours, whole = (min(column) for column in zip(*turns, strict=True))
    return Figure("the first screen, with what it does not need put off", ours, "ms", beside=whole)


def runs_of(statement: str, times: int = RUNS) -> list[float]:
    """Processor time in ms of a statement, each in a fresh interpreter."""
    timed = f"from time import process_time as t; s = t(); {statement}; print(1000 * (t() - s))"
    command = [sys.executable, "-c", timed]
    return [
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        for _ in range(times)
    ]


def counted(modules: Iterable[str]) -> str:
    """How many modules there are of each package that is not Python's own."""
    tops = Counter(module.partition(".")[0] for module in modules)
    others = [(top, n) for top, n in tops.most_common() if top not in sys.stdlib_module_names]
    return ", ".join(f"{n} of {top}" for top, n in others)
