"""The folder that the program runs from: the user's cache, or else one for this run alone."""

from __future__ import annotations

import os
import sys

from bundle.boot.safety import weakness

TYPE_CHECKING = False  # as typing has it, without the time that its import takes
if TYPE_CHECKING:
    from bundle.boot.start import Contents

TEMPORARY = ("/tmp", "/var/tmp")


class NoPlaceError(Exception):
    """The program could not be unpacked; the text says why, and what to do."""


class _RefusedError(Exception):
    """A place will not do; the text says why."""


def folder_to_run(archive: str, contents: Contents) -> str:
    """A folder with the program unpacked. Raises NoPlaceError."""
    try:
        return _in_the_cache(archive, contents)
    except (_RefusedError, OSError) as error:
        reasons = [_told(error)]
    for base in _temporary_folders():
        try:
            folder = _for_this_run(base, archive, contents)
        except (_RefusedError, OSError) as error:
            reasons.append(_told(error))
        else:
            _say_that_it_is_slow(reasons[0])
            return folder
    raise NoPlaceError(
        f"there is no folder to unpack into: {'; '.join(reasons)} (set TMPDIR to a folder of "
        f"yours, or unpack it once for all users: "
        f"python3 {archive} --unpack /opt/sahel-tui-{contents.version})"
    )


def _in_the_cache(archive: str, contents: Contents) -> str:
    base = _cache()
    home = os.path.join(base, "sahel_tui", "bundle")
    folder = os.path.join(home, contents.name)
    sys.dont_write_bytecode = False  # what is compiled once is read by every later run
    if os.path.isdir(folder):
        _check(folder)
        return folder
    _check(_nearest(base))
    from bundle.boot.unpacking import files_for, unpack_whole

    with files_for(owner_alone=True):
        os.makedirs(home, exist_ok=True)
        _check(home)
        unpack_whole(archive, contents.wheels, folder)
    return folder


def _cache() -> str:
    """The folder of caches. Nobody is asked where a home is that HOME does not name."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    home = os.environ.get("HOME", "")
    if os.path.isabs(cache):
        return cache
    if not os.path.isabs(home):
        raise _RefusedError("HOME is not set")
    if not os.path.isdir(home):  # that there is none may be meant
        raise _RefusedError(f"{home} is no folder")
    return os.path.join(home, ".cache")


def _nearest(path: str) -> str:
    """The path, or the nearest folder above it that there is."""
    while not os.path.lexists(path) and path != os.path.dirname(path):
        path = os.path.dirname(path)
    return path


def _temporary_folders() -> list[str]:
    own = os.environ.get("TMPDIR", "")
    return [*([own] if os.path.isabs(own) else []), *TEMPORARY]


def _for_this_run(base: str, archive: str, contents: Contents) -> str:
    _check(base)
    import tempfile

    from bundle.boot.afterwards import remove_afterwards
    from bundle.boot.unpacking import files_for, unpack

    folder = tempfile.mkdtemp(prefix="sahel-tui-", dir=base)
    remove_afterwards(folder)
    with files_for(owner_alone=True):
        unpack(archive, contents.wheels, folder)
    sys.dont_write_bytecode = True  # no other run would read what is compiled
    return folder


def _check(folder: str) -> None:
    """Raise _RefusedError if code in this folder could be another's, or could not be loaded."""
    if not os.path.isdir(folder):
        raise _RefusedError(f"{folder} is no folder")
    if why := weakness(folder):
        raise _RefusedError(why)
    if os.statvfs(folder).f_flag & os.ST_NOEXEC:
        raise _RefusedError(f"{folder} is mounted noexec")


def _told(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{os.fsdecode(error.filename)}: {error.strerror}"
    return str(error)


def _say_that_it_is_slow(reason: str) -> None:
    """Tell a person, and no script, why every start is as slow as the first."""
    if sys.stderr is not None and sys.stderr.isatty():
        from bundle.boot.start import say

        say(f"unpacked for this run alone, because {reason}")
