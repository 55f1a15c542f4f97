"""Giving back memory that large lists were made in, and that the C library keeps for others."""

from __future__ import annotations

from contextlib import suppress

_ARENAS, _MAPPED = -8, -3
"""What glibc's <malloc.h> calls M_ARENA_MAX and M_MMAP_THRESHOLD."""
_LARGE = 128 * 1024
"""Bytes from which on what is let go of is given back at once: glibc begins with so many."""


def give_back() -> None:
    """For a thread that has done with it: a millisecond or two. Not every C library can do this."""
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)


def keep_little() -> None:
    """Before many threads begin: have them share their memory, and keep nothing that is large."""
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        own = ctypes.CDLL(None)
        own.mallopt(_ARENAS, 1)
        own.mallopt(_MAPPED, _LARGE)
