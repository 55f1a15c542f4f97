"""A made-up brief as TOML, written straight: no text of it holds a `"` or a backslash."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.telling import pick

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

    from benchmarks.telling import Told
    from benchmarks.world import World

_LIKELIHOODS = (
    *("almost-no-chance", "very-unlikely", "unlikely", "roughly-even-chance"),
    *("likely", "likely", "very-likely", "almost-certain"),
)
_CONFIDENCE = ("low", "moderate", "moderate", "high")
_MARKINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:GREEN", "TLP:GREEN", "TLP:AMBER", "TLP:RED")
_PUBLISHERS = tuple(
    f"{name} {kind}"
    for kind in ("Review", "Monitor", "Desk", "Watch")
    for name in ("Desert", "River", "Savanna", "Border", "Harbour")
)
_AUTHORS = ("A. N. Other", "N. O. Body", "S. O. Meone", "A. N. Onymous", "J. D. Oe", "M. A. Deup")
_TAGS = (
    *("security", "politics", "economy", "borders", "food", "mediation", "logistics", "coups"),
    *("ceasefires", "elections", "drones", "displacement"),
)
_SOURCES = ("osint", "osint", "osint", "humint", "sigint", "imint", "other")
_TENSES = (*("past",) * 46, "planned", "planned", "hypothetical", "denied")
_STATUSES = (*("asserted",) * 8, "alleged", "denied", "ended")


class Parts(NamedTuple):
    """What a brief is written from."""

    world: World
    rng: random.Random
    number: int
    day: int
    name: str
    text: str
    told: list[Told]
    related: list[Told]


def toml_of_brief(parts: Parts, digest: str | None) -> str:
    """The whole file; with a digest the text stands beside it, else in it."""
    return "".join(
        (
            _head(parts),
            _source(parts, digest),
            *_points(parts),
            *_actors(parts),
            *_relations(parts),
            *_events(parts),
        )
    )


def _head(parts: Parts) -> str:
    world, rng, number, day, name, _, told, _ = parts
    supersedes = f'supersedes = ["b{number - 1:07}"]\n' if number % 100 == 99 else ""
    tags = '", "'.join(dict.fromkeys(pick(rng, _TAGS) for _ in range(1 + int(rng.random() * 3))))
    author, publisher = pick(rng, _AUTHORS), pick(rng, _PUBLISHERS)
    summary = f"{told[1].title}; {world.words.run(rng, 12, 24)}"
    return (
        f'format = "sahel-brief/1"\n\n[brief]\nid = "b{number:07}"\ntitle = "{told[0].title}"\n'
        f'published = {name[:10]}\nas_of = "{world.iso[max(0, day - 2)]}"\n'
        f'authors = ["{author}"]\npublisher = "{publisher}"\nlanguage = "en"\n'
        f'tags = ["{tags}"]\nsummary = "{summary}."\n{supersedes}'
        f'marking = "{pick(rng, _MARKINGS)}"\n'
    )


def _source(parts: Parts, digest: str | None) -> str:
    rng = parts.rng
    where = (
        f'file = "{parts.name}.txt"\nsha256 = "{digest}"'
        if digest
        else f'text = """\n{parts.text}"""'
    )
    return (
        f'\n[[source]]\ntitle = "{parts.told[-1].title}"\nkind = "{pick(rng, _SOURCES)}"\n'
        f'reliability = "{pick(rng, "ABCDEF")}"\n{where}\n'
    )


def _points(parts: Parts) -> Iterator[str]:
    """Three to five; one brief in a hundred quotes in its first point what nobody wrote."""
    world, rng, number, _, _, text, told, _ = parts
    places = world.registry.places
    for at in range(1, 4 + int(rng.random() * 3)):
        rests = rng.sample(told, 1 + int(rng.random() * 3))
        evidence = [_quote(rng, text, one) for one in rests]
        if at == 1 and number % 100 == 50:
            evidence.append(f'"{world.words.run(rng, 5, 8)} {world.words.rare(rng)} unwritten"')
        place = places[rests[0].town or 0].name
        yield (
            f'\n[[point]]\nid = "p{at}"\n'
            f'text = "It matters for {place} that {rests[0].title}: {world.words.run(rng, 5, 10)}."'
            f'\nlikelihood = "{pick(rng, _LIKELIHOODS)}"\n'
            f'confidence = "{pick(rng, _CONFIDENCE)}"\n{_relates(rng, number, at)}'
            f"evidence = [{', '.join(evidence)}]\n"
        )


def _relates(rng: random.Random, number: int, at: int) -> str:
    """One point in ten stands against one before it, or against one of another brief."""
    draw = rng.random()
    if draw < 0.05 and at > 1:
        return f'relates = [{{ to = "p{at - 1}", as = "contradicts" }}]\n'
    if draw < 0.1 and number:
        other = f"b{int(rng.random() * number):07}#p1"
        return (
            f'relates = [{{ to = "{other}", as = "{pick(rng, ("contradicts", "qualifies"))}" }}]\n'
        )
    return ""


def _actors(parts: Parts) -> Iterator[str]:
    """What a brief itself says of two that it names."""
    world, rng, *_, told, _ = parts
    for at in dict.fromkeys((told[0].who, told[-1].whom)):
        actor = world.registry.actors[at]
        alias = f"Faction of {actor.name.split()[-1]}"
        yield (
            f'\n[[actor]]\nid = "{actor.id}"\nname = "{actor.name}"\ntype = "{actor.type}"\n'
            f'aliases = ["{alias}"]\nnote = "{world.words.run(rng, 5, 12)}"\n'
        )


def _relations(parts: Parts) -> Iterator[str]:
    world, rng, *_, text, _, related = parts
    actors = world.registry.actors
    for at, one in enumerate(related, 1):
        since = f'since = "{one.date}"\n' if rng.random() < 0.6 else ""
        yield (
            f'\n[[relation]]\nid = "r{at}"\nsource = "{actors[one.who].id}"\n'
            f'target = "{actors[one.whom].id}"\ntype = "{one.type}"\n{since}'
            f'status = "{pick(rng, _STATUSES)}"\nevidence = [{_quote(rng, text, one)}]\n'
        )


def _events(parts: Parts) -> Iterator[str]:
    world, rng, *_, text, told, _ = parts
    actors, places, _ = world.registry
    for at, one in enumerate(told, 1):
        dead = f"fatalities = {{ min = {one.dead}, max = {one.dead + at % 3} }}\n"
        yield (
            f'\n[[event]]\nid = "e{at}"\ntitle = "{one.title}"\ndate = "{one.date}"\n'
            f'type = "{one.type}"\nplace = "{places[one.town or 0].id}"\n'
            f'actors = ["{actors[one.who].id}", '
            f'{{ actor = "{actors[one.whom].id}", role = "recipient" }}]\n'
            f'{dead if one.dead else ""}tense = "{pick(rng, _TENSES)}"\n'
            f"evidence = [{', '.join(_evidence(rng, text, told, one))}]\n"
        )


def _evidence(rng: random.Random, text: str, told: list[Told], one: Told) -> Iterable[str]:
    yield _quote(rng, text, one)
    if rng.random() < 0.1:
        yield _quote(rng, text, pick(rng, told))


def _quote(rng: random.Random, text: str, one: Told) -> str:
    """A passage as a whole, in part, or by its first and last words: each there once."""
    way = rng.random()
    if way < 0.5 and text.count(one.core) == 1:
        return f'"{one.core}"'
    if way < 0.7:
        words = one.text.split(" ")
        first, last = " ".join(words[:6]), " ".join(words[-6:])
        if len(words) > 12 and text.count(first) == text.count(last) == 1:
            return f'{{ from = "{first}", to = "{last}" }}'
    if way > 0.93:
        return (
            f'{{ exact = "{one.text}", stance = "disputes", credibility = "{1 + int(way * 5)}" }}'
        )
    return f'"{one.text}"'
