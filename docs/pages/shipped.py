"""What the shipped briefs hold, counted: the README's table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.queries.estimates import sentences
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.views import BriefView, Passage

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
_TABLE = re.compile(r"(?<=<!-- briefs -->\n).*?(?=<!-- end of briefs -->)", re.DOTALL)
COLUMNS = ("brief", "words", "points", "actors", "relations", "events", "passages", "rested on")
HEAD = f"| {' | '.join(COLUMNS)} |\n|---{'|--:' * (len(COLUMNS) - 1)}|\n"


class Counts(NamedTuple):
    """What one brief holds."""

    title: str
    path: str
    words: int
    """Of its source texts."""
    points: int
    actors: int
    relations: int
    events: int
    passages: int
    """That its claims and actors name as their evidence."""
    cited: int
    """Sentences of its sources that a point, a relation or an event rests on."""
    sentences: int

    @property
    def share(self) -> int:
        """Percent of the sentences that a claim rests on, rounded down."""
        return 100 * self.cited // self.sentences


def counts(path: Path) -> Counts:
    """Those of one brief."""
    view = read_brief(path).view
    passages = [
        one
        for claims in (view.points, view.relations, view.events)
        for claim in claims
        for one in claim.evidence
    ]
    spans = list(_sentences(view))
    return Counts(
        view.title,
        path.name,
        sum(len(re.findall(r"\w[\w’'-]*", source.text)) for source in view.sources),
        len(view.points),
        len(view.actors),
        len(view.relations),
        len(view.events),
        len(passages) + sum(len(actor.evidence) for actor in view.actors),
        sum(any(_touches(one, span) for one in passages) for span in spans),
        len(spans),
    )


def _sentences(view: BriefView) -> Iterator[tuple[str, int, int]]:
    """Source and extent of each sentence."""
    for source in view.sources:
        start = 0
        for sentence in sentences(source.text):
            start = source.text.index(sentence, start)
            yield source.id, start, start + len(sentence)
            start += len(sentence)


def _touches(passage: Passage, span: tuple[str, int, int]) -> bool:
    source, start, end = span
    if passage.source != source or passage.start is None or passage.end is None:
        return False
    return passage.start < end and start < passage.end


def table(folder: Path) -> str:
    """A row for each brief of a folder, in the order of their names."""
    return HEAD + "".join(_row(counts(path)) for path in brief_paths([folder]))


def _row(one: Counts) -> str:
    numbers = (one.words, one.points, one.actors, one.relations, one.events, one.passages)
    name = f"[{one.title}](briefs/{one.path})"
    cells = [name, *(f"{number:,}" for number in numbers), f"{one.share} %"]
    return f"| {' | '.join(cells)} |\n"


def readme(text: str) -> str:
    """The README with the table of the shipped briefs as they are."""
    return _TABLE.sub(lambda _: f"\n{table(ROOT / 'briefs')}\n", text)
