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
        document = json.loads(zlib.decompressobj(zdict=words).decompress(data))
        return [Item._make(row) for row in document[_ITEMS] if row[0] == kind]
    except (zlib.error, TypeError, LookupError) as error:
        raise ValueError(str(error)) from None


def document_in(data: bytes, words: bytes) -> Document:
    """The document of compressed bytes; ValueError where they are not what was written."""
    try:
        return unpacked(json.loads(zlib.decompressobj(zdict=words).decompress(data)))
    except (zlib.error, TypeError) as error:
        raise ValueError(str(error)) from None
