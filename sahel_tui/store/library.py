"""The `sahel.toml` that the briefs of a library share."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

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
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sahel_tui.model.actors import Actor
    from sahel_tui.model.places import Place
    from sahel_tui.store.positions import KeyPath


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
        return Shared(self.actors, names)

    @cached_property
    def wholes(self) -> Mapping[str, str | None]:
        """What each actor is part of, by ids."""
        return {actor.id: actor.part_of for actor in self.actors.values()}


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
