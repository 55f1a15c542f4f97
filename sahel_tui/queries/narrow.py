"""Many whole numbers in arrays, each number in no more bytes than the largest needs."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TYPES = ("B", "H", "I", "i")


def narrow(numbers: Iterable[int]) -> array[int]:
    """All that there will be."""
    found = array("q", numbers)
    least, most = min(found, default=0), max(found, default=0)
    for code in _TYPES:
        try:
            array(code, (least, most))
        except OverflowError:
            continue
        return array(code, found)
    return found


def added(numbers: array[int], more: Iterable[int]) -> array[int]:
    """With more at its end: the same array, unless they are too large for it."""
    if isinstance(more, array) and more.typecode == numbers.typecode:
        numbers.extend(more)
        return numbers
    some = array("q", more)
    try:
        numbers.extend(array(numbers.typecode, some))
    except OverflowError:
        numbers = array("q", numbers)
        numbers.extend(some)
    return numbers
