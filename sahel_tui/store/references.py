"""References: every id that a table names is that of something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sahel_tui.store.ids import ids_of, rows
from sahel_tui.store.problems import Problem, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sahel_tui.store.nearest import Nearest
    from sahel_tui.store.positions import KeyPath

_DECLARE = {
    "source": "declare it in a [[source]]",
    "actor": "declare it in an [[actor]]",
    "point": "a point's id is its `id`, or `p` and its position; one of another brief is "
    "`brief-id#point-id`",
    "relation type": "a library declares its own types in sahel.toml, as [[relation_type]]",
}


_LIKE_A_TYPE = 0.7
"""How much alike a type has to be to stand in the hint for all of them."""


class Reference(NamedTuple):
    """An id that a table names."""

    at: KeyPath
    name: str
    target: str


class Known(NamedTuple):
    """What can be referred to; None where that cannot be told."""

    ids: Mapping[str, list[str] | None]
    actor_names: Mapping[str, str]
    """Actor ids by their folded names: a name in an id's place is a common slip."""
    shared: Shared
    """Actors besides those: of a large registry nothing is copied for a brief."""
    place: str = "brief"
    """What the ids are those of: a brief, or a library."""


class Shared(NamedTuple):
    """The actors of a registry."""

    ids: Mapping[str, object] = {}
    """By their ids."""
    names: Mapping[str, str] = {}
    """Their ids by their folded names."""


def known_in(data: dict[str, Any], shared: Shared, relation_types: list[str]) -> Known:
    """What a brief's tables can refer to."""
    own = ids_of(data, "actor")
    names = {}
    for _, table in rows(data, "actor"):
        if isinstance(table.get("name"), str) and isinstance(table.get("id"), str):
            names[table["name"].casefold()] = table["id"]
    return Known(
        {
            "source": ids_of(data, "source"),
            "actor": own,
            "point": ids_of(data, "point"),
            "relation type": relation_types,
        },
        names,
        shared,
    )


def dangling(data: dict[str, Any], known: Known, nearest: Nearest) -> Iterator[Problem]:
    """A problem for each reference to nothing."""
    sets = {target: None if ids is None else set(ids) for target, ids in known.ids.items()}
    for at, name, target in _references(data):
        ids = sets[target]
        of_all = target == "actor" and name in known.shared.ids
        if ids is not None and name not in ids and not of_all:
            yield _nothing(Reference(at, name, target), known, nearest)


def _nothing(reference: Reference, known: Known, nearest: Nearest) -> Problem:
    at, name, target = reference
    ids = known.ids[target] or []
    if target == "actor":
        ids = [*ids, *known.shared.ids]
    near = nearest.find(name, ids, _LIKE_A_TYPE if target == "relation type" else 0.6)
    if target == "actor":
        folded = name.casefold()
        near = known.actor_names.get(folded, known.shared.names.get(folded, near))
    hint = f"did you mean `{near}`?" if near else _DECLARE[target]
    if ids and not near:
        known_words = "known types" if target == "relation type" else "known ids"
        hint += f"; {known_words}: {listed(list(dict.fromkeys(ids)))}"
    code = "unknown-relation-type" if target == "relation type" else "unknown-reference"
    article = "an" if target == "actor" else "a"
    return Problem(
        at, code, f"{quoted(name)} is not {article} {target} of this {known.place}", hint
    )


def _references(data: dict[str, Any]) -> Iterator[Reference]:
    header = data.get("brief")
    own = header.get("id") if isinstance(header, dict) else None
    for at, table in rows(data, "source"):
        yield from _listed(("source", at, "derived_from"), table.get("derived_from"), "source")
    for at, table in rows(data, "point"):
        yield from _relates(("point", at, "relates"), table.get("relates"), own)
    for at, table in rows(data, "actor"):
        yield from _single(("actor", at), table, "part_of", "actor")
    for at, table in rows(data, "relation"):
        yield from _single(("relation", at), table, "source", "actor")
        yield from _single(("relation", at), table, "target", "actor")
        yield from _single(("relation", at), table, "type", "relation type")
    for at, table in rows(data, "event"):
        yield from _listed(("event", at, "actors"), table.get("actors"), "actor")
    yield from _quoted_sources(data)


def _quoted_sources(data: dict[str, Any]) -> Iterator[Reference]:
    """The sources that evidence names, that of aliases too."""
    for kind in ("point", "actor", "relation", "event", "place"):
        for at, table in rows(data, kind):
            yield from _evidence((kind, at), table)
            for alias_at, alias in rows(table, "aliases"):
                yield from _evidence((kind, at, "aliases", alias_at), alias)


def _evidence(path: KeyPath, table: dict[str, Any]) -> Iterator[Reference]:
    for at, item in rows(table, "evidence"):
        yield from _single((*path, "evidence", at), item, "source", "source")


def _single(path: KeyPath, table: dict[str, Any], key: str, target: str) -> Iterator[Reference]:
    if isinstance(table.get(key), str):
        yield Reference((*path, key), table[key], target)


def _listed(path: KeyPath, values: Any, target: str) -> Iterator[Reference]:
    """Ids of a list, each a text or (an event's actors) a table with an `actor`."""
    for at, value in enumerate(values if isinstance(values, list) else ()):
        if isinstance(value, str):
            yield Reference((*path, at), value, target)
        elif isinstance(value, dict) and target == "actor":
            yield from _single((*path, at), value, "actor", target)


def _relates(path: KeyPath, values: Any, own: Any) -> Iterator[Reference]:
    """Points of this brief; those of others (`brief-id#point-id`) are not known here."""
    for at, value in enumerate(values if isinstance(values, list) else ()):
        to = value.get("to") if isinstance(value, dict) else None
        if isinstance(to, str):
            brief, mark, point = to.rpartition("#")
            if not mark or brief == own:
                yield Reference((*path, at, "to"), point, "point")
