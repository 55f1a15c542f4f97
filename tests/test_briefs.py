"""The shipped briefs: each one loads, and every quote of it is where it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui.anchoring.states import State
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths
from tests.shipped import FOLDER, TREATY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.views import BriefView, EventView, Passage, PointView, RelationView


def _claims(brief: BriefView) -> tuple[PointView | RelationView | EventView, ...]:
    return (*brief.points, *brief.relations, *brief.events)


def _passages(brief: BriefView) -> Iterator[tuple[str, Passage]]:
    for claim in (*_claims(brief), *brief.actors):
        yield from ((claim.id, passage) for passage in claim.evidence)


@pytest.fixture(params=sorted(brief_paths([FOLDER])), ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Each shipped brief in turn."""
    assert isinstance(request.param, Path)
    return request.param


def test_a_shipped_brief_has_no_finding(path: Path) -> None:
    assert read_brief(path, strict=True).diagnostics == ()


def test_every_quote_of_a_shipped_brief_is_exact(path: Path) -> None:
    states = {(id_, p.quote): p.state for id_, p in _passages(read_brief(path).view)}
    assert {quote: state for quote, state in states.items() if state != State.EXACT} == {}


def test_every_claim_of_a_shipped_brief_rests_on_a_passage(path: Path) -> None:
    bare = [claim.id for claim in _claims(read_brief(path).view) if not claim.evidence]
    assert bare == []


def test_every_actor_of_a_shipped_brief_is_mentioned(path: Path) -> None:
    assert [actor.id for actor in read_brief(path).view.actors if not actor.mentions] == []


def test_the_first_brief_shows_what_a_brief_can_hold() -> None:
    view = read_brief(TREATY).view
    assert (len(view.points), len(view.events)) == (6, 15)
    assert len(view.actors) >= 15
    assert len(view.relations) >= 10
    assert {"supports", "disputes"} <= {passage.stance for _, passage in _passages(view)}
    assert any(len(claim.evidence) >= 2 for claim in _claims(view))
    assert {"asserted", "alleged", "denied", "ended"} == {r.status for r in view.relations}
    assert view.marking == "TLP:CLEAR"


def test_the_first_brief_is_a_page_of_prose() -> None:
    (source,) = read_brief(TREATY).view.sources
    paragraphs = re.split(r"\n{2,}", source.text.strip())
    assert 6 <= len(paragraphs) <= 9
    assert "Soufan Center" in paragraphs[0]


def test_places_are_found_where_the_sources_name_them(path: Path) -> None:
    view = read_brief(path).view
    texts = {source.id: source.text for source in view.sources}
    named = [place for place in view.places if place.mentions]
    assert len(named) >= len(view.places) - 1
    for place in named:
        for mention in place.mentions:
            words = texts[mention.source][mention.start : mention.end].casefold()
            assert words in {name.casefold() for name in (place.name, *place.aliases)}
