"""Configuration files as read: what they say, or everything that is wrong with them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.config.keymap import Remap, clash_problem, clashes, read_keymap
from sahel_tui.config.keys import BOUND
from sahel_tui.config.spelling import spelled
from sahel_tui.config.values import VALUES, Refused
from sahel_tui.errors import BriefError, ConfigError, Diagnostic
from sahel_tui.store.document import Document, read_document
from sahel_tui.store.nearest import Nearest
from sahel_tui.store.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sahel_tui.store.positions import KeyPath

MOST_BYTES = 1024 * 1024
"""The largest configuration that is read."""


class Said(NamedTuple):
    """What a file says of one key."""

    value: Any
    document: Document
    at: KeyPath

    @property
    def origin(self) -> str:
        """The file and the line."""
        return f"{self.document.path}:{self.document.locate(self.at)[0]}"


def read_files(paths: Sequence[Path]) -> dict[str, Said]:
    """What files say, the later ones before the earlier: settings, and `keymap.ID` with Remap.

    ConfigError with all that is wrong with all of them.
    """
    said: dict[str, Said] = {}
    found: list[Diagnostic] = []
    for path in paths:
        try:
            document = _read(path)
        except BriefError as error:
            found += error.diagnostics
            continue
        problems: list[Problem] = []
        for name, value, at in _settings(document, problems):
            said[name] = Said(value, document, at)
        found += document.refusal(problems).diagnostics
    found += _clashes(said)
    if found:
        order = [str(path) for path in paths]
        found.sort(key=lambda one: (order.index(one.file), one.line or 0, one.column or 0))
        raise ConfigError(tuple(found))
    return said


def _read(path: Path) -> Document:
    try:
        large = os.stat(path).st_size > MOST_BYTES and path.is_file()
    except (OSError, ValueError):
        large = False  # what is wrong with it is said when it is read
    if large:
        message, hint = "the file is over 1 MiB", "a configuration has a few lines: check the name"
        one = Diagnostic(str(path), None, None, "", "error", "too-large", message, hint)
        raise BriefError(str(path), (one,))
    return read_document(path)


def _settings(document: Document, problems: list[Problem]) -> Iterator[tuple[str, Any, KeyPath]]:
    """Names, values and places of what is right; what is not is added to the problems."""
    nearest = Nearest()
    for key, value in document.data.items():
        if key == "keymap":
            remaps, wrong = read_keymap(value)
            problems += wrong
            for name, remap in remaps.items():
                yield f"keymap.{name}", remap, remap.at
        elif key not in VALUES:
            problems.append(_unknown(key, nearest))
        else:
            try:
                folder = document.path.absolute().parent
                yield key, VALUES[key](key, value, folder), (key,)
            except Refused as refused:
                problems.append(refused.problem)


def _unknown(key: str, nearest: Nearest) -> Problem:
    known = [*VALUES, "keymap"]
    if key in BOUND or key.split(".")[0] in {name.split(".")[0] for name in BOUND}:
        hint = "bindings stand below a line `[keymap]`"
    else:
        near = nearest.find(key, known)
        hint = f"did you mean `{near}`?" if near else f"it has {', '.join(known)}"
    return Problem((key,), "unknown-key", f"a configuration has no key {quoted(key)}", hint)


def _clashes(said: dict[str, Said]) -> Iterator[Diagnostic]:
    remaps = {
        name.removeprefix("keymap."): one
        for name, one in said.items()
        if isinstance(one.value, Remap)
    }
    values = {name: one.value for name, one in remaps.items()}
    for clash in clashes({name: remap.keys for name, remap in values.items()}):
        at, problem = clash_problem(clash, values)
        yield remaps[at].document.diagnostic(problem)


def changed_keys(said: dict[str, Said]) -> tuple[tuple[str, str], ...]:
    """The bindings whose keys are not those that they have by default, as `Settings` has them."""
    changed = []
    for name, bound in BOUND.items():
        one = said.get(f"keymap.{name}")
        if one is not None and one.value.keys != tuple(map(spelled, bound.keys.split(","))):
            changed.append((name, ",".join(one.value.keys)))
    return tuple(changed)
