"""Anchoring: 500 quotes damaged by up to 15 % in 1 MB of text in many scripts.

Each run draws seeds of its own. A passage that has a twin in the text is quoted with its context or
its position. The yardstick is rapidfuzz's partial_ratio_alignment over the whole text, timed on a
few quotes and multiplied.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import partial_ratio_alignment

from benchmarks import names, prose
from benchmarks.figures import Figure
from sahel_tui.anchoring.edges import cuts_word
from sahel_tui.anchoring.mentions import NameFinder
from sahel_tui.anchoring.resolve import Anchorer
from sahel_tui.anchoring.states import Quote, State
from tests.anchoring.damage import Damaged, damaged_quotes, landings, without_some, write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CODE_POINTS = 740_000
"""About 1 MB of UTF-8."""
QUOTES, LOST, SEEDS, ROUNDS, SAMPLE = 500, 100, 2, 3, 10


def measure() -> Iterator[Figure]:
    """Where the quotes land, and what it costs."""
    seeds = [random.SystemRandom().randrange(10**6) for _ in range(SEEDS)]
    texts = {seed: write_text(random.Random(seed), CODE_POINTS) for seed in seeds}
    quotes = {seed: damaged_quotes(random.Random(seed), texts[seed], QUOTES) for seed in seeds}
    yield from accuracy(texts, quotes)
    yield from deleted(texts)
    yield from speed(texts[seeds[0]], quotes[seeds[0]])
    yield from mentions()


def accuracy(texts: dict[int, str], quotes: dict[int, list[Damaged]]) -> Iterator[Figure]:
    """Shares of all quotes, in percent."""
    landed = [landings(texts[seed], quotes[seed]) for seed in texts]
    percent = 100 / (QUOTES * len(landed))
    elsewhere = sum((one.elsewhere for one in landed), Counter[State]())
    fuzzy = elsewhere.pop(State.FUZZY, 0)
    seeds = ", ".join(map(str, texts))
    found = sum(one.found for one in landed)
    yield Figure(f"on their span (seeds {seeds})", found * percent, "%")
    yield Figure("of these with an end off", sum(one.edge for one in landed) * percent, "%")
    yield Figure("not on their span", 100 - found * percent, "%", bound=1.0)
    yield Figure("elsewhere as fuzzy", fuzzy * percent, "%", bound=0.5)
    yield Figure("elsewhere as exact, moved, normalised", elsewhere.total(), "quotes", bound=0)


def deleted(texts: dict[int, str]) -> Iterator[Figure]:
    """Quotes of passages that were cut out of the text."""
    placed = 0
    for seed, text in texts.items():
        rest, quotes = without_some(random.Random(seed), text, LOST)
        anchorer = Anchorer(rest)
        placed += sum(anchorer.resolve(lost.quote).state is not State.ORPHAN for lost in quotes)
    yield Figure(f"of {LOST * len(texts)} deleted passages no orphan", placed, "quotes", bound=0)


def speed(text: str, quotes: list[Damaged]) -> Iterator[Figure]:
    """Processor time for all quotes, with all that is made for them."""
    damaged = [quote for quote, _ in quotes]
    verbatim = [Quote(whole_words(text, *span)) for _, span in quotes if span]
    size = len(text.encode()) / 1e6
    costs = [seconds(lambda: resolve(text, damaged)) for _ in range(ROUNDS)]
    sample = damaged[:SAMPLE]
    whole = seconds(lambda: [partial_ratio_alignment(one.exact, text) for one in sample])
    title = f"{QUOTES} damaged quotes in {size:.2f} MB"
    yield Figure(f"{title}, CPU, least of {ROUNDS}", min(costs), "s", bound=1.0)
    yield Figure(f"{title}, CPU, median", median(costs), "s")
    yield Figure(
        f"the same beside rapidfuzz on the whole text (from {SAMPLE} quotes)",
        min(costs),
        "s",
        beside=whole * QUOTES / SAMPLE,
    )
    exact = min(seconds(lambda: resolve(text, verbatim)) for _ in range(ROUNDS))
    yield Figure(f"{QUOTES} verbatim quotes, CPU", exact, "s")


def mentions() -> Iterator[Figure]:
    """Names of 1,000 actors in 1 MB."""
    rng = random.Random(1)
    actors, towns = names.actors(rng, 1_000), names.towns(rng, 400)
    text = prose.write(rng, actors, towns, 1_000_000).text
    wanted = [
        (at, name, False)
        for at, actor in enumerate(actors)
        for name in (actor.full, actor.short, actor.full.split()[-1])
    ]
    cost = min(seconds(lambda: NameFinder(wanted).find(text)) for _ in range(ROUNDS))
    yield Figure("mentions of 3,000 names in 1 MB, CPU", cost, "s", bound=1.0)


def whole_words(text: str, start: int, end: int) -> str:
    """The passage with the rest of the words that it cuts."""
    while cuts_word(text, start):
        start -= 1
    while cuts_word(text, end):
        end += 1
    return text[start:end]


def resolve(text: str, quotes: list[Quote]) -> None:
    anchorer = Anchorer(text)
    for quote in quotes:
        anchorer.resolve(quote)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start
