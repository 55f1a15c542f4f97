"""The rows of a library from its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.library_reading import MANY, read_library
from sahel_tui.queries.views import Claim
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths
from tests.cli.library import BROKEN, SAHARA
from tests.shipped import FOLDER, TREATY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sahel_tui.errors import Diagnostic


def unexpected(found: Sequence[Diagnostic]) -> None:
    raise AssertionError(found)


def test_many_briefs_are_read_by_several_processes_as_by_one(tmp_path: Path) -> None:
    for number in range(MANY + 5):
        text = BROKEN if number == 7 else SAHARA.replace('"sahara"', f'"sahara-{number}"')
        (tmp_path / f"{number:03}.toml").write_text(text, encoding="utf-8")
    told: list[Sequence[Diagnostic]] = []
    several = read_library(brief_paths([tmp_path]), told.append, processes=2)
    alone = read_library(brief_paths([tmp_path]), told.append, processes=1)
    assert list(several.briefs()) == list(alone.briefs())
    assert list(several.events()) == list(alone.events())
    assert len(list(alone.actors())) == MANY + 4
    assert len(told) == 2
    assert told[0] == told[1]
    assert told[0][0].severity == "error"


def test_the_rows_are_those_of_the_briefs() -> None:
    rows = read_library(brief_paths([FOLDER]), unexpected)
    views = [read_brief(path).view for path in brief_paths([FOLDER])]
    assert sorted(one.id for one in rows.briefs()) == sorted(view.id for view in views)
    days = [one.day for one in rows.briefs()]
    assert days == sorted(days, reverse=True)
    assert len(list(rows.events())) == sum(len(view.events) for view in views)
    assert len(list(rows.relations())) == sum(len(view.relations) for view in views)
    firsts = [one.first if one.first is not None else one.last for one in rows.events()]
    assert firsts == sorted(firsts, key=lambda day: day or 0)
    jnim = frozenset(("jnim",))
    its_events = [row for row in rows.events() if "jnim" in dict(row.actors)]
    its_relations = [row for row in rows.relations() if "jnim" in (row.source, row.target)]
    assert its_events
    assert list(rows.events(jnim)) == its_events
    assert its_relations
    assert sorted(rows.relations(jnim), key=str) == sorted(its_relations, key=str)
    documents = {one.brief for one in rows.documents(jnim)}
    assert documents
    assert documents < {view.id for view in views}


def test_a_claim_has_the_quotes_that_were_read_with_it(tmp_path: Path) -> None:
    brief = tmp_path / "sahara.toml"
    brief.write_text(SAHARA, encoding="utf-8")
    rows = read_library([brief], unexpected)
    (quote,) = rows.quotes(str(brief), Claim("event", "e1"))
    assert (quote.text, quote.start, quote.grade) == ("came to Timbuktu", 7, "")
    gone = read_library([brief], unexpected)
    brief.unlink()
    assert gone.quotes(str(brief), Claim("event", "e1")) == (quote,)
    assert gone.quotes(str(brief), Claim("actor", "a")) == ()


def test_what_a_library_judges_is_read_with_it() -> None:
    found = read_library([TREATY], unexpected).judgements()
    pairs = {(one.left, one.right) for one in found.same}
    assert ("northern-rebels", "cma") in pairs
    assert ("cnsp-mali", "cnsp-niger") in {(one.left, one.right) for one in found.different}
    assert all(one.by and one.at for one in found.same)
