"""One actor through a library of any size: true counts, the newest rows, nothing else held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sahel_tui.queries.library.dossier import Limits, dossiers, whole_dossier, with_more
from sahel_tui.queries.library.rows import Judgements
from sahel_tui.queries.search.documents import Document, Item, Named
from tests.queries.library.told import actor, event, judged, relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.queries.library.dossier import HeldKind
    from sahel_tui.queries.library.rows import (
        ActorRow,
        BriefRow,
        EventRow,
        LinkRow,
        PointRow,
        Quote,
        RelationRow,
    )
    from sahel_tui.queries.views import Claim

JNIM = frozenset(("jnim",))
TEXT = "JNIM came. Then the group of Ag Ghali left, and JNIM came back."


def item(kind: str, id: str, text: str, start: int, end: int, **given: object) -> Item:  # noqa: A002
    nothing = {"title": "", "places": (), "first": None, "last": None, "marking": None}
    fields = {"facets": ("type:judgment",), "actors": ("jnim",), **nothing, **given}
    return Item(kind=kind, id=id, text=text, source="main", start=start, end=end, **fields)  # type: ignore[arg-type]


class Made:
    """A library in which every brief says the same, and which is made as it is read."""

    def __init__(self, briefs: int) -> None:
        self._briefs = briefs
        self.read = 0

    def _names(self) -> Iterator[tuple[int, str]]:
        for number in range(self._briefs, 0, -1):
            yield number, f"b{number:05}"

    def judgements(self) -> Judgements:
        return Judgements()

    def briefs(self) -> Iterator[BriefRow]:
        return iter(())

    def actors(self, ids: frozenset[str] | None = None) -> Iterator[ActorRow]:
        assert ids == JNIM
        for number, name in self._names():
            row = actor(name, "jnim", "JNIM", "GSIM", mentions=2)
            yield row._replace(told=row.told._replace(day=number))

    def events(self, ids: frozenset[str] | None = None) -> Iterator[EventRow]:
        assert ids == JNIM
        for number, name in reversed(list(self._names())):
            yield event(name, f"{1000 + number % 9000}", ("jnim",))

    def newest_events(self) -> Iterator[EventRow]:
        raise NotImplementedError

    def relations(self, ids: frozenset[str] | None = None) -> Iterator[RelationRow]:
        assert ids == JNIM
        for number, name in self._names():
            row = relation(name, "jnim fights issp", sign=-1)
            yield row._replace(told=row.told._replace(day=number))

    def links(self) -> Iterator[LinkRow]:
        return iter(())

    def documents(self, ids: frozenset[str]) -> Iterator[Document]:
        assert ids == JNIM
        for number, name in self._names():
            self.read += 1
            items = (
                item("brief", name, "", 0, 0, actors=()),
                item("point", "p1", "It came.", 0, 10),
                item("actor", "jnim", "", 0, 4),
                item("passage", "main:1", TEXT, 0, len(TEXT), mentions=((0, 0, 4), (0, 48, 52))),
            )
            names = (Named("actor", "jnim", ("JNIM", "GSIM")),)
            marking = "TLP:AMBER" if number == 1 else "TLP:GREEN"
            yield Document(
                name, f"{name}.toml", "A brief", "2023", "", marking, number, number, names, items
            )

    def point(self, brief: str, id: str) -> PointRow | None:  # noqa: A002
        raise NotImplementedError

    def quotes(self, path: str, claim: Claim) -> tuple[Quote, ...]:
        raise NotImplementedError


def test_all_is_counted_and_the_newest_are_held() -> None:
    found = whole_dossier(Made(300), judged(), "jnim", Limits.each(10))
    assert found.done
    assert {(count.number, count.exact) for count in found.counts} == {(300, True), (600, True)}
    assert found.counts.mentions.number == 600
    assert [len(rows) for rows in (found.events, found.points, found.passages)] == [10, 10, 10]
    assert found.points[0].told.brief == found.passages[0].told.brief == "b00300"
    (ties,) = found.ties
    assert (ties.other, ties.negative, ties.positive) == ("issp", 300, 0)
    assert [row.told.brief for row in ties.relations] == [f"b{n:05}" for n in range(300, 290, -1)]
    assert found.events[-1].told.brief == "b00300"
    assert len(found.mentions) == 300
    assert found.marking == "TLP:AMBER"


def test_the_first_answer_comes_early_and_says_what_is_not_yet_counted() -> None:
    rows = Made(10_000)
    answers = dossiers(rows, judged(), "jnim")
    first = next(answers)
    assert rows.read < 100
    assert not first.done
    assert not any(count.exact for count in first.counts)
    assert all(0 < count.number < 10_000 for count in first.counts)
    assert first.passages[0].told.brief == "b10000"
    second = next(answers)
    assert all(
        after.number > before.number
        for before, after in zip(first.counts, second.counts, strict=True)
    )


def test_the_last_of_many_answers_is_true() -> None:
    *_, last = dossiers(Made(1_000), judged(), "jnim", Limits.each(5))
    assert last.done
    assert last.counts.briefs == (1_000, True)


def test_names_are_told_apart_by_who_declares_and_who_uses_them() -> None:
    found = whole_dossier(Made(20), judged(), "jnim")
    assert [(use.name, use.briefs) for use in found.actor.names] == [("JNIM", 20), ("GSIM", 20)]
    (used,) = found.used
    assert (used.name, used.mentions, used.briefs) == ("JNIM", 40, 20)
    assert used.by[0] == "b00020"


def test_a_passage_has_its_mentions_and_the_claims_that_lead_there() -> None:
    (passage,) = whole_dossier(Made(1), judged(), "jnim").passages
    assert [TEXT[start:end] for start, end in passage.mentions] == ["JNIM", "JNIM"]
    assert [(one.kind, one.id) for one in passage.claims] == [("point", "p1"), ("actor", "jnim")]
    assert (passage.source, passage.start, passage.end) == ("main", 0, len(TEXT))


def test_an_actor_that_is_nowhere_has_an_empty_dossier() -> None:
    found = whole_dossier(Made(0), judged(), "jnim")
    assert found.done
    assert {count.number for count in found.counts} == {0}
    assert (found.actor.name, found.ties, found.mentions) == ("jnim", (), ())


@pytest.mark.parametrize("briefs", [1, 49, 50, 51, 128])
def test_no_page_is_lost_or_counted_twice(briefs: int) -> None:
    found = whole_dossier(Made(briefs), judged(), "jnim")
    assert found.counts.briefs.number == len(found.passages) == briefs
    assert found.counts.relations.number == found.counts.events.number == briefs


@pytest.mark.parametrize("kind", ["relations", "events", "points", "passages"])
def test_more_rows_are_held_where_they_are_asked_for(kind: HeldKind) -> None:
    rows = Made(300)
    found = whole_dossier(rows, judged(), "jnim", Limits.each(10))
    rows.read = 0
    more = with_more(rows, judged(), found, kind, 40, lambda: False)
    assert more is not None
    assert rows.read <= 50
    assert more.counts == found.counts
    held = more.ties[0].relations if kind == "relations" else getattr(more, kind)
    before = found.ties[0].relations if kind == "relations" else getattr(found, kind)
    assert len(held) == 40
    assert before == (held[-10:] if kind == "events" else held[:10])


def test_nothing_comes_of_more_that_nobody_waits_for() -> None:
    found = whole_dossier(Made(300), judged(), "jnim", Limits.each(10))
    assert with_more(Made(300), judged(), found, "points", 200, lambda: True) is None
