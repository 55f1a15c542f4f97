"""`python -m bundle`: everything that is carried to a machine without a network."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bundle.archive import Edition, write_archive
from bundle.listing import checksums, licences, requirements
from bundle.sbom import sbom
from bundle.wheels import ARCHITECTURES, PROGRAM, PYTHONS, ROOT, BundleError, fetch_wheels

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: list[str] | None = None) -> int:
    """Make a bundle: the exit code."""
    options = _parser().parse_args(arguments)
    try:
        for name in make(options.output, options.architecture, options.python or PYTHONS):
            print(name)
    except BundleError as error:
        print(f"bundle: {error}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    here = os.uname().machine
    parser = argparse.ArgumentParser(prog="python -m bundle", description=__doc__)
    parser.add_argument(
        "--architecture", choices=ARCHITECTURES, default=here, help=f"default: {here}, as here"
    )
    parser.add_argument(
        "--python",
        action="append",
        type=_python,
        help="3.11, say; default: every one that is known",
    )
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="default: dist")
    return parser


def _python(text: str) -> tuple[int, int]:
    known = {"{}.{}".format(*version): version for version in PYTHONS}
    if text not in known:
        raise argparse.ArgumentTypeError(f"choose from {', '.join(known)}")
    return known[text]


def make(output: Path, architecture: str, pythons: Sequence[tuple[int, int]]) -> list[str]:
    """Fetch, write and list: the names of what stands in `output` now. Raises BundleError."""
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bundle-", dir=output) as folder:
        made = Path(folder)
        (made / "wheels").mkdir()
        wheels = fetch_wheels((made / "wheels").resolve(), architecture, pythons)
        own = next(one.version for one in wheels if one.name == PROGRAM)
        write(made, Edition(own, architecture, pythons, wheels))
        return _move(made, output)


def write(folder: Path, edition: Edition) -> None:
    """Write all that is made of the wheels in `folder/wheels`."""
    texts = licences(edition.wheels)
    archive = folder / f"{edition.stem}.pyz"
    write_archive(archive, edition, texts)
    _write(folder / f"{edition.stem}.cdx.json", sbom(edition, archive))
    _write(folder / "requirements.txt", requirements(edition.wheels))
    _write(folder / "LICENCES.txt", texts)
    files = [file for file in folder.rglob("*") if file.is_file()]
    _write(folder / "SHA256SUMS", checksums(folder, files))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _move(made: Path, output: Path) -> list[str]:
    """Put what is complete in the place of what was there."""
    names = sorted(path.name for path in made.iterdir())
    for name in names:
        if (output / name).is_dir():
            shutil.rmtree(output / name)
        (made / name).replace(output / name)
    return names


if __name__ == "__main__":
    sys.exit(main())
