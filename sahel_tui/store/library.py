"""A library: a folder of briefs, and the `sahel.toml` that they share."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahel_tui.errors import UsageError
from sahel_tui.model.library import Judgement, LibraryFile
from sahel_tui.model.relations import RELATION_TYPES, RelationType
from sahel_tui.store.cycles import cycles
from sahel_tui.store.document import Document, read_document
from sahel_tui.store.ids import duplicates, rows
from sahel_tui.store.nearest import Nearest
from sahel_tui.store.problems import Problem, quoted
from sahel_tui.store.references import Shared, dangling, known_in
from sahel_tui.store.validation import too_large, validated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sahel_tui.model.actors import Actor
    from sahel_tui.model.places import Place
    from sahel_tui.store.positions import KeyPath

LIBRARY_FILE = "sahel.toml"
_FOLDERS_UP = 16
"""How far above a brief its library may begin."""


@dataclass(frozen=True)
class Library:
    """What the briefs of a library share; without a `sahel.toml`, nothing."""

    path: Path | None = None
    """Of its `sahel.toml`."""
    title: str | None = None
    marking_order: tuple[str, ...] = ()
    """Markings, lowest first."""
    relation_types: Mapping[str, RelationType] = field(default_factory=lambda: RELATION_TYPES)
    """The format's and the library's own, by name."""
    actors: Mapping[str, Actor] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    same: tuple[Judgement, ...] = ()
    different: tuple[Judgement, ...] = ()

    @cached_property
    def known(self) -> Shared:
        """The actors that each of its briefs may refer to."""
        names = {actor.name.casefold(): actor.id for actor in self.actors.values()}
        return Shared(tuple(actor.id for actor in self.actors.values()), names)

    @cached_property
    def wholes(self) -> Mapping[str, str | None]:
        """What each actor is part of, by ids."""
        return {actor.id: actor.part_of for actor in self.actors.values()}


def find_library(brief: Path) -> Path | None:
    """The `sahel.toml` of the nearest folder above a brief that has one."""
    for folder in list(brief.absolute().parents)[:_FOLDERS_UP]:
        path = folder / LIBRARY_FILE
        if os.path.lexists(path):
            return path
    return None


def load_library(path: Path) -> Library:
    """The library of a `sahel.toml`; BriefError with all of its errors."""
    document = read_document(path)
    nearest = Nearest()
    checks = [*too_large(document), *_own_checks(document, nearest)]
    file = validated(document, document.data, LibraryFile, checks, nearest)
    return Library(
        path,
        file.title,
        file.marking_order,
        {**RELATION_TYPES, **{one.name: one for one in file.relation_types}},
        {actor.id: actor for actor in file.actors},
        {place.id: place for place in file.places},
        file.same,
        file.different,
    )


def _own_checks(document: Document, nearest: Nearest) -> Iterator[Problem]:
    data = document.data
    yield from duplicates(data, data, document.locate)
    registry = {"actor": data.get("actor", [])}
    known = known_in(registry, Shared(), [])._replace(place="library")
    yield from dangling(registry, known, nearest)
    yield from cycles(registry, {})
    yield from _judgements(document)
    for kind, name in (("actor", "an actor"), ("place", "a place")):
        for at, table in rows(data, kind):
            for path in _evidence_of((kind, at), table):
                message = f"{name} of the library has no source to quote from"
                hint = "give its passages in the briefs, where the sources are"
                yield Problem(path, "bad-evidence", message, hint)
    for at, table in rows(data, "relation_type"):
        type_ = table.get("name")
        if isinstance(type_, str) and type_ in RELATION_TYPES:
            message = f"`{type_}` is a type of the format, and keeps its meaning"
            yield Problem(
                ("relation_type", at, "name"), "duplicate-id", message, "choose another name"
            )


def _judgements(document: Document) -> Iterator[Problem]:
    """A problem for each judgement on one actor alone, and for each that contradicts another."""
    same: dict[frozenset[str], int] = {}
    for kind in ("same", "different"):
        for at, table in rows(document.data, kind):
            left, right = table.get("left"), table.get("right")
            if not (isinstance(left, str) and isinstance(right, str)):
                continue
            pair = frozenset((left, right))
            if left == right:
                message = f"{quoted(left)} is compared with itself"
                hint = "name two actors, or remove the judgement"
                yield Problem((kind, at, "right"), "bad-judgement", message, hint)
            elif kind == "same":
                same.setdefault(pair, at)
            elif pair in same:
                line = document.locate(("same", same[pair]))[0]
                message = (
                    f"{quoted(left)} and {quoted(right)} are judged to be the same on line {line}"
                )
                hint = "keep one of the two judgements"
                yield Problem((kind, at), "bad-judgement", message, hint)


def _evidence_of(path: KeyPath, table: dict[str, Any]) -> Iterator[KeyPath]:
    if "evidence" in table:
        yield (*path, "evidence")
    for at, alias in rows(table, "aliases"):
        yield from _evidence_of((*path, "aliases", at), alias)


def brief_paths(paths: Sequence[Path], *, library_files: bool = False) -> list[Path]:
    """The briefs that paths name: a file is one, a folder is searched for `*.toml`.

    Each is given once, however it is named; a `sahel.toml` that is named is passed over, unless
    `library_files` are asked for. UsageError where a path does not exist, cannot be listed, or is a
    folder without a brief, and where nothing is left.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if os.path.isdir(path):
            inside = sorted(briefs_in(path))
            if not inside:
                hint = "a brief is a .toml file; name one, or a folder that holds some"
                raise UsageError(f"there is no brief in {path}", hint)
            for file in inside:
                found.setdefault(_place(file), file)
        elif path.name == LIBRARY_FILE and not library_files and os.path.lexists(path):
            continue
        elif os.path.lexists(path):
            found.setdefault(_place(path), path)
        else:
            raise UsageError(f"there is no file or folder {path}", "check the path")
    if paths and not found:
        hint = "name one of its briefs, or its folder"
        raise UsageError(f"{paths[0]} is the file of a library, and no brief", hint)
    return list(found.values())


def _place(path: Path) -> Path:
    """Which brief a path names: a link is one of its own, as its sources are beside the link."""
    return Path(os.path.realpath(path.parent), path.name)


def briefs_in(top: Path, unread: list[UsageError] | None = None) -> Iterator[Path]:
    """Briefs below a folder; hidden folders, `sahel.toml` and links to folders are passed over.

    UsageError where a folder cannot be listed, or one added to `unread` where that is given.
    """
    folders = [str(top)]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    # A link to a folder is not followed: it may lead back here, or anywhere.
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    elif entry.name.endswith(".toml") and entry.name != LIBRARY_FILE:
                        yield Path(entry.path)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            failure = UsageError(f"the folder {folder} cannot be read: {reason}", "check it")
            if unread is None:
                raise failure from None
            unread.append(failure)
