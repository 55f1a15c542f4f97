"""What stands in for a module until something of it is wanted, in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sahel_tui.tui.later import CALLED_LATER, FOUND_ELSEWHERE

BEGIN = "import sys; from sahel_tui.tui.later import put_off; put_off(); "


def run(program: str) -> str:
    """What a program prints after the modules have been put off."""
    command = [sys.executable, "-c", BEGIN + program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    ("program", "printed"),
    [
        ("from difflib import get_close_matches as g; print(g('abd', ['abc']))", "['abc']\n"),
        ("import difflib; print(difflib.ndiff is sys.modules['difflib'].ndiff)", "True\n"),
        ("from uuid import UUID, uuid4; print(isinstance(uuid4(), UUID))", "True\n"),
        ("from rich.table import Table; print(type(Table.grid()).__name__)", "Table\n"),
        (
            "from rich.tree import Tree as T; print(isinstance(T(''), T), isinstance(1, T))",
            "True False\n",
        ),
        (
            "from rich.panel import Panel\nclass P(Panel): pass\nprint(P('').box is not None)",
            "True\n",
        ),
        ("import mimetypes; print(mimetypes.guess_type('a.txt')[0])", "text/plain\n"),
        ("import tempfile; print(type(tempfile.gettempdir()))", "<class 'str'>\n"),
        ("from textual.types import DirEntry; print(DirEntry.__name__)", "DirEntry\n"),
        (
            "from uuid import UUID; import typing; print(typing.Annotated[UUID, 1].__metadata__)",
            "(1,)\n",
        ),
        (
            "from pydantic import BaseModel as B\nclass M(B): a: int\nprint(M.model_json_schema())",
            "{'properties': {'a': {'title': 'A', 'type': 'integer'}}, 'required': ['a'], "
            "'title': 'M', 'type': 'object'}\n",
        ),
        (
            "import difflib; print(hasattr(difflib, '__file__'), hasattr(difflib, 'x'))",
            "False False\n",
        ),
    ],
)
def test_what_is_wanted_is_there(program: str, printed: str) -> None:
    assert run(program) == printed


@pytest.mark.parametrize("name", [*CALLED_LATER, *FOUND_ELSEWHERE])
def test_it_is_loaded_once_and_from_then_on_the_real_one(name: str) -> None:
    wanted = "wanted_by_nobody"
    program = f"import {name} as one; hasattr(one, '{wanted}'); "
    program += f"import importlib; real = importlib.import_module('{name}'); "
    assert (
        run(f"{program}print(bool(real.__file__), real is sys.modules['{name}'])") == "True True\n"
    )


@pytest.mark.parametrize("name", CALLED_LATER)
def test_the_names_that_are_called_later_are_there(name: str) -> None:
    for called in CALLED_LATER[name]:
        real = f"del sys.modules['{name}']; import {name}; from {name} import {called}"
        assert run(f"{real}; print({name}.{called} is {called})") == "True\n"


def test_a_class_made_of_one_that_is_not_there_yet_inherits_it_once_it_is() -> None:
    program = "import textual.theme as t, sys; one, late = t.ThemeProvider, 'textual.command'; "
    program += "print(hasattr(sys.modules[late], '__file__')); "
    program += (
        "hasattr(sys.modules[late], 'wanted_by_nobody'); from textual.command import Provider; "
    )
    program += "class_of = one.__mro__[1]; print(class_of is Provider, class_of.__module__)"
    assert run(program) == "False\nTrue textual.command\n"


def test_a_type_variable_is_one_that_has_a_default() -> None:
    program = (
        "from typing_extensions import Self, TypeVar; print(TypeVar('T', default=int).__name__)"
    )
    assert run(program) == "T\n"


def test_a_loop_runs_without_tls() -> None:
    program = "import asyncio; asyncio.run(asyncio.sleep(0)); print(sys.modules['ssl'])"
    assert run(program) == "None\n"


def test_what_is_loaded_already_stays() -> None:
    program = "import sys, uuid; from sahel_tui.tui.later import put_off; put_off(); "
    program += "print(sys.modules['uuid'] is uuid, uuid.__file__ is not None)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "True True\n"
