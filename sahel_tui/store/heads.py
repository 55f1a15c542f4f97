"""What a file says of its brief at its beginning, without reading all of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import tomli

from sahel_tui.store.files import UnreadableError, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 64 * 1024
"""Bytes that are looked at."""
_ROWS = re.compile(r"^[ \t]*\[\[", re.MULTILINE)


class Head(NamedTuple):
    """A brief's title and date as they are written; empty where they were not found."""

    title: str = ""
    published: str = ""
    trouble: str = ""
    """Why there is no title."""


def read_head(path: Path) -> Head:
    """The head of a file: what stands before its first source, point, actor and so on."""
    try:
        text = read_bytes(path, _MOST).decode(errors="replace").removeprefix("\ufeff")
    except UnreadableError as error:
        return Head(trouble=f"the file {error}")
    try:
        brief = tomli.loads(_ROWS.split(text.replace("\r\n", "\n"), maxsplit=1)[0]).get("brief")
    except (ValueError, RecursionError):
        return Head(trouble="its title was not found at its beginning")
    if not isinstance(brief, dict) or not isinstance(brief.get("title"), str):
        return Head(trouble="it has no title at its beginning")
    return Head(brief["title"], str(brief.get("published", "")))
