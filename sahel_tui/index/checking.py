"""Whether a row of an index has what was written there: anyone may have written the file.

A row is looked at once, as it is read: the types of all of its values at a time.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sahel_tui.model.dates import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Row = Sequence[Any]

_TYPES: dict[str, tuple[type, ...]] = {
    "t": (str,),
    "T": (str, type(None)),
    "i": (int,),
    "I": (int, type(None)),
    "d": (str,),
    "D": (str, type(None)),
    "p": (str,),
    "s": (int,),
}


class Shape:
    """What the values of a row are, a letter for each: `t`ext, whole number (`i`), `d`ate (EDTF),
    `p`ath below the library, `s`ign; in capitals where it may be missing.
    """

    def __init__(self, letters: str) -> None:
        self._letters = letters
        self._good: set[tuple[type, ...]] = set()
        self._closer = tuple(
            (at, _CLOSER[letter]) for at, letter in enumerate(letters) if letter in _CLOSER
        )

    def checked(self, row: Row) -> Row:
        """The row; ValueError where it is another."""
        kinds = tuple(map(type, row))
        if kinds not in self._good:
            self._check_types(kinds)
            self._good.add(kinds)
        for at, check in self._closer:
            check(row[at])
        return row

    def _check_types(self, kinds: tuple[type, ...]) -> None:
        if len(kinds) != len(self._letters):
            raise ValueError(f"a row has {len(kinds)} values")
        for kind, letter in zip(kinds, self._letters, strict=True):
            if kind not in _TYPES[letter]:
                raise ValueError(f"a row has {kind.__name__} for {_TYPES[letter][0].__name__}")


def parts_in(text: str) -> tuple[tuple[str, str, str | None], ...]:
    """The id, name and role of each who has a part in an event; ValueError where it is none."""
    parts = json.loads(text)
    if type(parts) is not list or any(type(one) is not list for one in parts):
        raise ValueError("the actors of an event are no list of lists")
    for one in parts:
        _PART.checked(one)
    return tuple((one, name, role) for one, name, role in parts)


def _check_date(text: str | None) -> None:
    if text is not None:
        parse(text)


def _check_path(path: str) -> None:
    if path.startswith("/") or ".." in path.split("/"):
        raise ValueError("a path leads out of the library")


def _check_sign(sign: int) -> None:
    if sign not in (-1, 0, 1):
        raise ValueError("a relation has a sign that there is not")


_CLOSER: dict[str, Callable[[Any], None]] = {
    "d": _check_date,
    "D": _check_date,
    "p": _check_path,
    "s": _check_sign,
}
_PART = Shape("ttT")
