"""The dictionary that the documents of an index are compressed with, from some of its briefs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.index.durable import write_durably
from sahel_tui.index.failures import IndexDamagedError
from sahel_tui.index.packing import words_of
from sahel_tui.index.reader import Reader
from sahel_tui.store.files import UnreadableError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SAMPLES = 8, 96
"""Briefs that a dictionary is made of: at least, and at most of very many."""
_ONE_OF = 32


class Words(NamedTuple):
    """A dictionary; its file is named after what it holds."""

    name: str
    data: bytes


def named(data: bytes) -> Words:
    """A dictionary with the name of its file."""
    return Words(f"words-{hashlib.sha256(data).hexdigest()[:16]}.bin", data)


def words_from(library: str, paths: Sequence[str]) -> Words:
    """A dictionary from a few of these briefs."""
    reader = Reader(library)
    least, most = _SAMPLES
    number = min(most, max(least, len(paths) // _ONE_OF))
    step = max(1, len(paths) // number)
    read = [reader.document(path) for path in paths[::step][:number]]
    return named(words_of(one for one in read if one))


def read_words(folder: Path, name: str) -> Words:
    """The dictionary of a file; IndexDamagedError where it is not the one that was written."""
    try:
        words = named(read_bytes(folder / name))
    except UnreadableError as error:
        raise IndexDamagedError(folder / name, str(error)) from None
    if words.name != name:
        raise IndexDamagedError(folder / name, "is not what was written")
    return words


def write_words(folder: Path, words: Words) -> None:
    """Keep a dictionary beside what was compressed with it."""
    write_durably(folder / words.name, words.data)
