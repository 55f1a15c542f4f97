"""The one file: an archive that Python runs, with the wheels in it as they were fetched."""

from __future__ import annotations

import hashlib
import os
import time
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from bundle.wheels import EPOCH, ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bundle.wheels import Wheel

SHEBANG = b"#!/usr/bin/env python3\n"
BOOT = ("bundle/__init__.py", *(f"bundle/boot/{name}.py" for name in (
    "__init__", "afterwards", "places", "safety", "shared", "start", "unpacking"
)))  # fmt: skip
OLDEST = 315532800
"""1980: the first moment that an archive can tell, and the one it tells unless it is told one."""

MAIN = """\
import sys
if sys.version_info < (3, 6):
    sys.stderr.write("sahel-tui: this bundle cannot run here: it needs Python 3.11 or newer\\n")
    sys.exit(2)
from bundle.boot.start import Contents, main
sys.exit(main(Contents(
    version={version!r},
    architecture={architecture!r},
    digest={digest!r},
    pythons={pythons!r},
)))
"""


class Edition(NamedTuple):
    """A bundle that is made: for what, and of what."""

    version: str
    architecture: str
    pythons: Sequence[tuple[int, int]]
    wheels: Sequence[Wheel]

    @property
    def stem(self) -> str:
        """The beginning of the names of its files."""
        return f"sahel-tui-{self.version}-linux-{self.architecture}"

    def wheels_for(self, python: tuple[int, int]) -> list[Wheel]:
        """The wheels for one Python."""
        return [wheel for wheel in self.wheels if wheel.fits(self.architecture, python)]

    def glibc(self, python: tuple[int, int]) -> tuple[int, int]:
        """The oldest glibc that all the wheels for one Python are made for."""
        return max(wheel.glibc for wheel in self.wheels_for(python))


def moment() -> int | None:
    """Seconds since 1970 by SOURCE_DATE_EPOCH, by which whatever is made is dated; or None."""
    told = os.environ.get(EPOCH, "")
    return max(int(told), OLDEST) if told.isdigit() else None


def write_archive(path: Path, edition: Edition, licences: str) -> None:
    """Write the archive, byte for byte the same of the same wheels, and executable."""
    members = {name: (ROOT / name).read_bytes() for name in BOOT}
    members["LICENCES.txt"] = licences.encode()
    members |= {f"wheels/{wheel.path.name}": wheel.path.read_bytes() for wheel in edition.wheels}
    members["__main__.py"] = _main(edition, members).encode()
    with path.open("wb") as file:
        file.write(SHEBANG)
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in sorted(members.items()):
                archive.writestr(_entry(name), data)
    path.chmod(0o755)


def _main(edition: Edition, members: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in sorted(members.items()):
        digest.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())
    pythons = {
        python: (edition.glibc(python), [wheel.path.name for wheel in edition.wheels_for(python)])
        for python in edition.pythons
    }
    return MAIN.format(
        version=edition.version,
        architecture=edition.architecture,
        digest=digest.hexdigest(),
        pythons=pythons,
    )


def _entry(name: str) -> zipfile.ZipInfo:
    """A member without anything of the machine or the hour; stored: the wheels are compressed."""
    entry = zipfile.ZipInfo(name, time.gmtime(moment() or OLDEST)[:6])
    entry.create_system = 3  # Unix, wherever it is made
    entry.external_attr = 0o644 << 16
    return entry
