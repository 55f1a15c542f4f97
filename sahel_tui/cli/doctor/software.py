"""Python and the libraries, beside the versions that the program is tested with."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from typing import TYPE_CHECKING

from sahel_tui import __version__
from sahel_tui.cli.doctor.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROGRAM = "sahel-tui"


def look_at_software() -> Iterator[Found]:
    """The program, Python and what the program requires."""
    try:
        about = metadata.metadata(_PROGRAM)
    except metadata.PackageNotFoundError:
        what = "install it by pip, or use the bundle"
        yield Found("program", "doubt", f"{__version__}, not installed as a package", what)
        return
    yield Found("program", "ok", __version__)
    yield _python(about.get_all("Classifier") or [])
    yield from map(_library, filter(_is_needed, metadata.requires(_PROGRAM) or []))


def _python(classifiers: list[str]) -> Found:
    ours = "{}.{}".format(*sys.version_info)
    found = f"{sys.implementation.name} {sys.version.split()[0]}"
    if f"Programming Language :: Python :: {ours}" in classifiers:
        return Found("python", "ok", found)
    tested = [match[1] for one in classifiers if (match := re.search(r":: (3\.\d+)$", one))]
    said = f"{found}; the program is tested with {', '.join(tested)}"
    return Found("python", "doubt", said, "use one of those if anything fails")


def _is_needed(requirement: str) -> bool:
    """Whether it is no extra."""
    return "extra ==" not in requirement


def _library(requirement: str) -> Found:
    found = re.match(r"[\w.-]+", requirement)
    name = found[0] if found else requirement
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Found(name, "bad", "not installed", f"pip install '{requirement}'")
    if fits(version, requirement):
        return Found(name, "ok", version)
    said = f"{version}; the program is tested with {requirement[len(name) :]}"
    return Found(name, "doubt", said, f"pip install '{requirement}'")


def fits(version: str, requirement: str) -> bool:
    """Whether a version is within `name>=1.2,<3`, the form that the program's requirements have."""
    ours = _numbers(version)
    bounds = re.findall(r"(>=|<)\s*([\d.]+)", requirement)
    return all(
        ours >= _numbers(bound) if sign == ">=" else ours < _numbers(bound)
        for sign, bound in bounds
    )


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()
