"""Whether a folder is one that nobody else can put code into."""

from __future__ import annotations

import os
import stat


def weakness(folder: str) -> str:
    """Why somebody else could change what is in a folder; empty if nobody can but root.

    Every folder on the way is looked at, as sshd looks at those of its keys. What lies in a
    folder of ours that nobody else may enter is safe, however its own mode is.
    """
    ways = {os.path.abspath(folder), os.path.realpath(folder)}
    return next((why for way in sorted(ways) if (why := _weakness_on_the_way(way))), "")


def _weakness_on_the_way(folder: str) -> str:
    trusted = {0, os.geteuid()}
    for step in _steps(folder):
        status = os.lstat(step)
        if status.st_uid not in trusted | _unmapped(status.st_uid):
            return f"{step} belongs to another user"
        if stat.S_ISLNK(status.st_mode):
            return ""  # where it leads is a way of its own
        writable = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        if writable and not status.st_mode & stat.S_ISVTX:
            return f"others may write to {step}"
        if status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IXGRP | stat.S_IXOTH):
            return ""
    return ""


def _steps(folder: str) -> list[str]:
    """The folders on the way from the root, and the folder itself."""
    steps = [folder]
    while steps[-1] != os.path.dirname(steps[-1]):
        steps.append(os.path.dirname(steps[-1]))
    return steps[::-1]


def _unmapped(user: int) -> set[int]:
    """The number of the user, if it stands for one whom our user namespace does not know."""
    try:
        with open("/proc/sys/kernel/overflowuid", encoding="ascii") as file:
            overflow = int(file.read())
        with open("/proc/self/uid_map", encoding="ascii") as file:
            ranges = [tuple(map(int, line.split())) for line in file]
    except OSError:
        return set()
    mapped = any(first <= overflow < first + count for first, _, count in ranges)
    return {user} if user == overflow and not mapped else set()
