"""The page on dependencies names all of them, with their licences, and nothing else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from benchmarks.dependencies import IMPORTS, licence, needed

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "dependencies.md").read_text("utf-8")


def tables() -> list[dict[str, str]]:
    """For each table: the licences by the names in the first column."""
    found = []
    for table in re.findall(r"^\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE):
        rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines()]
        found.append({row[0].split()[0]: row[2] for row in rows})
    return found


def test_all_that_is_needed_is_measured() -> None:
    assert needed() | required("") == set(IMPORTS)


def test_all_that_is_needed_is_on_the_page_with_its_licence() -> None:
    direct, brought, _ = tables()
    assert direct.keys() == required("")
    assert direct.keys() | brought.keys() == set(IMPORTS)
    for name, written in (direct | brought).items():
        assert written == licence(name), name


def test_all_that_the_tests_need_is_on_the_page() -> None:
    *_, tests = tables()
    assert tests.keys() == required("test")


def required(extra: str) -> set[str]:
    """The names of what the program requires, or an extra of it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    told = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return {re.split("[^a-z-]", one)[0] for one in told}
