"""How near an event is to another one, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from sahel_tui.queries.chronology.around import Near

NEAR_CELLS = 18
"""Cells of the words, with a blank after them."""


def near_words(near: Near) -> str:
    """`3 days`, `0–30 days`; `0–40 days?` and `0–? days?` of what is possibly as near as asked."""
    least, most = near.distance
    doubt = "" if near.certainly else "?"
    if most == least:
        return f"{'0 days' if least == 0 else counted(least, 'day')}{doubt}"
    return f"{least:,}–{'?' if most is None else f'{most:,}'} days{doubt}"
