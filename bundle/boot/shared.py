"""`--unpack FOLDER`: the program for all users of a machine, ready to run, read-only."""

from __future__ import annotations

import compileall
import os
import shutil
import sys
import tempfile
from py_compile import PycInvalidationMode
from typing import TYPE_CHECKING

from bundle.boot.start import COULD_NOT, say
from bundle.boot.unpacking import PARTIAL, files_for, unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bundle.boot.start import Contents

LONGEST_INTERPRETER = 120
"""Bytes of a path that every kernel takes after `#!`."""

LAUNCHER = """\
#!{interpreter}
import os
import sys

if sys.version_info[:2] != {python}:
    sys.stderr.write(
        "sahel-tui: it was unpacked for Python {dotted}, and this is %d.%d: unpack it again\\n"
        % sys.version_info[:2]
    )
    sys.exit(2)
here = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(here), "lib"))
from sahel_tui.__main__ import main

sys.exit(main())
"""


def unpack_for_all(archive: str, contents: Contents, arguments: Sequence[str]) -> int:
    """Unpack into the folder that is named, with `bin/sahel-tui` in it: the exit code."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        say("--unpack takes one folder, which it makes: --unpack /opt/sahel-tui")
        return COULD_NOT
    folder = os.path.abspath(arguments[0])
    if os.path.lexists(folder):
        say(f"{folder} is there already (name a new folder, with the version in its name perhaps)")
        return COULD_NOT
    try:
        with files_for(owner_alone=False):
            _make(archive, contents, folder)
    except OSError as error:
        say(f"{os.fsdecode(error.filename or folder)}: {error.strerror}")
        return COULD_NOT
    print(f"{folder}/bin/sahel-tui")
    return 0


def _make(archive: str, contents: Contents, folder: str) -> None:
    os.makedirs(os.path.dirname(folder), exist_ok=True)
    partial = tempfile.mkdtemp(prefix=PARTIAL, dir=os.path.dirname(folder))
    try:
        unpack(archive, contents.wheels, partial)
        _compile(partial, folder)
        _write_launcher(os.path.join(partial, "bin"))
        os.chmod(partial, 0o755)
        os.sync()
        os.rename(partial, folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _compile(partial: str, folder: str) -> None:
    """Compile all modules; what is compiled holds whatever becomes of the files' times."""
    compileall.compile_dir(
        os.path.join(partial, "lib"),
        maxlevels=64,
        quiet=2,
        stripdir=partial,
        prependdir=folder,
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )


def _write_launcher(folder: str) -> None:
    os.makedirs(folder)
    path = os.path.join(folder, "sahel-tui")
    version = sys.version_info[:2]
    text = LAUNCHER.format(
        interpreter=_interpreter(), python=version, dotted="{}.{}".format(*version)
    )
    with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)
    os.chmod(path, 0o755)


def _interpreter() -> str:
    """What runs this, without the packages and settings of whoever starts it."""
    path = sys.executable
    if " " in path or len(os.fsencode(path)) > LONGEST_INTERPRETER:
        return "/usr/bin/env python3"
    return f"{path} -IS"
