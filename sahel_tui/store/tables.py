"""The tables of the format: which keys each has, and what to say of one too many or too few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.model.actors import Actor, Alias
from sahel_tui.model.brief import Header
from sahel_tui.model.events import Event, Fatalities, Participant
from sahel_tui.model.evidence import Evidence
from sahel_tui.model.library import Judgement
from sahel_tui.model.places import Place
from sahel_tui.model.points import Point, Relates
from sahel_tui.model.relations import Relation, RelationType
from sahel_tui.model.sources import Source
from sahel_tui.store.problems import Problem, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sahel_tui.model.record import Record
    from sahel_tui.store.nearest import Nearest
    from sahel_tui.store.positions import KeyPath

TABLES: Mapping[str, type[Record]] = {
    "brief": Header,
    "source": Source,
    "point": Point,
    "actor": Actor,
    "relation": Relation,
    "event": Event,
    "place": Place,
    "evidence": Evidence,
    "aliases": Alias,
    "actors": Participant,
    "fatalities": Fatalities,
    "relates": Relates,
    "relation_type": RelationType,
    "same": Judgement,
    "different": Judgement,
}
"""The model of a table by the key that it stands under."""

MANY = frozenset(TABLES) - {"brief", "evidence", "aliases", "actors", "fatalities", "relates"}
"""The tables at the top that are written with two brackets."""

NO_SOURCE = "add a [[source]] with a `file` or a `text`"


def _table(path: KeyPath, root: type[Record]) -> tuple[str, type[Record]]:
    """How the table at a path is written, and its model."""
    names = [name for name in path if isinstance(name, str)]
    if not names:
        return "the file as a whole", root
    model = TABLES.get(names[-1], root)
    if len(path) <= 2:
        return (f"[[{names[0]}]]" if names[0] in MANY else f"[{names[0]}]"), model
    item = "an item of " if isinstance(path[-1], int) else ""
    return f"{item}`{names[-1]}`", model


def _keys(model: type[Record]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def is_required(path: KeyPath, root: type[Record]) -> bool:
    """Whether a table must have the key at a path."""
    fields = _table(path[:-1], root)[1].model_fields
    return any(
        field.is_required() for name, field in fields.items() if path[-1] in (name, field.alias)
    )


def unknown_key(path: KeyPath, root: type[Record], nearest: Nearest) -> Problem:
    """A key that its table does not have: the nearest that it has, or all of them."""
    table, model = _table(path[:-1], root)
    name, keys = str(path[-1]), _keys(model)
    near = nearest.find(name, keys)
    hint = f"did you mean `{near}`?" if near else f"known keys: {listed(keys)}"
    return Problem(path, "unknown-key", f"{quoted(name)} is not a key of {table}", hint)


def missing(path: KeyPath, root: type[Record]) -> Problem:
    """A key that its table must have."""
    table, name = _table(path[:-1], root)[0], str(path[-1])
    if path == ("brief",):
        hint = "add a [brief] with an `id`, a `title` and the date `published`"
        return Problem(path, "missing-key", "[brief] is missing", hint)
    if path == ("source",):
        return Problem(path, "missing-key", "[[source]] is missing", NO_SOURCE)
    hint = f"add `{name} = …` to {table}"
    return Problem(path, "missing-key", f"`{name}` is missing from {table}", hint)
