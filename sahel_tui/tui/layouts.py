"""Which panes fit on a screen of a given size."""

from __future__ import annotations

from typing import Literal

Layout = Literal["wide", "beside", "under", "single"]
"""All panes; one list beside the source; one list above it; one pane."""

LAYOUTS: tuple[Layout, ...] = ("wide", "beside", "under", "single")


def layout_for(columns: int, rows: int) -> Layout:
    """The roomiest layout in which no pane has fewer than four lines or 40 columns."""
    if columns >= 120 and rows >= 32:
        return "wide"
    if columns >= 100 and rows >= 14:
        return "beside"
    if columns >= 60 and rows >= 18:
        return "under"
    return "single"
