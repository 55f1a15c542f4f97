"""A made-up brief of any size, the same for the same seed: to measure and to test at scale."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from typing import TYPE_CHECKING

from benchmarks import names, prose
from benchmarks.toml_text import document
from sahel_tui.model.relations import RELATION_TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.prose import Prose, Sentence
    from benchmarks.toml_text import Table, Value

_WINDOW = 5
"""Words: a quote that holds a run of so many that is there once is itself there once."""
_LIKELIHOODS = ("unlikely", "roughly-even-chance", "likely", "very-likely")


def big_brief(
    folder: Path,
    text_bytes: int = 1_000_000,
    events: int = 2000,
    actors: int = 1000,
    relations: int = 5000,
    seed: int = 1,
    points: int = 40,
) -> Path:
    """Write a brief, its text beside it; every quote of it is there, and there once."""
    rng = random.Random(seed)
    people = names.actors(rng, actors)
    towns = names.towns(rng, 60)
    text = prose.write(rng, people, towns, text_bytes)
    quotes = _Quotes(rng, text)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "big.txt").write_bytes(text.text.encode())
    tables: dict[str, Table | list[Table]] = {
        "brief": _header(text_bytes),
        "source": [_source(text)],
        "point": [_point(rng, quotes, number) for number in range(points)],
        "actor": [_actor(number, name) for number, name in enumerate(people)],
        "relation": [_relation(rng, quotes, number) for number in range(relations)],
        "event": [_event(rng, quotes, number, towns) for number in range(events)],
        "place": [{"id": f"t{number}", "name": town} for number, town in enumerate(towns)],
    }
    path = folder / "big.toml"
    path.write_bytes(document({"format": "sahel-brief/1"}, tables).encode())
    return path


class _Quotes:
    """Passages of a text, named in the ways that evidence names them."""

    def __init__(self, rng: random.Random, text: Prose) -> None:
        self._rng = rng
        self._sentences = text.sentences
        words = text.text.split()
        self._runs = Counter(zip(*(words[i:] for i in range(_WINDOW)), strict=False))

    def sentence(self) -> Sentence:
        """One of them."""
        return self._rng.choice(self._sentences)

    def evidence(self, sentence: Sentence) -> Value:
        """A sentence as a whole, in part, or by its first and last words."""
        words = sentence.text.split()
        half = len(words) // 2
        opening, ending = " ".join(words[:half]), " ".join(words[half:])
        way = self._rng.random()
        if way < 0.2 and self._is_once(opening) and self._is_once(ending):
            return {"from": opening, "to": ending}
        if way < 0.5 and self._is_once(ending):
            return ending
        if way < 0.6:
            return {"exact": sentence.text, "stance": "disputes", "credibility": "3"}
        return sentence.text

    def _is_once(self, quote: str) -> bool:
        words = quote.split()
        runs = zip(*(words[i:] for i in range(_WINDOW)), strict=False)
        return any(self._runs[run] == 1 for run in runs)


def _header(size: int) -> Table:
    return {
        "id": "big",
        "title": f"A made-up brief of {size:,} bytes",
        "published": "2023-12-31",
        "as_of": "2023-12",
        "authors": ["A. N. Other"],
        "tags": ["made up"],
        "summary": "Nothing in it has happened, and nobody in it lives.",
        "marking": "TLP:GREEN",
    }


def _source(text: Prose) -> Table:
    digest = hashlib.sha256(text.text.encode()).hexdigest()
    return {"file": "big.txt", "sha256": digest, "title": "Made-up prose", "kind": "osint"}


def _point(rng: random.Random, quotes: _Quotes, number: int) -> Table:
    told = [quotes.sentence() for _ in range(rng.randint(1, 4))]
    return {
        "id": f"p{number}",
        "text": f"It matters for {told[0].town} and beyond that {told[0].title}.",
        "likelihood": rng.choice(_LIKELIHOODS),
        "confidence": rng.choice(("low", "moderate", "high")),
        "evidence": [quotes.evidence(sentence) for sentence in told],
    }


def _actor(number: int, name: names.Name) -> Table:
    kind = "alias" if name.type == "person" else "acronym"
    aliases: list[Value] = [{"name": name.short, "kind": kind}]
    return {"id": f"a{number}", "name": name.full, "aliases": aliases, "type": name.type}


def _relation(rng: random.Random, quotes: _Quotes, number: int) -> Table:
    """Between the two actors of a sentence, which is its evidence."""
    sentence = quotes.sentence()
    source, target = sentence.actors
    since: Table = {"since": sentence.date} if rng.random() < 0.6 else {}
    return {
        "id": f"r{number}",
        "source": f"a{source}",
        "target": f"a{target}",
        "type": rng.choice(tuple(RELATION_TYPES)),
        **since,
        "status": rng.choices(("asserted", "alleged", "denied", "ended"), (80, 10, 5, 5))[0],
        "evidence": [quotes.evidence(sentence)],
    }


def _event(rng: random.Random, quotes: _Quotes, number: int, towns: list[str]) -> Table:
    sentence = quotes.sentence()
    who, whom = sentence.actors
    return {
        "id": f"e{number}",
        "title": sentence.title,
        "date": sentence.date,
        "type": sentence.act,
        "actors": [f"a{who}", {"actor": f"a{whom}", "role": "recipient"}],
        "place": f"t{towns.index(sentence.town)}" if rng.random() < 0.8 else sentence.town,
        "tense": rng.choices(("past", "planned", "hypothetical", "denied"), (90, 5, 3, 2))[0],
        "evidence": [quotes.evidence(sentence)],
    }
