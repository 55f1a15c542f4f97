"""What a wheel says of itself: its licence, and the texts of it."""

from __future__ import annotations

import zipfile
from email.parser import BytesParser
from email.policy import compat32
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import Message
    from pathlib import Path

CLASSIFIED = {
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
"""The classifiers that stand for one licence of SPDX; `BSD License` and others do not say which."""


class Metadata(NamedTuple):
    """What a wheel says of itself."""

    expression: str
    """Its licence as SPDX has it; empty if it is not told so."""
    words: str
    """Its licence as it is told otherwise."""
    texts: dict[str, str]
    """The files of its licence, by their names in the wheel."""
    summary: str


def read_metadata(path: Path) -> Metadata:
    """The metadata of a wheel."""
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        own = next(name for name in names if name.endswith(".dist-info/METADATA"))
        message = BytesParser(policy=compat32).parsebytes(wheel.read(own))
        texts = {name: _text(wheel.read(name)) for name in sorted(names) if _is_licence(name)}
    summary = str(message.get("Summary") or "")
    return Metadata(_expression(message), _words(message), texts, summary)


def _expression(message: Message) -> str:
    told = message.get("License-Expression")
    classified = {CLASSIFIED[name] for name in _classifiers(message) if name in CLASSIFIED}
    one = classified.pop() if len(classified) == len(_classifiers(message)) == 1 else ""
    return str(told or one)


def _words(message: Message) -> str:
    return str(message.get("License") or "") or ", ".join(_classifiers(message))


def _classifiers(message: Message) -> list[str]:
    prefix = "License :: OSI Approved :: "
    found = map(str, message.get_all("Classifier") or [])
    return [name.removeprefix(prefix) for name in found if name.startswith(prefix)]


def _is_licence(name: str) -> bool:
    """Whether a file is of the licence: beside the metadata, or of a part with one of its own."""
    folder, _, base = name.rpartition("/")
    words = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")
    kept = ".dist-info/licenses" in folder
    return bool(base) and (kept or (base.upper().startswith(words) and not base.endswith(".py")))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\r\n", "\n").strip("\n")
