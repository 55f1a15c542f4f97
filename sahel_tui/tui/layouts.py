"""What fits on a screen of a given size."""

from __future__ import annotations

from typing import Literal

Layout = Literal["wide", "beside", "under", "single"]
"""All panes; one list beside the source; one list above it; one pane."""

LEAST_COLUMNS, LEAST_ROWS = 24, 8
"""Below this there is no room for a pane of three lines beside the banners and bars."""

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


def is_too_small(columns: int, rows: int) -> bool:
    """Whether no pane fits."""
    return columns < LEAST_COLUMNS or rows < LEAST_ROWS
