"""The wheels that go into a bundle, of the versions that are installed here, hence tested."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
PROGRAM = "sahel-tui"
PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14))
ARCHITECTURES = ("x86_64", "aarch64")
NEWEST_GLIBC = 28
"""The newest 2.x that a wheel may ask for: Debian 10, RHEL 8 and Ubuntu 20.04 have it."""
EPOCH = "SOURCE_DATE_EPOCH"
"""By which the reproducible builds of this world are dated: seconds since 1970."""
LEGACY = {"manylinux2014": 17, "manylinux2010": 12, "manylinux1": 5}


class BundleError(Exception):
    """The bundle could not be made; the text says why."""


class Wheel(NamedTuple):
    """A wheel that has been fetched."""

    path: Path
    name: str
    """Normalised, as in `pydantic-core`."""
    version: str
    tags: frozenset[Tag]
    digest: str
    """SHA-256."""

    def fits(self, architecture: str, python: tuple[int, int]) -> bool:
        """Whether it is for this architecture and CPython."""
        return not self.tags.isdisjoint(known_tags(architecture, python))

    @property
    def glibc(self) -> tuple[int, int]:
        """The oldest glibc that it is made for; (2, 0) if it holds nothing compiled."""
        return min((_glibc(tag.platform) for tag in self.tags), default=(2, 0))


@cache
def known_tags(architecture: str, python: tuple[int, int]) -> frozenset[Tag]:
    """The tags of the wheels that this CPython takes."""
    cpython = "cp{}{}".format(*python)
    known = platforms(architecture)
    own = cpython_tags(python, abis=[cpython], platforms=known)
    return frozenset([*own, *compatible_tags(python, cpython, known)])


def platforms(architecture: str) -> list[str]:
    """The names of the platforms that wheels may be made for, the newest first."""
    numbered = [f"manylinux_2_{minor}" for minor in range(NEWEST_GLIBC, 4, -1)]
    return [f"{name}_{architecture}" for name in (*numbered, *LEGACY)]


def _glibc(platform: str) -> tuple[int, int]:
    family, *numbers = platform.split("_")
    if family in LEGACY:
        return 2, LEGACY[family]
    return (int(numbers[0]), int(numbers[1])) if family == "manylinux" else (2, 0)


def read_wheel(path: Path) -> Wheel:
    """What the name of a wheel tells, and its digest."""
    name, version, _, tags = parse_wheel_filename(path.name)
    return Wheel(path, name, str(version), tags, hashlib.sha256(path.read_bytes()).hexdigest())


def fetch_wheels(
    folder: Path, architecture: str, pythons: Sequence[tuple[int, int]]
) -> list[Wheel]:
    """Build our wheel and fetch the others from pip's index: sorted. Raises BundleError."""
    build_own(folder)
    for python in pythons:
        pins = versions_needed(architecture, [python])
        fetched = map(read_wheel, folder.glob("*.whl"))
        have = {wheel.name for wheel in fetched if wheel.fits(architecture, python)}
        missing = [f"{name}=={version}" for name, version in pins.items() if name not in have]
        if missing:
            _download(folder, architecture, python, missing)
    return sorted(map(read_wheel, folder.glob("*.whl")))


def build_own(folder: Path, checkout: Path = ROOT) -> None:
    """Build the wheel of the program."""
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(checkout))


def _download(
    folder: Path, architecture: str, python: tuple[int, int], requirements: list[str]
) -> None:
    version = "--python-version={}.{}".format(*python)
    only = ["--no-deps", "--only-binary=:all:", "--implementation=cp", version]
    known = [f"--platform={name}" for name in platforms(architecture)]
    _pip("download", *only, *known, f"--dest={folder}", *requirements)


def _pip(*arguments: str) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    command = [sys.executable, "-m", "pip", *arguments[:1], *quiet, *arguments[1:]]
    # An empty SOURCE_DATE_EPOCH says nothing, and whoever builds a wheel would read a number.
    told = {key: value for key, value in os.environ.items() if key != EPOCH or value}
    run = subprocess.run(command, cwd="/", env=told, capture_output=True, text=True, check=False)
    if run.returncode:
        raise BundleError(f"pip {arguments[0]} failed:\n{run.stderr.strip()}")


def versions_needed(architecture: str, pythons: Sequence[tuple[int, int]]) -> dict[str, str]:
    """What the program needs on any of the Pythons, each in the version installed here."""
    found = (needs(environment(architecture, python)) for python in pythons)
    names = sorted(set().union(*found) - {PROGRAM})
    return {name: distribution(name).version for name in names}


def environment(architecture: str, python: tuple[int, int]) -> dict[str, str]:
    """What the markers of requirements are about, where the bundle is to run."""
    return {
        "implementation_name": "cpython",
        "os_name": "posix",
        "platform_machine": architecture,
        "platform_python_implementation": "CPython",
        "platform_system": "Linux",
        "python_full_version": "{}.{}.0".format(*python),
        "python_version": "{}.{}".format(*python),
        "sys_platform": "linux",
    }


def needs(where: dict[str, str]) -> dict[str, set[str]]:
    """The program and all that it needs: for each name, the names that it asks for itself."""
    found: dict[str, set[str]] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [Requirement(PROGRAM)]
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        if (name, frozenset(one.extras)) not in seen:
            seen.add((name, frozenset(one.extras)))
            asked = _direct_needs(one, where)
            found.setdefault(name, set()).update(canonicalize_name(need.name) for need in asked)
            waiting += asked
    return found


def _direct_needs(requirement: Requirement, where: dict[str, str]) -> list[Requirement]:
    """What a requirement's package asks for itself. Raises BundleError if it is not installed."""
    try:
        texts = distribution(requirement.name).requires or []
    except PackageNotFoundError:
        needed = f"{requirement.name} is needed by Python {where['python_version']}"
        hint = "make the bundle with a Python that needs it too"
        raise BundleError(f"{needed}, and not installed here: {hint}") from None
    extras = [*requirement.extras, ""]
    asked = map(Requirement, texts)
    return [
        one
        for one in asked
        if one.marker is None or any(one.marker.evaluate({**where, "extra": e}) for e in extras)
    ]
