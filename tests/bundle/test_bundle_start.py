"""What the bundle says where it cannot run."""

from __future__ import annotations

import ast
import os
import sys
from typing import TYPE_CHECKING

import pytest

from bundle.__main__ import main
from bundle.archive import BOOT, Edition, write_archive
from bundle.boot.start import Contents, Machine, what_is_missing
from bundle.wheels import ARCHITECTURES, NEWEST_GLIBC, PYTHONS, ROOT, read_wheel

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bundle.conftest import Run

CONTENTS = Contents("1.0", "x86_64", "d" * 64, {(3, 11): ((2, 17), []), (3, 14): ((2, 28), [])})


def machine(
    *,
    implementation: str = "cpython",
    version: tuple[int, int] = (3, 14),
    free_threaded: bool = False,
    system: str = "linux",
    architecture: str = "x86_64",
    bits: int = 64,
    libc: str = "glibc 2.28",
) -> Machine:
    """A machine that has all, but for what is said otherwise."""
    return Machine(implementation, version, free_threaded, system, architecture, bits, libc)


@pytest.mark.parametrize(
    "fine",
    [
        machine(),
        machine(libc="glibc 2.41"),
        machine(libc="glibc 3.0"),
        machine(version=(3, 11), libc="glibc 2.17"),
    ],
)
def test_a_machine_that_has_all_lacks_nothing(fine: Machine) -> None:
    assert what_is_missing(CONTENTS, fine) == ""


@pytest.mark.parametrize(
    ("poor", "named"),
    [
        (machine(version=(3, 10)), "CPython 3.11 or 3.14, and this is Python 3.10"),
        (machine(version=(3, 15)), "this is Python 3.15"),
        (machine(version=(3, 12)), "this is Python 3.12"),
        (machine(implementation="pypy", version=(3, 11)), "this is pypy 3.11"),
        (machine(free_threaded=True), "without the global lock"),
        (machine(system="darwin"), "Linux, and this is darwin"),
        (
            machine(architecture="aarch64"),
            "made for x86_64, and this is a 64-bit Python on aarch64",
        ),
        (machine(bits=32), "32-bit"),
        (machine(libc="glibc 2.27"), "glibc 2.28 or newer, and this system has glibc 2.27"),
        (machine(version=(3, 11), libc="glibc 2.5"), "glibc 2.17 or newer"),
        (machine(libc=""), "another C library"),
        (machine(libc="musl 1.2"), "another C library"),
        (machine(libc="glibc"), "another C library"),
    ],
)
def test_what_is_missing_is_named(poor: Machine, named: str) -> None:
    assert named in what_is_missing(CONTENTS, poor)


def test_a_bundle_without_wheels_for_this_python_says_so(
    made: Path, tmp_path: Path, run: Run
) -> None:
    other = (3, 11) if sys.version_info >= (3, 14) else (3, 14)
    wheels = sorted(map(read_wheel, (made / "wheels").iterdir()))
    archive = tmp_path / "a\x1b[31m.pyz"
    write_archive(archive, Edition("1.0", os.uname().machine, [other], wheels), "")
    told = run(sys.executable, archive, "points")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    assert told.stderr.isprintable() or told.stderr[:-1].isprintable()
    assert f"it runs on CPython {other[0]}.{other[1]}, and this is Python" in told.stderr


def test_a_python_of_ten_years_ago_gets_as_far_as_the_message() -> None:
    for name in ("bundle/__init__.py", "bundle/boot/__init__.py", "bundle/boot/start.py"):
        tree = ast.parse((ROOT / name).read_text("utf-8"), feature_version=(3, 6))
        imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        assert all(isinstance(one, ast.Import) for one in imports)  # of the future, say
        evaluated = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
        assert not [one for one in evaluated if ast.unparse(one).startswith(("dict[", "list["))]


def test_all_that_starts_it_is_inside() -> None:
    boot = {str(path.relative_to(ROOT)) for path in (ROOT / "bundle" / "boot").glob("*.py")}
    assert {*boot, "bundle/__init__.py"} == set(BOOT)


def test_an_unknown_python_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--python", "3.10"])
    assert "choose from 3.11, 3.12" in capsys.readouterr().err


def test_the_page_names_what_a_machine_needs() -> None:
    page = (ROOT / "docs" / "air-gapped.md").read_text("utf-8")
    versions = ["{}.{}".format(*python) for python in PYTHONS]
    assert f"CPython {', '.join(versions[:-1])} or {versions[-1]}" in page
    assert f"glibc 2.{NEWEST_GLIBC} or newer" in page
    assert " or ".join(f"`{name}`" for name in ARCHITECTURES) in page
