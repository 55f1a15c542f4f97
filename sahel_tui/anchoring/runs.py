"""What runs of characters are read as: most come back again and again."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Run = TypeVar("Run", str, bytes)
Read = TypeVar("Read")


class Runs(dict[Run, Read]):
    """What runs are, each read when it is first asked for.

    They are kept, up to `most`; then it begins anew. None longer than `longest` is kept.
    """

    def __init__(self, read: Callable[[Run], Read], *, most: int, longest: float = inf) -> None:
        super().__init__()
        self._read: Callable[[Run], Read] = read
        self._longest = longest
        self._most = most

    def __missing__(self, run: Run) -> Read:
        read = self._read(run)
        if len(run) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[run] = read
        return read
