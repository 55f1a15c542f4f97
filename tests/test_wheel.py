"""The wheel alone, in an environment that holds nothing else, far from the checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from venv import EnvBuilder

import pytest

from sahel_tui import __version__
from tests.terminal.session import Session, terminal_environment

ROOT = Path(__file__).parent.parent
TITLE = "Mali’s two coups"

IMPORT_ALL = """
import importlib, pkgutil, sahel_tui
for module in pkgutil.walk_packages(sahel_tui.__path__, "sahel_tui."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(sahel_tui.__path__[0])
"""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment where the wheel and its dependencies are installed."""
    environment = tmp_path_factory.mktemp("environment")
    EnvBuilder(symlinks=True).create(environment)
    pip("--python", str(environment / "bin" / "python"), "install", str(wheel))
    return environment / "bin"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that is empty, and not in the checkout."""
    assert ROOT not in tmp_path.parents
    return tmp_path


def pip(*arguments: str) -> None:
    """Run pip; what it says is shown only if it fails."""
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    run = subprocess.run(
        [sys.executable, "-m", "pip", *quiet, *arguments],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def run_in(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with an environment that says nothing of the checkout."""
    return subprocess.run(
        command,
        cwd=folder,
        env=terminal_environment({"HOME": str(folder)}),
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_holds_the_package_and_the_briefs_and_nothing_else(wheel: Path) -> None:
    package = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "sahel_tui").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    briefs = {
        f"sahel_tui/{path.relative_to(ROOT)}"
        for path in (ROOT / "briefs").rglob("*")
        if path.is_file()
    }
    share = {
        f"sahel_tui-{__version__}.data/data/{path.relative_to(ROOT / 'docs')}"
        for path in (ROOT / "docs" / "share").rglob("*")
        if path.is_file()
    }
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in names if ".dist-info/" not in name} == package | briefs | share
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert "sahel_tui/py.typed" in names


def test_every_module_finds_what_it_imports(installed: Path, elsewhere: Path) -> None:
    run = run_in(elsewhere, installed / "python", "-c", IMPORT_ALL)
    assert run.returncode == 0, run.stderr
    assert Path(run.stdout.strip()).is_relative_to(installed.parent)


def test_manual_and_completions_are_where_the_system_looks_for_them(installed: Path) -> None:
    share = installed.parent / "share"
    assert (share / "man/man1/sahel-tui.1").is_file()
    assert (share / "bash-completion/completions/sahel-tui").is_file()
    assert (share / "zsh/site-functions/_sahel-tui").is_file()
    assert (share / "fish/vendor_completions.d/sahel-tui.fish").is_file()


def test_it_says_its_version(installed: Path, elsewhere: Path) -> None:
    run = run_in(elsewhere, installed / "sahel-tui", "--version")
    assert (run.returncode, run.stderr) == (0, "")
    assert __version__ in run.stdout


def test_the_shipped_briefs_have_no_finding(installed: Path, elsewhere: Path) -> None:
    briefs = next(installed.parent.glob("lib/python*/site-packages/sahel_tui/briefs"))
    run = run_in(elsewhere, installed / "sahel-tui", "check", "--strict", briefs)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_explorer_opens_the_shipped_library(installed: Path, elsewhere: Path) -> None:
    with Session(
        [str(installed / "sahel-tui")], environment={"HOME": str(elsewhere)}, folder=elsewhere
    ) as session:
        session.wait_for_text(TITLE)
        session.wait_for_text("10 briefs")
        session.press("q")
        assert session.wait_for_exit() == 0
