"""The layers as they are at run time: what a fresh interpreter has loaded, and what it must not."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sahel_tui"
MODULES = sorted(PACKAGE.rglob("*.py"))

BRIEF = """
format = "sahel-brief/1"
[brief]
id = "small"
title = "A small brief"
published = 2023-09-20
[[source]]
text = "Alpha met Beta in Gao on 3 March 2023."
[[point]]
text = "They met."
evidence = ["Alpha met Beta"]
[[actor]]
id = "alpha"
name = "Alpha"
[[actor]]
id = "beta"
name = "Beta"
[[relation]]
source = "alpha"
target = "beta"
type = "allied-with"
[[event]]
title = "The meeting"
date = 2023-03-03
evidence = ["met Beta in Gao"]
"""

COMMAND = """
import json, sys
sockets = []
sys.addaudithook(lambda event, _: sockets.append(event) if event.startswith("socket.") else None)
from sahel_tui.__main__ import main
sys.argv = ["sahel-tui", *sys.argv[1:]]
try:
    code = main()
except SystemExit as exit:
    code = exit.code
with open(__import__("os").environ["LOADED"], "w") as file:
    json.dump({"code": code, "modules": sorted(sys.modules), "sockets": sockets}, file)
"""


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh interpreter has after `statement`, beyond those it starts with."""
    listing = "import sys; start = set(sys.modules)\n{}\nprint(*set(sys.modules) - start)"
    run = subprocess.run(
        [sys.executable, "-c", listing.format(statement)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def run_command(folder: Path, *arguments: str) -> dict[str, object]:
    """Run the command line in a fresh interpreter: its exit code, modules and socket events."""
    report = folder / "loaded.json"
    subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        capture_output=True,
        env={"LOADED": str(report), "HOME": str(folder), "PATH": "/usr/bin:/bin"},
        check=True,
    )
    found: dict[str, object] = json.loads(report.read_text())
    return found


def top_names(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_the_package_itself_imports_nothing() -> None:
    assert loaded_by("import sahel_tui") == {"sahel_tui"}


@pytest.mark.parametrize("module", ["sahel_tui.queries.views", "sahel_tui.model.dates"])
def test_what_crosses_to_the_screens_is_light(module: str) -> None:
    heavy = {"pydantic", "pydantic_core", "rich", "textual", "rapidfuzz", "tomli"}
    assert not heavy & top_names(loaded_by(f"import {module}"))


@pytest.mark.parametrize("arguments", ["--version", "--help", "config", "config --print"])
def test_an_answer_about_the_program_loads_only_the_command_line(
    arguments: str, tmp_path: Path
) -> None:
    found = run_command(tmp_path, *arguments.split())
    assert found["code"] in (0, None)
    modules = found["modules"]
    assert isinstance(modules, list)
    assert not {"textual", "pydantic", "rapidfuzz"} & top_names(set(modules))


def test_without_options_and_configuration_nothing_is_loaded_that_reads_them(
    tmp_path: Path,
) -> None:
    found = run_command(tmp_path)  # and no terminal: it ends where the screens would be loaded
    assert found["code"] == 2
    modules = found["modules"]
    assert isinstance(modules, list)
    assert "sahel_tui.config" in modules
    heavy = {"argparse", "tomli", "pydantic", "textual.app", "rich.style"}
    assert not {*heavy, "sahel_tui.config.reading"} & set(modules)


@pytest.mark.parametrize("command", ["check", "show", "points", "actors", "relations", "timeline"])
@pytest.mark.parametrize("option", [None, "--json"])
def test_a_headless_command_loads_no_screens_and_opens_no_socket(
    command: str, option: str | None, tmp_path: Path
) -> None:
    brief = tmp_path / "small.toml"
    brief.write_text(BRIEF)
    found = run_command(tmp_path, command, str(brief), *([option] if option else []))
    # `check` has something to find here: a relation with no evidence.
    assert found["code"] in ({1} if command == "check" else {0, None})
    modules = found["modules"]
    assert isinstance(modules, list)
    assert "textual" not in top_names(set(modules))
    assert "sahel_tui.tui" not in modules
    assert found["sockets"] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_stays_small_and_off_the_network(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n")
    assert lines < 300
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "telnetlib"}
    assert not network & imported_names(ast.parse(text))


@pytest.mark.parametrize("folder", ["tests", "benchmarks", "bundle", "docs", "screenshots"])
def test_what_is_beside_the_package_stays_small_too(folder: str) -> None:
    files = list((PACKAGE.parent / folder).rglob("*.py"))
    assert files
    assert [path for path in files if path.read_text("utf-8").count("\n") >= 300] == []


def imported_names(tree: ast.AST) -> set[str]:
    """The top-level names of every import in a module, late ones too."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return top_names(names)
