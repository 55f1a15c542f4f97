"""Citations as text to be pasted; `docs/copying.md` has their layout.

The first line and the last are ours whatever is quoted between them: they say the marking.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sahel_tui.queries.evidence import passage_object
from sahel_tui.queries.stops import Stop
from sahel_tui.render.claims import claim_words
from sahel_tui.render.paragraphs import piece_at, pieces_of
from sahel_tui.render.pasteable import count_obeyed, in_one_line, pasteable
from sahel_tui.render.words import counted, doubt_words, passage_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sahel_tui.queries.citing import Citation
    from sahel_tui.queries.views import Passage, SourceView
    from sahel_tui.render.paragraphs import Paragraph

_MOST = 10
"""Candidates of an ambiguous quote that are listed; the others are counted."""


def cited_text(citation: Citation) -> str:
    """The quotes with all that is needed to find and to judge them."""
    return between_markings(citation.marking, _blocks(citation))


def joined_text(said: str, citations: Sequence[Citation], marking: str | None) -> str:
    """What is said of several citations, then each of them; over and under all the marking."""
    return between_markings(marking, [in_one_line(said), *map(cited_text, citations)])


def brief_text(citation: Citation) -> str:
    """What a brief is, what it says of itself, and its sources."""
    view = citation.view
    sources = citation._replace(
        stops=tuple(Stop(one.id, None, None, 0, 0, None) for one in view.sources)
    )
    blocks = ["\n".join(_origin_lines(sources))]
    if view.summary:
        blocks.insert(0, in_one_line(f"Summary: {view.summary}"))
    return between_markings(citation.marking, blocks)


def between_markings(marking: str | None, blocks: Sequence[str]) -> str:
    """Blocks of text, over and under them how they are marked."""
    line = f"Marking: {in_one_line(marking or 'none')}"
    return "\n\n".join([line, *blocks, line])


def _blocks(citation: Citation) -> list[str]:
    pieces = pieces_of(citation.view.sources)
    blocks = []
    if citation.claim is not None:
        words = claim_words(citation.view, citation.claim)
        name = f"{citation.claim.kind.title()} {citation.claim.id}"
        blocks.append(in_one_line(f"{name}: {words}"))
    blocks += ["\n".join(_quote_lines(citation, stop, pieces)) for stop in citation.stops]
    if not citation.stops:
        blocks.append("It rests on no passage.")
    blocks.append("\n".join(_origin_lines(citation)))
    return blocks


def quoted_text(citation: Citation) -> str:
    """The quotes alone, each with its marking before it."""
    marking = f"({in_one_line(citation.marking)}) " if citation.marking else ""
    return "\n\n".join(
        f"{marking}{'' if _is_found(stop) else '[not found in the source] '}"
        f"{pasteable(citation.text(stop))}"
        for stop in citation.stops
    )


def reference_text(citation: Citation) -> str:
    """Where the quotes are, a line for each: brief, source, offsets, marking."""
    marking = f" ({in_one_line(citation.marking)})" if citation.marking else ""
    places = (f"{stop.source} {_offsets(stop)}" for stop in citation.stops)
    return "\n".join(f"{citation.view.id} {place}{marking}" for place in places)


def json_lines(citation: Citation) -> str:
    """A JSON object for each quote, in ASCII: nothing of the source is changed in it."""
    pieces = pieces_of(citation.view.sources)
    return "\n".join(json.dumps(_object(citation, stop, pieces)) for stop in citation.stops)


# A quote -----------------------------------------------------------------------------------------


def _quote_lines(citation: Citation, stop: Stop, pieces: Sequence[Paragraph]) -> Iterator[str]:
    passage = stop.passage
    if not _is_found(stop):
        yield "Not found in the source. The brief quotes:"
    yield f'"{pasteable(citation.text(stop))}"'
    yield f"  {_place(citation, stop, pieces)}"
    if passage is not None:
        which = f"passage {stop.number:,} of {stop.of:,}"
        yield in_one_line(f"  {which}: {_standing(stop, passage)}")
        doubt = doubt_words(passage)
        if doubt and _is_found(stop):
            yield in_one_line(f"  {doubt}")


def _place(citation: Citation, stop: Stop, pieces: Sequence[Paragraph]) -> str:
    if stop.start is None:
        return f"{stop.source}, {_offsets(stop)}"
    first, last = _numbers(citation, stop, pieces)
    paragraph = f"paragraph {first}" if first == last else f"paragraphs {first}-{last}"
    return f"{stop.source}, {paragraph}, code points {_offsets(stop)}"


def _numbers(
    citation: Citation, stop: Stop, pieces: Sequence[Paragraph]
) -> tuple[int | None, int | None]:
    """The paragraphs that a stop begins and ends in; None where it has no place."""
    if stop.start is None or stop.end is None:
        return None, None
    source = [one.id for one in citation.view.sources].index(stop.source)
    last = max(stop.start, stop.end - 1)
    first, last = (pieces[piece_at(pieces, source, at)].number for at in (stop.start, last))
    return first, last


def _offsets(stop: Stop) -> str:
    """`12-40`, `12-40 or 80-108`, `no passage`."""
    if stop.start is not None:
        return f"{stop.start}-{stop.end}"
    spans = stop.passage.candidates if stop.passage else ()
    if not spans:
        return "no passage"
    listed = " or ".join(f"{start}-{end}" for start, end in spans[:_MOST])
    return listed + (f" or {len(spans) - _MOST:,} more" if len(spans) > _MOST else "")


def _standing(stop: Stop, passage: Passage) -> str:
    """How sure a passage is, and who says so."""
    parts = (
        passage_words(passage),
        f"candidate {stop.candidate:,}" if stop.candidate else None,
        f"credibility {passage.credibility}" if passage.credibility else None,
        f"by {passage.by}" if passage.by else None,
        passage.at.text if passage.at else None,
        f"method {passage.method}" if passage.method else None,
    )
    return ", ".join(part for part in parts if part)


def _is_found(stop: Stop) -> bool:
    return stop.passage is None or stop.passage.state.value != "orphan"


# Where it is from --------------------------------------------------------------------------------


def _origin_lines(citation: Citation) -> Iterator[str]:
    view = citation.view
    about = (view.title, view.id, f"published {view.published.text}", view.publisher)
    yield in_one_line("Brief: " + "; ".join(part for part in about if part))
    for source in citation.sources:
        yield in_one_line(f"Source {source.id}: {_source_words(source)}")
        yield f"  sha256 {source.sha256}"
    changed = sum(count_obeyed(citation.text(stop)) for stop in citation.stops)
    if changed:
        yield f"Written as pictures or numbers: {counted(changed, 'control character')}."


def _source_words(source: SourceView) -> str:
    published = f"published {source.published.text}" if source.published else None
    parts = (source.title, source.publisher, published, source.url)
    return "; ".join(part for part in parts if part) or "no title"


def _object(citation: Citation, stop: Stop, pieces: Sequence[Paragraph]) -> dict[str, object]:
    """The object that `show --json` has for evidence, with what it is a part of."""
    claim = citation.claim
    found: dict[str, object] = {
        "brief": citation.view.id,
        "claim": {"kind": claim.kind, "id": claim.id} if claim else None,
    }
    if stop.passage is None:
        found |= {"source": stop.source, "state": None, "start": stop.start, "end": stop.end}
        found |= {"text": citation.text(stop), "score": None, "stance": None}
    else:
        found |= passage_object(stop.passage)
    first, _ = _numbers(citation, stop, pieces)
    return found | {
        "paragraph": first,
        "sha256": citation.source(stop).sha256,
        "marking": citation.marking,
    }
