"""`--unpack FOLDER`: once for all users of a machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bundle.conftest import Run

NOBODY = 65534


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every user can get to."""
    with TemporaryDirectory(prefix="sahel-tui-test-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_every_user_runs_it_and_nothing_is_written(archive: Path, place: Path, run: Run) -> None:
    folder = place / "shared"
    umask = ("sh", "-c", 'umask 077; exec "$@"', "sh")
    python = Path(sys.executable).resolve()  # which others may run, too
    made = run(*umask, python, archive, "--unpack", folder)
    assert (made.returncode, made.stdout, made.stderr) == (0, f"{folder}/bin/sahel-tui\n", "")
    before = _files(folder)
    sources = [path for path in folder.rglob("*.py") if path.parts[-2] != "bin"]
    compiled = {path.parent.parent / path.name.split(".")[0] for path in folder.rglob("*.pyc")}
    assert {path.with_suffix("") for path in sources} <= compiled
    told = run(folder / "bin" / "sahel-tui", "points", HOME="/dev/null", user=_another(python))
    assert (told.returncode, told.stderr) == (0, "")
    assert "j1.1" in told.stdout
    assert _files(folder) == before


def _another(python: Path) -> int | None:
    """A user who is not root, if we can become one who may start this Python."""
    entered = all(parent.stat().st_mode & 0o001 for parent in python.parents)
    return NOBODY if os.geteuid() == 0 and entered else None


def _files(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_it_runs_where_it_is_moved_to(little: Path, place: Path, run: Run) -> None:
    run(sys.executable, little, "--unpack", place / "one")
    (place / "one").rename(place / "other")
    (place / "link").symlink_to(place / "other" / "bin" / "sahel-tui")
    told = run(place / "link", "--help")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("usage: sahel-tui")


def test_what_the_environment_names_is_not_run(little: Path, place: Path, run: Run) -> None:
    run(sys.executable, little, "--unpack", place / "one")
    (place / "argparse.py").write_text("raise SystemExit(99)", encoding="utf-8")
    told = run(place / "one" / "bin" / "sahel-tui", "--help", PYTHONPATH=str(place))
    assert told.returncode == 0


def test_another_python_is_told_to_unpack_again(little: Path, place: Path, run: Run) -> None:
    run(sys.executable, little, "--unpack", place / "one")
    launcher = place / "one" / "bin" / "sahel-tui"
    version = str(sys.version_info[:2])
    launcher.write_text(launcher.read_text("utf-8").replace(version, "(3, 9)"), encoding="utf-8")
    told = run(launcher, "--help")
    assert (told.returncode, told.stdout) == (2, "")
    assert "unpack it again" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "takes one folder"),
        (("--help",), "takes one folder"),
        (("a", "b"), "takes one folder"),
        (("/",), "is there already"),
        (("/proc/x",), "No such file"),
    ],
)
def test_a_folder_that_will_not_do_is_named(
    little: Path, run: Run, arguments: tuple[str, ...], why: str
) -> None:
    told = run(sys.executable, little, "--unpack", *arguments)
    assert (told.returncode, told.stdout) == (2, "")
    assert why in told.stderr
    assert told.stderr.count("\n") == 1


def test_pages_and_completions_stand_where_systems_look(
    little: Path, place: Path, run: Run
) -> None:
    run(sys.executable, little, "--unpack", place / "one")
    assert (place / "one/share/man/man1/sahel-tui.1").is_file()
    assert (place / "one/share/bash-completion/completions/sahel-tui").is_file()
    assert (place / "one/share/zsh/site-functions/_sahel-tui").is_file()
    assert (place / "one/share/fish/vendor_completions.d/sahel-tui.fish").is_file()
