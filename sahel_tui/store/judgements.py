"""Writing what an analyst judges of two actors into the library's `sahel.toml`.

A judgement is added at the end: every byte that was there stays, comments too. The file is written
beside and renamed once it is on the disk, so that it is whole whatever ends the program.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import tomli

from sahel_tui.errors import BriefError, UsageError
from sahel_tui.store.files import UnreadableError, read_bytes
from sahel_tui.store.folders import LIBRARY_FILE, find_library
from sahel_tui.store.library import load_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sahel_tui.model.library import Judgement

Kind = Literal["same", "different"]
_OLD = {"same": "the same", "different": "different"}


def judgement_file(library: Path) -> Path:
    """Where judgements on a library are written: its `sahel.toml`, whether it is there or not."""
    folder = library if library.is_dir() else library.parent
    return find_library(folder / "any.toml") or folder / LIBRARY_FILE


def write_judgement(file: Path, kind: Kind, left: str, right: str, by: str, at: date) -> bool:
    """Add a judgement to a `sahel.toml`, which is made where there is none; False if it is there.

    UsageError where it contradicts what is there, where the file cannot be written, or where it is
    written so that nothing can be added; BriefError with all errors of a file that has some.
    """
    real = Path(os.path.realpath(file))
    with _alone(real.parent):
        before = _bytes_of(real)
        if not _is_news(real, before, kind, left, right):
            return False
        added = _table(before, kind, left, right, by, at)
        _check(real, before + added)
        _replace(real, before, before + added)
    return True


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other writers of this program away; where the file system has no locks, go on."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise _unwritable(folder, error) from None
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _bytes_of(file: Path) -> bytes:
    if not os.path.lexists(file):
        return b""
    try:
        return read_bytes(file)
    except UnreadableError as error:
        raise UsageError(f"the file {file} {error}", error.hint) from None


def _is_news(file: Path, before: bytes, kind: Kind, left: str, right: str) -> bool:
    """Whether a judgement is not there yet; UsageError where another says the contrary."""
    if left == right:
        raise UsageError(f"`{left}` is compared with itself", "name two actors")
    if not before:
        return True
    library = load_library(file)
    pair = {left, right}
    if any({one.left, one.right} == pair for one in getattr(library, kind)):
        return False
    groups = _groups(library.same)
    if kind == "different":
        if right in groups.get(left, {left}):
            raise _contrary(file, "same", left, right)
        return True
    joined = groups.get(left, {left}), groups.get(right, {right})
    for one in library.different:
        if any(one.left in a and one.right in b for a, b in (joined, joined[::-1])):
            raise _contrary(file, "different", one.left, one.right)
    return True


def _groups(same: Iterable[Judgement]) -> dict[str, set[str]]:
    """The ids that are one actor, directly or in a chain, by each of them."""
    groups: dict[str, set[str]] = {}
    for one in same:
        whole = groups.get(one.left, {one.left}) | groups.get(one.right, {one.right})
        groups |= dict.fromkeys(whole, whole)
    return groups


def _contrary(file: Path, there: Kind, left: str, right: str) -> UsageError:
    message = f"{file} has it that `{left}` and `{right}` are {_OLD[there]}"
    return UsageError(message, "remove that judgement first, if it is wrong")


def _table(before: bytes, kind: Kind, left: str, right: str, by: str, at: date) -> bytes:
    """The judgement as TOML, with the line ends of the file."""
    lines = [
        f"[[{kind}]]",
        f"left = {_text(left)}",
        f"right = {_text(right)}",
        f"by = {_text(by)}",
        f"at = {at.isoformat()}",
    ]
    end = "\r\n" if b"\r\n" in before else "\n"
    parted = end if before.endswith(b"\n") or not before else end + end
    first = parted if before else ""
    return (first + end.join(lines) + end).encode()


def _text(value: str) -> str:
    value = value.encode(errors="replace").decode()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _check(file: Path, data: bytes) -> None:
    """UsageError where the file would not say what it is to say."""
    try:
        tomli.loads(data.decode().removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        message = f"nothing can be added to {file}: its judgements are no tables of their own"
        hint = "write them as [[same]] and [[different]]"
        raise UsageError(message, hint) from None


def _replace(file: Path, before: bytes, data: bytes) -> None:
    try:
        mode = stat.S_IMODE(os.stat(file).st_mode) if before or file.exists() else None
        if mode is not None and not mode & 0o222:
            raise UsageError(f"{file} is read-only", "allow writing to it, or judge in a copy")
        if mode is not None and not os.access(file, os.W_OK):
            raise PermissionError(0, "permission denied")
        descriptor, beside = tempfile.mkstemp(".tmp", f".{file.name}.", file.parent)
    except OSError as error:
        raise _unwritable(file, error) from None
    try:
        with open(descriptor, "wb") as written:
            written.write(data)
            os.fchmod(descriptor, 0o666 & ~_umask() if mode is None else mode)
            written.flush()
            os.fsync(descriptor)
        load_library(Path(beside))  # whatever else is wrong with it is not written either
        if _bytes_of(file) != before:
            raise UsageError(f"{file} has just been changed", "judge again")
        os.replace(beside, file)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        if isinstance(error, BriefError):
            raise UsageError(error.diagnostics[0].message, error.diagnostics[0].hint) from None
        if isinstance(error, OSError):
            raise _unwritable(file, error) from None
        raise
    _sync(file.parent)


def _sync(folder: Path) -> None:
    """Have the new name on the disk as well; a folder that cannot be synced has it anyway."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _unwritable(file: Path, error: OSError) -> UsageError:
    reason = (error.strerror or "unknown reason").lower()
    return UsageError(f"{file} cannot be written: {reason}", "check it, its folder and the disk")
