"""Documents as bytes: JSON, compressed with what the briefs of a library have in common."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from sahel_tui.queries.search.documents import Document, Item, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable

_ITEMS = Document._fields.index("items")
_LEVEL = 6
_LARGEST = 1 << 30
"""Bytes of a document: a brief and sources of 64 MiB each stay below."""
_MOST = 32 * 1024
"""Bytes of a dictionary that deflate can look back on."""


def plain(document: Document) -> bytes:
    """A document as JSON."""
    text = json.dumps(packed(document), ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def words_of(documents: Iterable[bytes]) -> bytes:
    """A dictionary from a few plain documents: some of each."""
    some = list(documents)
    share = _MOST // max(1, len(some))
    return b"".join(one[:share] for one in some)


def compressed(data: bytes, words: bytes) -> bytes:
    """The bytes with a checksum of their own, smaller."""
    made = zlib.compressobj(_LEVEL, zdict=words)
    return made.compress(data) + made.flush()


def items_in(data: bytes, words: bytes, kind: str) -> list[Item]:
    """The items of one kind in compressed bytes, with lists for tuples; ValueError as below."""
    try:
        document = json.loads(_expanded(data, words))
        return [Item._make(row) for row in document[_ITEMS] if row[0] == kind]
    except (zlib.error, TypeError, LookupError) as error:
        raise ValueError(str(error)) from None


def document_in(data: bytes, words: bytes) -> Document:
    """The document of compressed bytes; ValueError where they are not what was written."""
    try:
        document = unpacked(json.loads(_expanded(data, words)))
    except (zlib.error, TypeError, LookupError, RecursionError) as error:
        raise ValueError(str(error)) from None
    if not isinstance(document.path, str) or not _is_below(document.path):
        raise ValueError("a path leads out of the library")
    return document


def _expanded(data: bytes, words: bytes) -> bytes:
    expanding = zlib.decompressobj(zdict=words)
    expanded = expanding.decompress(data, _LARGEST)
    if expanding.unconsumed_tail:
        raise ValueError("a document is larger than any brief")
    return expanded


def _is_below(path: str) -> bool:
    """Whether a path from the library's folder stays in it."""
    return not path.startswith("/") and ".." not in path.split("/")
