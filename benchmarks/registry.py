"""The registry of a made-up library: who acts and where, with the variants that names have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from benchmarks import names
from benchmarks.toml_text import document
from sahel_tui.anchoring.words import fold_word

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.toml_text import Table, Value

_SPELLINGS = (
    *(("ou", "u"), ("ti", "tchi"), ("ï", "i"), ("k", "q"), ("ya", "ia"), ("w", "ou"), ("ss", "s")),
    *(("dia", "dja"), ("é", "e"), ("go", "gho"), ("z", "dh"), ("lem", "llem"), ("fa", "pha")),
)
"""What one hand writes, and another."""
_BANNERS = ("Jama’at", "Harakat", "Katibat", "Ansar", "Jund", "Liwa")
_FRENCH = {
    "Front for the Defence of": "Front de défense de",
    "Movement for the Salvation of": "Mouvement pour le salut de",
    "Union of the Herders of": "Union des éleveurs de",
    "Patriotic Council of": "Conseil patriotique de",
    "Government of": "Gouvernement de",
    "Armed Forces of": "Forces armées de",
    "Conference of the States of": "Conférence des États de",
}
_RANKS = ("General", "Colonel", "Captain", "Sheikh", "President")
_KINDS = ("town", "town", "village", "village", "village", "region")


class Alias(NamedTuple):
    """Another name."""

    name: str
    kind: str = "alias"
    language: str | None = None


class Named(NamedTuple):
    """An actor or a place."""

    id: str
    name: str
    type: str
    aliases: tuple[Alias, ...]
    forms: tuple[str, ...]
    """What texts call it, the usual forms more than once."""


class Registry(NamedTuple):
    """All that a library declares."""

    actors: list[Named]
    places: list[Named]
    toml: str
    """Its `sahel.toml`."""


def registry(rng: random.Random, actors: int, places: int) -> Registry:
    """The registry of so many, each with an id of its own."""
    taken: set[str] = set()
    who = [_actor(rng, name, _id(name.full, taken)) for name in names.actors(rng, actors)]
    where = [_place(rng, town, _id(town, taken)) for town in names.towns(rng, places)]
    tables: dict[str, Sequence[Table]] = {
        "actor": [_table(one) for one in who],
        "place": [
            {**_table(one, "kind"), "lat": _degrees(rng, 10, 22), "lon": _degrees(rng, -12, 16)}
            for one in where
        ],
        "same": [{"left": who[1].id, "right": who[2].id, "by": "A. N. Other", "at": "2023-05-04"}],
        "different": [{"left": who[3].id, "right": who[4].id, "by": "A. N. Other"}],
    }
    head = {
        "title": "A made-up library: nothing in it has happened, and nobody in it lives",
        "marking_order": ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"],
    }
    return Registry(who, where, document(head, tables))


def spellings(word: str) -> Iterator[str]:
    """Ways in which others transliterate a name, each with one thing changed."""
    for ours, theirs in _SPELLINGS:
        for one, other in ((ours, theirs), (theirs, ours)):
            if other in word:
                continue
            if one in word:
                yield word.replace(one, other, 1)
            elif word.startswith(one.capitalize()):
                yield other.capitalize() + word[len(one) :]


def _actor(rng: random.Random, name: names.Name, id_: str) -> Named:
    if name.type == "person":
        first, family = name.full.split()
        others = [Alias(f"{first} {one}") for one in _some(rng, spellings(family), 2)]
        others += [Alias(name.short), Alias(f"{rng.choice(_RANKS)} {family}")]
        others += [Alias(one) for one in _some(rng, spellings(family), 2)]
    else:
        others = [Alias(name.short, "acronym"), *_of_group(rng, name)]
    aliases = tuple({one.name: one for one in others if one.name != name.full}.values())
    usual = (name.full, name.full, name.short, name.short, name.short)
    return Named(id_, name.full, name.type, aliases, (*usual, *(one.name for one in aliases)))


def _of_group(rng: random.Random, name: names.Name) -> Iterator[Alias]:
    stem = name.full.split()[-1]
    head = name.full.removesuffix(f" {stem}")
    yield Alias(f"{_FRENCH[head]} {stem}", "alias", "fr")
    yield from (Alias(f"{head} {one}") for one in _some(rng, spellings(stem), 1))
    if name.type == "armed-group":
        banner = rng.choice(_BANNERS)
        yield Alias(f"{banner} al-{stem}")
        yield Alias(f"{banner.replace('’', '')} el {stem}", "weak")


def _place(rng: random.Random, town: str, id_: str) -> Named:
    aliases = tuple(Alias(one) for one in _some(rng, spellings(town), 2))
    forms = (town, town, town, *(one.name for one in aliases))
    return Named(id_, town, rng.choice(_KINDS), aliases, forms)


def _some(rng: random.Random, values: Iterable[str], most: int) -> list[str]:
    found = list(dict.fromkeys(values))
    return rng.sample(found, min(len(found), rng.randint(1, most)))


def _id(name: str, taken: set[str]) -> str:
    plain = re.sub("[^a-z0-9]+", "-", " ".join(map(fold_word, name.split()))).strip("-")
    id_ = plain if plain not in taken else f"{plain}-{len(taken)}"
    taken.add(id_)
    return id_


def _table(one: Named, kind: str = "type") -> Table:
    aliases: list[Value] = [_alias(alias) for alias in one.aliases]
    return {"id": one.id, "name": one.name, kind: one.type, "aliases": aliases}


def _alias(alias: Alias) -> Value:
    if alias == Alias(alias.name):
        return alias.name
    language: Table = {"language": alias.language} if alias.language else {}
    return {"name": alias.name, "kind": alias.kind, **language}


def _degrees(rng: random.Random, low: float, high: float) -> float:
    return round(rng.uniform(low, high), 2)
