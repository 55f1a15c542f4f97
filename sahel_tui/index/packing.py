"""Documents as bytes: JSON, compressed with what the briefs of a library have in common."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.search.packing import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sahel_tui.queries.search.documents import Document, Item

_LEVEL = 6
_LARGEST = 1 << 30
"""Bytes of a document: a brief and sources of 64 MiB each stay below."""
_SIZE = 4
"""Bytes that say how long what is known is."""
_MOST = 32 * 1024
"""Bytes of a dictionary that deflate can look back on."""


class Plain(NamedTuple):
    """A document as bytes, its texts apart from what else is known of it."""

    texts: bytes
    known: bytes


def plain(document: Document) -> Plain:
    """A document as JSON, its texts apart."""
    texts, known = packed(document)
    return Plain(texts, json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode())


def words_of(documents: Iterable[Plain]) -> bytes:
    """A dictionary from a few plain documents: some of each."""
    some = list(documents)
    share = _MOST // max(1, 2 * len(some))
    return b"".join(part[:share] for one in some for part in one)


def compressed(document: Plain, words: bytes) -> bytes:
    """A plain document in bytes with a checksum of their own, smaller."""
    made = zlib.compressobj(_LEVEL, zdict=words)
    size = len(document.known).to_bytes(_SIZE)
    return made.compress(b"".join((size, document.known, document.texts))) + made.flush()


def items_in(data: bytes, words: bytes, kind: str) -> list[Item]:
    """The items of one kind in compressed bytes; ValueError as below."""
    return [one for one in document_in(data, words).items if one.kind == kind]


def document_in(data: bytes, words: bytes) -> Document:
    """The document of compressed bytes; ValueError where they are not what was written."""
    try:
        plain = _expanded(data, words)
        end = _SIZE + int.from_bytes(plain[:_SIZE])
        document = unpacked(plain[end:], json.loads(plain[_SIZE:end]))
    except (zlib.error, TypeError, LookupError, RecursionError) as error:
        raise ValueError(str(error)) from None
    if not _is_below(document.path):
        raise ValueError("a path leads out of the library")
    return document


def _expanded(data: bytes, words: bytes) -> bytes:
    expanding = zlib.decompressobj(zdict=words)
    expanded = expanding.decompress(data, _LARGEST)
    if expanding.unconsumed_tail:
        raise ValueError("a document is larger than any brief")
    if not expanding.eof:
        raise ValueError("a document is cut short")
    return expanded


def _is_below(path: str) -> bool:
    """Whether a path from the library's folder stays in it."""
    return not path.startswith("/") and ".." not in path.split("/")
