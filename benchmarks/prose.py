"""Prose about made-up people and places, in paragraphs, with what each sentence speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from benchmarks.names import Name

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_ACTS = (
    ("agree", "signed an accord with"),
    ("consult", "met the envoys of"),
    ("support", "spoke in favour of"),
    ("concede", "gave way to"),
    ("cooperate", "shared a camp with"),
    ("aid", "sent lorries of grain and fuel to"),
    ("retreat", "drew back before the columns of"),
    ("request", "asked for guarantees from"),
    ("accuse", "laid the raid on the wells to the charge of"),
    ("reject", "turned down the terms of"),
    ("threaten", "warned of reprisals against"),
    ("sanction", "froze the accounts of"),
    ("mobilize", "called up its reserves against"),
    ("coerce", "held two messengers of"),
    ("assault", "opened fire on a convoy of"),
)
PLACES = ("at", "near", "on the road to", "north of", "in the market of", "within sight of")
SOURCES = (
    *("according to two traders", "as the radio reported", "a local official said"),
    *("witnesses recalled", "although nobody has confirmed it", "a communiqué claims"),
    *("say people who fled", "which both sides deny", "by the account of a relief worker"),
)
_ASIDES = (
    *("“we were not asked”, an elder complained", "the wells had run dry by then"),
    *("the price of millet had doubled", "no more than a handful of lorries got through"),
    *("the river was still too high to ford", "the garrison had been without pay for months"),
    *("a ceasefire was said to hold further east", "the school has been shut ever since"),
)


class Sentence(NamedTuple):
    """One sentence, and what it says."""

    text: str
    actors: tuple[int, int]
    """Who did it, and to whom: indexes into the actors."""
    act: str
    """A PLOVER type."""
    title: str
    town: str
    date: str
    """EDTF."""


class Prose(NamedTuple):
    """A text, and its sentences in order; no two are the same."""

    text: str
    sentences: list[Sentence]


def write(rng: random.Random, actors: Sequence[Name], towns: Sequence[str], size: int) -> Prose:
    """A text of `size` bytes of UTF-8 or one paragraph more; every fourth sentence has its turn
    of actors, so that all are named where the text is long enough."""
    sentences: dict[str, Sentence] = {}
    paragraphs: list[str] = []
    written = 0
    weights = [1 / (rank + 5) for rank in range(len(actors))]
    while written < size:
        paragraph: list[str] = []
        for _ in range(rng.randint(4, 8)):
            pair = _pair(rng, len(sentences), weights)
            sentence = _sentence(rng, actors, pair, rng.choice(towns))
            if sentences.setdefault(sentence.text, sentence) is sentence:
                paragraph.append(sentence.text)
        paragraphs.append(" ".join(paragraph))
        written += len(paragraphs[-1].encode()) + 2
    return Prose("\n\n".join(paragraphs) + "\n", list(sentences.values()))


def _pair(rng: random.Random, turn: int, weights: Sequence[float]) -> tuple[int, int]:
    """Two actors that differ, where there are two; the first ones are named most."""
    count = len(weights)
    who = turn // 4 % count if turn % 4 == 0 else rng.choices(range(count), weights)[0]
    return who, (who + rng.randrange(1, count)) % count if count > 1 else who


def _sentence(
    rng: random.Random, actors: Sequence[Name], pair: tuple[int, int], town: str
) -> Sentence:
    who, whom = actors[pair[0]], actors[pair[1]]
    act, verb = rng.choice(_ACTS)
    date, when = _date(rng)
    subject = _article(who) + (who.full if rng.random() < 0.7 else f"{who.full} ({who.short})")
    target = _article(whom) + rng.choice((whom.full, whom.short))
    place = f"{rng.choice(PLACES)} {town}"
    shape = rng.choice(
        (
            f"{when} {subject} {verb} {target} {place}, {rng.choice(SOURCES)}.",
            f"{when} {subject} {verb} {target} {place}; {rng.choice(_ASIDES)}.",
            f"{when}, {rng.choice(SOURCES)}, {subject} {verb} {target} {place}.",
        )
    )
    return Sentence(shape, pair, act, f"{who.short} {verb} {whom.short}", town, date)


def _article(name: Name) -> str:
    return "" if name.type == "person" else "the "


def _date(rng: random.Random) -> tuple[str, str]:
    """A date in one of the shapes of EDTF, and how a sentence opens with it."""
    year, month, day = rng.randint(2012, 2023), rng.randint(1, 12), rng.randint(1, 27)
    name, season = _MONTHS[month - 1], rng.randrange(4)
    full = f"{year}-{month:02}"
    shapes = (
        (f"{full}-{day:02}", f"On {day} {name} {year}"),
        (f"{full}-{day:02}", f"On the morning of {day} {name} {year}"),
        (full, f"In {name} {year}"),
        (f"{year}", f"In {year}"),
        (f"{full}-2X", f"In the last third of {name} {year}"),
        (f"{full}-XX", f"On a day of {name} {year} that nobody recorded"),
        (f"{year}-XX", f"In some month of {year}"),
        (f"{full}-{day:02}~", f"About {day} {name} {year}"),
        (f"{full}~", f"Around {name} {year}"),
        (f"{year}?", f"Perhaps in {year}"),
        (f"{full}%", f"Possibly about {name} {year}"),
        (f"{year}-{21 + season}", f"In the {_SEASONS[season]} of {year}"),
        (f"{full}-{day:02}/{full}-{day + 1:02}", f"In the night after {day} {name} {year}"),
        (f"{full}/{year + 1}-01", f"Between {name} {year} and the next January"),
        (f"{year}/..", f"From {year} on"),
        (f"../{full}", f"At some time up to {name} {year}"),
        (f"[{full}-{day:02},{full}-{day + 1:02}]", f"On {day} or {day + 1} {name} {year}"),
    )
    return rng.choice(shapes)
