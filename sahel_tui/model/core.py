"""Pydantic's core, loaded quickly: in a process that reads one brief and ends, it counts."""

from __future__ import annotations

import sys
import typing
from contextlib import suppress
from typing import Any

from typing_extensions import TypeVar  # has the module in place whose `TypedDict` is meant

del TypeVar


class _Plain(dict[str, object]):
    """In the place of `TypedDict`, whose classes are dicts as well, with their types known."""

    def __init_subclass__(cls, **options: object) -> None:
        del options  # `total`, and what later ones may have


def load_core() -> None:
    """Load it, but not the hundred types that tell a checker what its schemas are.

    One that has need of them is left to be loaded as it is.
    """
    places: tuple[Any, ...] = (typing, sys.modules["typing_extensions"])
    kept = [place.TypedDict for place in places]
    try:
        for place in places:
            place.TypedDict = _Plain
        with suppress(Exception):
            import pydantic_core

            del pydantic_core
    finally:
        for place, real in zip(places, kept, strict=True):
            place.TypedDict = real
