"""Writing what the bundle holds to a folder, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PARTIAL = ".partial-"
FORGOTTEN = 24 * 3600
"""Seconds after which a folder that was never completed has been left by a run that was killed."""


@contextlib.contextmanager
def files_for(*, owner_alone: bool) -> Iterator[None]:
    """New files are the owner's alone, or to be read by all, whatever the umask is."""
    before = os.umask(0o077 if owner_alone else 0o022)
    try:
        yield
    finally:
        os.umask(before)


def unpack_whole(archive: str, wheels: Sequence[str], folder: str) -> None:
    """Unpack into a folder that appears when it is complete; another run may have been faster."""
    home = os.path.dirname(folder)
    _remove_forgotten(home)
    partial = tempfile.mkdtemp(prefix=PARTIAL, dir=home)
    try:
        unpack(archive, wheels, partial)
        try:
            os.rename(partial, folder)
        except OSError:
            if not os.path.isdir(folder):
                raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _remove_forgotten(home: str) -> None:
    """Remove what runs that were killed have left of their unpacking."""
    with os.scandir(home) as entries:
        left = [entry for entry in entries if entry.name.startswith(PARTIAL)]
    for entry in left:
        with contextlib.suppress(OSError):
            if time.time() - entry.stat(follow_symlinks=False).st_mtime > FORGOTTEN:
                shutil.rmtree(entry.path)


def unpack(archive: str, wheels: Sequence[str], folder: str) -> None:
    """Write the modules of the wheels to `folder/lib`, and pages and the like to `folder/share`.

    Raises OSError, with the archive's name if it is damaged.
    """
    try:
        with zipfile.ZipFile(archive) as bundle:
            for name in wheels:
                with bundle.open(f"wheels/{name}") as file, zipfile.ZipFile(file) as wheel:
                    _unpack_wheel(wheel, folder)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError) as error:
        why = f"the bundle is damaged: compare it with SHA256SUMS ({error})"
        raise OSError(0, why, archive) from error


def _unpack_wheel(wheel: zipfile.ZipFile, folder: str) -> None:
    made: set[str] = set()
    for member in wheel.infolist():
        place = _place(member)
        if place is None:
            continue
        path = os.path.join(folder, place)
        if (parent := os.path.dirname(path)) not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(path, "xb") as file:
            file.write(wheel.read(member))


def _place(member: zipfile.ZipInfo) -> str | None:
    """Where a file of a wheel belongs, as installers have it; None for what is not needed."""
    first, _, rest = member.filename.partition("/")
    scheme, _, inner = rest.partition("/")
    if member.is_dir() or ".." in member.filename.split("/") or not first:
        return None
    if not first.endswith(".data"):
        return f"lib/{member.filename}"
    return {"data": inner, "purelib": f"lib/{inner}", "platlib": f"lib/{inner}"}.get(scheme)
