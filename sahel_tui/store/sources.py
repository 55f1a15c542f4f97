"""The texts of a brief's sources: from the brief itself, or from files in its folder."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahel_tui.anchoring.normalise import normalise_source
from sahel_tui.model.sources import SourceText
from sahel_tui.store.files import UnreadableError, decode, read_bytes
from sahel_tui.store.ids import rows
from sahel_tui.store.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSIDE = "copy it into the brief's folder, and name it from there: `texts/report.txt`"


def read_sources(data: dict[str, Any], folder: Path) -> Iterator[SourceText | Problem]:
    """The text of each source that can be read, and what is wrong with the others.

    A digest that differs is a warning, and the text is given too.
    """
    read: dict[str, tuple[str, str]] = {}
    for at, table in rows(data, "source"):
        try:
            found = _read(table, folder, read)
        except UnreadableError as error:
            file = quoted(str(table["file"]))
            yield Problem(
                ("source", at, "file"), error.code, f"the file {file} {error}", error.hint
            )
            continue
        if found is not None:
            text, digest = found
            yield from _differs(at, table, digest)
            yield SourceText(str(table.get("id")), text, digest)


def _read(
    table: dict[str, Any], folder: Path, read: dict[str, tuple[str, str]]
) -> tuple[str, str] | None:
    """Text and digest; a file that several sources name is read once."""
    file, text = table.get("file"), table.get("text")
    if isinstance(text, str) and file is None:
        return normalise_source(text), hashlib.sha256(text.encode()).hexdigest()
    if not isinstance(file, str) or not file.strip() or text is not None:
        return None
    path = _inside(file, folder)
    if path not in read:
        data = read_bytes(path)
        read[path] = normalise_source(decode(data)), hashlib.sha256(data).hexdigest()
    return read[path]


def _inside(file: str, folder: Path) -> str:
    """The real path of a source; UnreadableError where it is not in the brief's own folder."""
    for mark, name in (("\\", "a backslash"), ("\0", "a NUL character")):
        if mark in file:
            hint = "folders are divided by `/`"
            raise UnreadableError("source-outside", f"has {name} in its name", hint)
    if file.startswith("/"):
        raise UnreadableError("source-outside", "is named by an absolute path", _INSIDE)
    if ".." in file.split("/"):
        raise UnreadableError("source-outside", "leaves the brief's folder by `..`", _INSIDE)
    try:
        path = os.path.realpath(folder / file, strict=True)
    except FileNotFoundError:
        hint = f"it is looked for from the brief's folder, {folder.resolve()}"
        raise UnreadableError("source-missing", "does not exist", hint) from None
    except OSError as error:
        message = f"cannot be reached: {(error.strerror or 'unknown reason').lower()}"
        raise UnreadableError("source-unreadable", message, "check its path and links") from None
    if not Path(path).is_relative_to(os.path.realpath(folder)):
        message = "leaves the brief's folder by a symbolic link"
        raise UnreadableError("source-outside", message, _INSIDE)
    return path


def _differs(at: int, table: dict[str, Any], digest: str) -> Iterator[Problem]:
    expected = table.get("sha256")
    if isinstance(expected, str) and len(expected) == len(digest) and expected.lower() != digest:
        yield Problem(
            ("source", at, "sha256"),
            "digest-differs",
            f"the text is not the one that was annotated: its SHA-256 digest is {digest}; "
            "anchors are re-resolved",
            "check where the passages went, then write the new digest",
            "warning",
        )
