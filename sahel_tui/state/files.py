"""Files of the state: JSON objects that are whole or not there, and that nobody loses a part of."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.errors import SahelError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FORMAT = 1
"""The version that every file names."""
MOST_BYTES = 4 * 1024 * 1024
"""The largest file that is read; what is written stays far below it."""
LOCK = "LOCK"
_PATIENCE = 0.5
"""Seconds to wait for another who writes."""
_STEP = 0.01


class StateError(SahelError):
    """The state cannot be read or written: whatever needs it goes on without."""


class Kept(NamedTuple):
    """What a file of the state says, and what there is to say of it."""

    value: dict[str, Any]
    remark: str = ""
    """That it was damaged, and where it is now."""


class _DamagedError(Exception):
    """A file that this program has not written so."""


def read_state(path: Path) -> Kept:
    """What a file says, nothing where it is not there; a damaged one is set aside.

    StateError where it cannot be read, or a newer version of the program has written it.
    """
    try:
        return Kept(_read(path))
    except _DamagedError:
        pass
    try:
        with locked(path.parent):
            return _read_or_set_aside(path)
    except StateError as error:
        return Kept({}, f"{path.name} is damaged, and stays: {error}")


def update_state(path: Path, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Kept:
    """Change what a file says, whatever others have written to it: what it says now.

    StateError where that cannot be done; then the file is as it was.
    """
    with locked(path.parent):
        kept = _read_or_set_aside(path)
        value = change(kept.value)
        with _told(path):
            _write(path, value)
        return kept._replace(value=value)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Be the only one who writes to a folder, which is made; StateError where that cannot be."""
    import fcntl

    with _told(folder):
        for one in (folder.parent, folder):  # `makedirs` gives the mode to the last one alone
            os.makedirs(one, mode=0o700, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
        descriptor = os.open(folder / LOCK, flags, 0o600)
    try:
        with _told(folder):
            _wait_for(lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB))
        yield
    finally:
        os.close(descriptor)


def _wait_for(lock: Callable[[], None]) -> None:
    from time import monotonic, sleep

    latest = monotonic() + _PATIENCE
    while True:
        try:
            return lock()
        except BlockingIOError:
            if monotonic() > latest:
                raise OSError(errno.EAGAIN, "another process is writing there") from None
            sleep(_STEP)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Whatever the system refuses, as StateError."""
    try:
        yield
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise StateError(f"{path}: {why[:1].lower()}{why[1:]}") from None


def _read(path: Path) -> dict[str, Any]:
    with _told(path):
        try:
            data = _bytes(path)
        except (FileNotFoundError, NotADirectoryError):
            return {}
    import json

    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise _DamagedError from None
    version = value.get("format") if isinstance(value, dict) else None
    if type(version) is not int or version < 1:
        raise _DamagedError
    if version > FORMAT:
        raise StateError(f"{path}: a newer version of the program has written it")
    del value["format"]
    return dict(value)


def _bytes(path: Path) -> bytes:
    """What is in a file; a pipe or a device is not waited for, and nothing endless is read."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("it is no regular file")
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _DamagedError
    return data


def _read_or_set_aside(path: Path) -> Kept:
    """What a file says; the lock is held, so that no other's whole file is taken for it."""
    try:
        return Kept(_read(path))
    except _DamagedError:
        with _told(path):
            aside = _free_name(path)
            os.rename(path, aside)
        return Kept({}, f"{path.name} was damaged: it is now {aside.name}")


def _free_name(path: Path) -> Path:
    """A name beside a file's that nothing has yet."""
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}.damaged-{number}")):
        number += 1
    return aside


def _write(path: Path, value: dict[str, Any]) -> None:
    import json

    unfinished = path.with_name(f"{path.name}.tmp")
    with suppress(FileNotFoundError):
        os.unlink(unfinished)  # of one that was killed: we hold the lock
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        with open(os.open(unfinished, flags, 0o600), "wb") as file:
            file.write(json.dumps({"format": FORMAT, **value}).encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError:
        with suppress(OSError):
            os.unlink(unfinished)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk, where folders can be told so."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
