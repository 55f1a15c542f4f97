"""Giving back memory that large lists were made in, and that the C library keeps for others."""

from __future__ import annotations

from contextlib import suppress


def give_back() -> None:
    """For a thread that has done with it: a millisecond or two. Not every C library can do this."""
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)
