"""A brief from its file: everything in it, or everything that is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sahel_tui.model.brief import FORMAT, Brief
from sahel_tui.model.sources import SourceText
from sahel_tui.store.cycles import cycles
from sahel_tui.store.document import Document, read_document
from sahel_tui.store.ids import duplicates, with_ids
from sahel_tui.store.library import Library
from sahel_tui.store.nearest import Nearest
from sahel_tui.store.problems import Problem, quoted
from sahel_tui.store.references import dangling, known_in
from sahel_tui.store.registry import actors_of, places_of
from sahel_tui.store.sources import read_sources
from sahel_tui.store.validation import too_large, validated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sahel_tui.errors import Diagnostic
    from sahel_tui.model.actors import Actor
    from sahel_tui.model.places import Place
    from sahel_tui.model.relations import RelationType
    from sahel_tui.store.positions import KeyPath


@dataclass(frozen=True, slots=True)
class LoadedBrief:
    """A valid brief, its texts, and what it takes from its library."""

    path: Path
    brief: Brief
    texts: tuple[SourceText, ...]
    """One for each of the brief's sources, in their order."""
    actors: Mapping[str, Actor]
    """The brief's own by id, joined with the registry's, then those that it refers to there."""
    places: Mapping[str, Place]
    """The brief's own by id, joined with the registry's, then those that its events name."""
    relation_types: Mapping[str, RelationType]
    """The format's and the library's own, by name."""
    marking_order: tuple[str, ...]
    """The library's markings, lowest first; empty where it declares no order."""
    warnings: tuple[Diagnostic, ...]
    """What does not keep the brief from being read: a digest that differs."""
    document: Document

    def locate(self, key_path: KeyPath) -> tuple[int, int]:
        """Line and column, from 1, of a key (`("event", 2, "date")`, lists from 0).

        Where the key is not in the file, those of the nearest table or list around it.
        """
        return self.document.locate(key_path)

    def diagnostic(self, problem: Problem) -> Diagnostic:
        """A finding at a key of this brief, with its line; its key is written counted from 1."""
        return self.document.diagnostic(problem)


def load_brief(path: Path, registry: Library | None = None) -> LoadedBrief:
    """The brief of a file, with `registry` as its library.

    Raises BriefError with all of the file's errors at once, each a Diagnostic with line and column
    (from 1, in code points) and a key such as `event[3].date` (counted from 1).
    """
    library = registry or Library()
    document = read_document(path)
    _check_version(document)
    errors = list(too_large(document))
    data = with_ids(document.data)
    nearest = Nearest()
    read = list(read_sources(data, path.parent))
    found = [one for one in read if isinstance(one, Problem)]
    errors += [one for one in found if one.severity == "error"]
    errors += _own_checks(document, data, library, nearest)
    brief = validated(document, data, Brief, errors, nearest)
    return LoadedBrief(
        path,
        brief,
        tuple(one for one in read if isinstance(one, SourceText)),
        actors_of(brief, library),
        places_of(brief, library),
        library.relation_types,
        library.marking_order,
        tuple(document.diagnostic(one) for one in found),
        document,
    )


def _own_checks(
    document: Document, data: dict[str, Any], library: Library, nearest: Nearest
) -> Iterator[Problem]:
    """What no model of one table can see."""
    if "format" not in data:
        hint = f'write `format = "{FORMAT}"` on the first line'
        yield Problem(("format",), "bad-format", "the file does not say its format", hint)
    elif data["format"] != FORMAT:
        name = quoted(data["format"]) if isinstance(data["format"], str) else "this"
        hint = f'write `format = "{FORMAT}"`'
        yield Problem(("format",), "bad-format", f"{name} is no format that is known here", hint)
    yield from duplicates(document.data, data, document.locate)
    yield from dangling(data, known_in(data, library.known, list(library.relation_types)), nearest)
    yield from cycles(data, library.wholes)


def _check_version(document: Document) -> None:
    """A brief of another version is not judged by the rules of this one."""
    name = document.data.get("format")
    if isinstance(name, str) and name != FORMAT and re.fullmatch(r"sahel-brief/[0-9.]+", name):
        message = f"{quoted(name)} is another version: this program reads version 1"
        hint = f"a newer program may read it; version 1 is `{FORMAT}`"
        raise document.refusal([Problem(("format",), "bad-format", message, hint)])
