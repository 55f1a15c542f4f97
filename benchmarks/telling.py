"""How a made-up brief tells what happens: its sentences, and the quotes that rest on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from benchmarks.prose import PLACES, SOURCES
from benchmarks.world import ACTS

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from benchmarks.world import Happening, World

T = TypeVar("T")

_RELATIONS = (
    *(("allied-with", "stands by"), ("cooperates-with", "shares a camp with")),
    *(("supports", "sides with"), ("supplies", "sends fuel to"), ("trains", "drills the men of")),
    *(("member-of", "sits in the council of"), ("leads", "gives the orders in")),
    *(("negotiates-with", "talks to"), ("splinter-of", "has broken away from")),
    *(("rival-of", "vies with"), ("fights", "is at war with"), ("attacks", "raids the posts of")),
    *(
        ("accuses", "blames"),
        ("expels", "has driven out"),
        ("ceasefire-with", "keeps a truce with"),
    ),
)
"""Types of relations, and how a sentence says them."""
_SEASONS = ("spring", "summer", "autumn", "winter")


class Told(NamedTuple):
    """A sentence, and what it says."""

    text: str
    core: str
    """What of it is quoted, if not all."""
    type: str
    title: str
    who: int
    whom: int
    town: int | None = None
    date: str = ""
    """EDTF."""
    dead: int = 0


def tell(world: World, rng: random.Random, one: Happening) -> Told:
    """A happening in a sentence."""
    draw, (actors, places, _) = rng.random, world.registry
    date, when = told_date(world, rng, one.day)
    type_, verb = ACTS[one.act]
    who, whom = (pick(rng, actors[at].forms) for at in (one.who, one.whom))
    place = pick(rng, places[one.town].forms)
    core = f"{who} {verb} {whom} {pick(rng, PLACES)} {place}"
    rest = world.words.run(rng, 5, 12)
    shape = draw()
    if shape < 0.4:
        text = f"{when} {core}, {pick(rng, SOURCES)}; {rest}."
    elif shape < 0.8:
        text = f"{when} {core}, {rest}."
    else:
        text = f"{when}, {pick(rng, SOURCES)}, {core} and {rest}."
    if one.dead and draw() < 0.7:
        text += f" {_number(one.dead)} died {world.words.run(rng, 3, 6)}."
    title = f"{actors[one.who].name} {verb} {actors[one.whom].name} {PLACES[0]} {place}"
    return Told(text, core, type_, title, one.who, one.whom, one.town, date, one.dead)


def relate(world: World, rng: random.Random, who: int, whom: int, day: int) -> Told:
    """How one actor stands to another, in a sentence."""
    actors = world.registry.actors
    type_, verb = pick(rng, _RELATIONS)
    core = f"{pick(rng, actors[who].forms)} {verb} {pick(rng, actors[whom].forms)}"
    text = f"{world.words.run(rng, 2, 5).capitalize()} {core}, {world.words.run(rng, 4, 9)}."
    since = told_date(world, rng, max(0, day - int(rng.expovariate(1 / 300))))[0]
    return Told(text, core, type_, "", who, whom, date=since)


def filling(world: World, rng: random.Random) -> str:
    """A sentence that no claim rests on; one in four has a word that hardly another brief has."""
    words, draw = world.words, rng.random
    text = words.run(rng, 5, 12).capitalize()
    if draw() < 0.7:
        text += f", {words.run(rng, 4, 11)}"
    if draw() < 0.25:
        text += f" {words.rare(rng)} {words.run(rng, 3, 6)}"
    if draw() < 0.1:
        text += f" near {pick(rng, pick(rng, world.registry.places).forms)}"
    return f"{text}."


def told_date(world: World, rng: random.Random, day: int) -> tuple[str, str]:
    """A day as precisely as a source has it: in EDTF, and as a sentence opens with it."""
    full, written = world.iso[day], world.written[day]
    month, year = full[:7], full[:4]
    way = rng.random()
    if way < 0.7:
        return full, f"On {written}"
    name = written.split(" ", 1)[1]
    if way < 0.8:
        return month, f"In {name}"
    if way < 0.87:
        return f"{full}~", f"About {written}"
    if way < 0.91:
        return f"{full}/{world.iso[day + 1]}", f"In the night after {written}"
    if way < 0.94:
        return f"{full[:9]}X", f"Within some ten days of {name}"
    if way < 0.96:
        return f"[{full},{world.iso[day + 1]}]", f"On {written} or a day later"
    if way < 0.98:
        return year, f"In {year}"
    season = int(month[5:]) % 12 // 3
    return f"{year}-{21 + (season - 1) % 4}", f"In the {_SEASONS[(season - 1) % 4]} of {year}"


def _number(count: int) -> str:
    return "One man" if count == 1 else f"{count} men"


def pick(rng: random.Random, values: Sequence[T]) -> T:
    """Any one of them: what `choice` does, in half its time."""
    return values[int(rng.random() * len(values))]
