"""What the claims of a brief rest on, packed: so that all of a library's are at hand."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from sahel_tui.queries.library.extraction import quotes_of
from sahel_tui.queries.library.rows import Quote
from sahel_tui.queries.views import Claim

if TYPE_CHECKING:
    from sahel_tui.queries.views import BriefView, ClaimKind

QUOTED: tuple[ClaimKind, ...] = ("relation", "event", "point")
"""Kinds of claims whose quotes are packed."""
_LEVEL = 1


def packed_quotes(view: BriefView) -> bytes:
    """All of a brief."""
    ids = (
        [row.id for row in view.relations],
        [row.id for row in view.events],
        [row.id for row in view.points],
    )
    found = [
        {one: quotes_of(view, Claim(kind, one)) for one in some}
        for kind, some in zip(QUOTED, ids, strict=True)
    ]
    return zlib.compress(json.dumps(found, ensure_ascii=False).encode(), _LEVEL)


def unpacked_quotes(packed: bytes, claim: Claim) -> tuple[Quote, ...]:
    """What a claim rests on; nothing for a claim that the brief hasn't."""
    of_kind = json.loads(zlib.decompress(packed))[QUOTED.index(claim.kind)]
    return tuple(map(Quote._make, of_kind.get(claim.id, ())))
