"""The rows of the library that a shelf holds: of its index, or of the briefs that were read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.index.library_rows import IndexRows
    from sahel_tui.library_reading import LibraryFiles
    from sahel_tui.tui.library import Shelf

    Rows = LibraryFiles | IndexRows


@contextmanager
def library_rows(shelf: Shelf) -> Iterator[Rows]:
    """For one thread: all that there is by now. Quotes can still be asked for afterwards."""
    if shelf.index is None:
        from sahel_tui.library_reading import rows_of_readings

        yield rows_of_readings(shelf.readings)
        return
    from sahel_tui.index.library_rows import IndexRows

    rows = IndexRows(shelf.index.again(), shelf.beyond)
    try:
        yield rows
    finally:
        rows.close()
