"""Each promise of the page on security names tests, and they are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")


def test_every_promise_names_tests_that_exist() -> None:
    promises = re.findall(r"^\| (\d+) \| \*\*.+\| (.+) \|$", PAGE, re.MULTILINE)
    assert [int(number) for number, _ in promises] == list(range(1, len(promises) + 1))
    assert promises
    for number, shown_by in promises:
        named = re.findall(r"`([^`]+)`", shown_by)
        assert named, number
        assert not [one for one in named if not exists(one)], number


def exists(name: str) -> bool:
    """Whether a test file is there, and the test in it where one is named."""
    file, _, test = name.partition("::")
    path = ROOT / file
    if not path.is_file() or not path.name.startswith("test_"):
        return False
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    tests = {one.name for one in tree if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)}
    return test in tests if test else any(one.startswith("test_") for one in tests)


def test_a_name_of_nothing_is_noticed() -> None:
    assert exists("tests/test_security_page.py::test_a_name_of_nothing_is_noticed")
    assert not exists("tests/test_security_page.py::test_that_nobody_wrote")
    assert not exists("tests/test_of_nothing.py")
    assert not exists("tests/conftest.py")
