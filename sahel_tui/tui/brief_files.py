"""Whether a brief that is shown is still what its files say."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sahel_tui.index.stamps import Stamps
    from sahel_tui.reading import Reading
    from sahel_tui.tui.ahead import Opened

News = Literal["", "changed", "gone"]
"""What became of a brief on disk since it was read."""


def news_words(news: News, key: str) -> str:
    """What there is to say of that, with the key that reads it again."""
    if news == "changed":
        return f"changed on disk, {key} reads it again"
    return "gone from disk: what is shown is what it said" if news else ""


def stamped(path: Path) -> str:
    """The file of a brief and the `sahel.toml` that it shares, as text: before it is read."""
    from sahel_tui.index.changes import registry_of
    from sahel_tui.index.stamps import Stamps, stamp_of

    folder = str(path.parent)
    shared = registry_of(folder, path.name)
    own = stamp_of(folder, path.name)
    return Stamps(own, (), stamp_of(folder, shared) if shared is not None else None).text()


def with_sources(text: str, path: Path, reading: Reading) -> str:
    """The same with the files of its sources, once it has been read."""
    from sahel_tui.index.stamps import stamp_of, stamps_in

    read = {source.sha256 for source in reading.view.sources}
    found = (stamp_of(str(path.parent), one, below=True) for one in dict.fromkeys(reading.files))
    # Another text by now than that which was read: the brief has changed.
    sources = tuple(one if one.sha256 in read else one._replace(sha256="") for one in found)
    return stamps_in(text)._replace(sources=sources).text()


def news_of(path: Path, text: str, reading: Reading | None, read: Callable[[Path], Opened]) -> News:
    """What became of it; a `sahel.toml` counts where the brief reads otherwise by it.

    Only then is it read.
    """
    from sahel_tui.index.stamps import renewed, stamps_in

    before, folder = stamps_in(text), str(path.parent)
    if not os.path.lexists(path):
        return "gone" if before.own.sha256 else ""
    now = before._replace(
        own=renewed(folder, before.own),
        sources=tuple(renewed(folder, one, below=True) for one in before.sources),
    )
    if now.digests != before.digests:
        return "changed"
    anew = _is_shared_anew(path, before) and _reads_anew(read(path).reading, reading)
    return "changed" if anew else ""


def _is_shared_anew(path: Path, before: Stamps) -> bool:
    from sahel_tui.index.stamps import renewed

    shared = before.registry
    return shared is not None and renewed(str(path.parent), shared).sha256 != shared.sha256


def _reads_anew(now: Reading | None, before: Reading | None) -> bool:
    if now is None or before is None:
        return True
    return (now.view, now.marking_order) != (before.view, before.marking_order)
