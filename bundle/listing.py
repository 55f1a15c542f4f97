"""The lists beside the bundle, for people and for `pip` and `sha256sum`."""

from __future__ import annotations

import hashlib
from itertools import groupby
from typing import TYPE_CHECKING

from bundle.metadata import read_metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bundle.wheels import Wheel

RULE = "=" * 80


def requirements(wheels: Iterable[Wheel]) -> str:
    """What `pip install --require-hashes` takes: each package with the hashes of its wheels."""
    lines = []
    for (name, version), some in groupby(wheels, lambda one: (one.name, one.version)):
        hashes = [f"    --hash=sha256:{digest}" for digest in sorted(one.digest for one in some)]
        lines.append(" \\\n".join([f"{name}=={version}", *hashes]) + "\n")
    return "".join(lines)


def licences(wheels: Sequence[Wheel]) -> str:
    """Every package with its licence, and the texts of all of them."""
    packages = {(one.name, one.version): read_metadata(one.path) for one in wheels}
    widest = max(len(f"{name} {version}") for name, version in packages)
    table, texts = [], []
    for (name, version), metadata in packages.items():
        licence = metadata.expression or metadata.words or "not told by the package"
        table.append(f"{f'{name} {version}':{widest}}  {licence}")
        if not metadata.texts:
            texts.append(f"{RULE}\n{name} {version}: the package has no text of its licence\n")
        for file, text in metadata.texts.items():
            texts.append(f"{RULE}\n{name} {version}: {file}\n{RULE}\n\n{text}\n")
    return "\n".join([*table, "", *texts])


def checksums(folder: Path, files: Iterable[Path]) -> str:
    """What `sha256sum -c` takes, of files within a folder."""
    rows = (
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder)}\n"
        for file in sorted(files)
    )
    return "".join(rows)
