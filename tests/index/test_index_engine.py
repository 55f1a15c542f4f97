"""An index answers as the plain scan does, whatever its briefs are spread over."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.index import answering
from sahel_tui.index.library import open_library
from sahel_tui.index.merging import Limits
from sahel_tui.index.updating import update_index
from sahel_tui.queries.search import ranking
from sahel_tui.queries.search.documents import document_of
from sahel_tui.queries.search.engines import ScanEngine
from sahel_tui.queries.search.matching import hits
from sahel_tui.queries.search.parsing import parse
from sahel_tui.reading import read_brief
from sahel_tui.store.folders import brief_paths
from tests.index.libraries import ACTORS, WORDS, write_brief, write_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.index.engine import IndexEngine
    from sahel_tui.index.library import LibraryIndex

SHIPPED = Path(__file__).parents[2] / "briefs"
ALL = 10_000


class Both(NamedTuple):
    """One library, indexed and as it is."""

    library: LibraryIndex
    scan: ScanEngine

    @property
    def engine(self) -> IndexEngine:
        return self.library.engine


def scan_of(library: Path) -> ScanEngine:
    return ScanEngine(document_of(read_brief(path).view) for path in brief_paths([library]))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """Shards that overlap, a delta, and briefs in each that are out of date."""
    folder = tmp_path_factory.mktemp("engine")
    library, home = write_library(folder / "library", 40), folder / "index"
    update_index(library, home, limits=Limits(15, 8))
    for number in (*range(0, 12, 2), *range(40, 46)):
        write_brief(library, number, seed=2)
    update_index(library, home, limits=Limits(15, 8))
    for number in (1, 2, 41, 50):
        write_brief(library, number, seed=3)
    next(library.rglob("b00007.toml")).unlink()
    update_index(library, home, limits=Limits(15, 8))
    with open_library(library, home) as index:
        yield Both(index, scan_of(library))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    home = tmp_path_factory.mktemp("shipped")
    update_index(SHIPPED, home)
    with open_library(SHIPPED, home) as index:
        yield Both(index, scan_of(SHIPPED))


def names(*values: str) -> st.SearchStrategy[str]:
    return st.sampled_from(values)


word = st.sampled_from((*WORDS, "Wagner", "tchiani", "al qaeda", "mali", "gao", "well", "number"))
beginning = st.builds("{}*".format, names("a", "am", "con", "tch", "w", "g", "mil", "zz"))
phrase = st.builds('"{} {}"'.format, word, word)
near = st.builds("near({} {}, {})".format, word, word, st.integers(0, 12))
field = st.one_of(
    st.builds("actor:{}".format, names(*ACTORS, "Tchiani", '"al Qaeda"', "wag*", "nobody")),
    st.builds("place:{}".format, names("Gao", "gaos", "g*")),
    st.builds("type:{}".format, names("assault", "agree", "fights", "allied-with")),
    st.builds("kind:{}".format, names("point", "event", "relation", "actor", "passage", "brief")),
    st.builds("{}:{}".format, names("after", "before", "on"), names("2012", "2015-03?", "2019-11")),
    st.builds("sign:{}".format, names("+", "-", "0")),
    st.builds("marking:{}".format, names("red", "TLP:CLEAR")),
    names("is:disputed", "is:orphan", "is:unsupported", "source:desert", "tag:x", "brief:b0001*"),
)
leaf = st.one_of(word, word, beginning, phrase, near, field)
term = st.one_of(leaf, st.builds("-{}".format, leaf))
group = st.one_of(
    st.lists(term, min_size=1, max_size=3).map(" ".join),
    st.builds("({} or {})".format, term, term),
    st.builds("({} {}) or {}".format, term, term, term),
)
order = names("", " sort:newest", " sort:oldest", " sort:title", " sort:relevance")
query = st.builds("{} {}{}".format, group, group, order)


def shown(engine: IndexEngine | ScanEngine, text: str) -> list[object]:
    """The answering briefs in their order, with the spans of every hit."""
    asked = parse(text)
    found = engine.search(asked, ALL)
    assert not found.more
    documents = [engine.document(one) for one in found.ids]
    return [
        (one.brief, [(hit.kind, hit.id, hit.source, hit.spans) for hit in hits(asked, one)])
        for one in documents
    ]


@settings(max_examples=150)
@given(text=query)
def test_any_query_is_answered_as_by_the_scan(small: Both, text: str) -> None:
    assert shown(small.engine, text) == shown(small.scan, text)
    assert small.engine.count(parse(text)) == small.scan.count(parse(text))


def test_of_many_the_newest_are_ranked(small: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (ranking, answering):
        monkeypatch.setattr(module, "RANKED", 7)
    for text in ("number sort:relevance", "near(number well, 50) sort:relevance", "sort:relevance"):
        assert shown(small.engine, text) == shown(small.scan, text)
    assert shown(small.engine, "number sort:relevance") != shown(small.engine, "number")


@settings(max_examples=50)
@given(text=query, limit=st.integers(1, 9), offset=st.integers(0, 50))
def test_pages_are_those_of_the_scan(small: Both, text: str, limit: int, offset: int) -> None:
    asked = parse(text)
    mine, other = (engine.search(asked, limit, offset) for engine in (small.engine, small.scan))
    assert mine.more == other.more
    assert [small.engine.document(one).brief for one in mine.ids] == [
        small.scan.document(one).brief for one in other.ids
    ]
    some = small.engine.count(asked, limit)
    whole = small.scan.count(asked).number
    assert some.exact == (whole <= limit)
    assert some.number == min(whole, limit + 1)


@pytest.mark.parametrize(
    "text",
    [
        *("", "jnim", "JNIM ambush", "tchiani", "jama’at", "actor:wagner -france", "coup*"),
        *("kind:event wagner", "kind:actor tchiani", "kind:passage coup*", "near(coup n*, 6)"),
        *(
            'kind:passage "burkina faso"',
            "kind:passage near(coup niger, 30)",
            "kind:passage near(a* of, 3)",
        ),
        *("(kind:event or kind:relation) wagner", "near(coup niger, 5) or kind:event wagner"),
        *("near(the of, 3) wagner", "near(the of in, 6)", 'near("burkina faso" mali, 9) -treaty'),
        *('"de facto" or treaty', "near(army mali, 4)", "kind:event after:2024 before:2025?"),
        *("is:disputed", "sign:- actor:jnim", "marking:clear sort:title", "ecowas sort:relevance"),
        *(
            "on:2023-09-16",
            "type:assault place:kidal",
            "source:main",
            "tag:mali",
            "likelihood:likely",
        ),
    ],
)
def test_the_shipped_briefs_are_found_as_by_the_scan(shipped: Both, text: str) -> None:
    found = shown(shipped.engine, text)
    assert found
    assert found == shown(shipped.scan, text)


@pytest.mark.parametrize("library", ["small", "shipped"])
@pytest.mark.parametrize("prefix", ["a", "am", "amb", "ambu", "ambus", "w", "¡w", "zzz"])
def test_completions_are_those_of_the_scan(
    library: str, prefix: str, request: pytest.FixtureRequest
) -> None:
    both: Both = request.getfixturevalue(library)
    dead = sum(len(one.dead) for one in both.library._searched.current.files)
    mine, other = (one.completions(prefix, 20) for one in (both.engine, both.scan))
    assert set(mine) >= set(other) if dead else mine == other


@pytest.mark.parametrize(
    "typo", ["amubsh", "convy", "vilage", "tchianni", "wagnre", "xyzxyz", "army"]
)
def test_what_was_meant_is_what_the_scan_says(shipped: Both, typo: str) -> None:
    assert shipped.engine.nearest(typo) == shipped.scan.nearest(typo)


def test_a_search_that_is_stopped_gives_what_it_has(small: Both) -> None:
    asked = parse("kind:passage number")
    assert small.engine.search(asked, 5).ids
    assert small.engine.search(asked, 5, stopped=lambda: True).ids == ()
    assert small.engine.count(asked, stopped=lambda: True).exact is False


def test_half_a_character_is_found_nowhere(small: Both) -> None:
    assert small.engine.nearest("\udcff") is None
    assert small.engine.completions("\udcff", 9) == ()
    assert small.engine.search(parse("\udcffzzz"), 9).ids == ()
    assert small.library.briefs(match="\udcff").rows == ()


def test_a_search_in_a_library_that_was_closed_ends(tmp_path: Path) -> None:
    library = write_library(tmp_path / "library", 3)
    update_index(library, tmp_path / "index")
    index = open_library(library, tmp_path / "index")
    engine = index.engine
    assert engine.search(parse("number"), 9).ids
    index.close()
    assert engine.search(parse("number"), 9).ids == ()


def test_an_id_of_nothing_is_an_error_of_the_caller(small: Both) -> None:
    for wrong in (-1, 0, 1 << 40, 10**30):
        with pytest.raises(KeyError):
            small.engine.document(wrong)
    small.engine.interrupt()
    assert small.engine.search(parse(""), 3).more


def test_the_path_of_a_document_leads_to_its_file(small: Both) -> None:
    ids = small.engine.search(parse(""), ALL).ids
    assert len(ids) == small.library.counts.briefs
    for one in ids:
        document = small.engine.document(one)
        assert read_brief(Path(document.path)).view.id == document.brief


def test_of_a_delta_and_a_shard_any_word_is_meant(tmp_path: Path) -> None:
    library, home = write_library(tmp_path / "library", 12), tmp_path / "index"
    write_brief(library, 3, words="zanzibarite")
    update_index(library, home, limits=Limits(15, 8))
    for number, words in ((4, "xylophone"), (5, "xylophono")):
        write_brief(library, number, words=words)
        update_index(library, home, limits=Limits(15, 8))
    with open_library(library, home) as index:
        scan = scan_of(library)
        for typo in ("zanzibarte", "xylphone", "xylphono"):
            assert index.engine.nearest(typo) == scan.nearest(typo) is not None


def test_an_engine_that_rests_holds_no_document_and_answers_as_before(small: Both) -> None:
    query = parse("army sort:relevance")
    found = small.engine.search(query, 3).ids
    document = small.engine.document(found[0])
    assert hits(query, document)
    held = weakref.ref(document.items)
    small.engine.rest()
    del document
    gc.collect()
    assert held() is None
    assert small.engine.search(query, 3).ids == found
