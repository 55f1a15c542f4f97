"""Reading queries: any text is read, what is half typed is no problem, a wrong one says where."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.model.dates import parse as parse_date
from sahel_tui.queries.search.fields import FIELDS
from sahel_tui.queries.search.parsing import parse
from sahel_tui.queries.search.syntax import (
    And,
    Days,
    Field,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Words,
)
from sahel_tui.queries.search.words import read_words
from tests.queries.search.grammar import queries

SIGNS = st.lists(
    st.sampled_from([*"ab \"()-*:,|?'[]/~X0123<>“”&", "or ", "near(", "on:", "is:", "actor:"])
).map("".join)


def shape(node: Node | None) -> str:
    """A tree in short: what stands in it, without where."""
    match node:
        case None:
            return ""
        case And() | Or():
            return f"({type(node).__name__} {' '.join(map(shape, node.parts))})"
        case Not():
            return f"-{shape(node.part)}"
        case Near():
            return f"near({' '.join(map(shape, node.parts))} {node.distance})"
        case Field():
            return f"{node.name}:{'.'.join(node.words) or node.value}{'*' * node.prefix}"
        case Phrase():
            return f'"{" ".join(node.words)}"{"*" * node.prefix}'
        case Words():
            return f"{'+'.join(node.words)}{'*' * node.prefix}"


def every(node: Node | None) -> list[Node]:
    if node is None:
        return []
    inner = node.parts if isinstance(node, And | Or | Near) else ()
    inner = (node.part,) if isinstance(node, Not) else inner
    return [node, *(one for part in inner for one in every(part))]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", ""),
        ("wagner", "wagner"),
        ("Wagner mali", "(And wagner mali)"),
        ('"defence treaty" mali', '(And "defence treaty" mali)'),
        ("“defence treaty”", '"defence treaty"'),
        ("mali or niger", "(Or mali niger)"),
        ("mali OR niger | gao", "(Or mali niger gao)"),
        ("mali and niger", "(And mali niger)"),
        ("a b or c d", "(Or (And a b) (And c d))"),
        ("a (b or c)", "(And a (Or b c))"),
        ("-wagner", "-wagner"),
        ("NOT wagner", "-wagner"),
        ("--wagner", "wagner"),
        ('-"a b"', '-"a b"'),
        ("-(a or b)", "-(Or a b)"),
        ("ambush*", "ambush*"),
        ('"wagner gr*"', '"wagner gr"*'),
        ('"wagner gr"*', '"wagner gr"*'),
        ("near(army ambush, 5)", "near(army ambush 5)"),
        ("near(army ambush)", "near(army ambush 10)"),
        ('near("wagner group" gao*, 3)', 'near("wagner group" gao* 3)'),
        ("near(army)", "army"),
        ("near army", "(And near army)"),
        ("linear(a)", "(And linear a)"),
        ("counter-terrorism", "counter+terrorism"),
        ("U.S.", "u+s"),
        ("al qaeda", "qaeda"),
        ("al-Qaeda", "qaeda"),
        ("al", "al"),
        ("al or qaeda", "(Or al qaeda)"),
        ('"al qaeda"', '"qaeda"'),
        ('"attack at Gao"', '(Or "attack at gao" "attack gao")'),
        ("actor:jnim", "actor:jnim"),
        ('actor:"Wagner Group"', "actor:wagner.group"),
        ("ACTOR:wag*", "actor:wag*"),
        ("-actor:jnim", "-actor:jnim"),
        ("kind:events", "kind:event"),
        ("sign:-1", "sign:negative"),
        ("sign:+", "sign:positive"),
        ("likelihood:very_likely", "likelihood:very.likely"),
        ("marking:TLP:AMBER", "marking:tlp.amber"),
        ("sort:oldest", ""),
        ("TLP:AMBER", "tlp+amber"),
        ("10:30", "10+30"),
        ("at:12:30", "at+12+30"),
        ("https://example.org/a", "https+example+org+a"),
        ("政变", "政+变"),
        ("mali – & , . niger", "(And mali niger)"),
    ],
)
def test_a_query_is_read(text: str, tree: str) -> None:
    query = parse(text)
    assert shape(query.tree) == tree
    assert query.problems == ()


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ('"defence tre', '"defence tre"'),
        ("(mali or", "mali"),
        ("mali (", "mali"),
        ("mali -", "mali"),
        ("actor:", ""),
        ('actor:"Wagner Gr', "actor:wagner.gr"),
        ("near(army", "army"),
        ("near(army ambush,", "near(army ambush 10)"),
        ("is:dis", "is:dis*"),
        ("sort:", ""),
        ("on:", ""),
        ("on:2", ""),
        ("on:202", "on:202"),
        ("on:2023-", "on:2023-"),
        ("on:2023-0", "on:2023-0"),
        ("on:2023-08-1", "on:2023-08-1"),
        ("mali or", "mali"),
        ("or mali", "mali"),
        ("al-", "al"),
    ],
)
def test_what_is_half_typed_is_read_for_what_it_can_be(text: str, tree: str) -> None:
    query = parse(text)
    assert shape(query.tree) == tree
    assert query.problems == ()


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("wag", "wag*"),
        ("mali wag", "(And mali wag*)"),
        ("wag ", "wag"),
        ('"wagner gr', '"wagner gr"*'),
        ('"wagner group"', '"wagner group"'),
        ("actor:wag", "actor:wag*"),
        ("near(army am", "near(army am* 10)"),
        ("near(army ambush, 5", "near(army ambush 5)"),
        ("-wag", "-wag*"),
        ("(mali wag", "(And mali wag*)"),
    ],
)
def test_the_last_word_is_a_beginning_while_it_is_typed(text: str, tree: str) -> None:
    assert shape(parse(text, typing=True).tree) == tree


@pytest.mark.parametrize(
    ("text", "wrong", "says"),
    [
        ("mali)", ")", "closes none"),
        ("on:20x3 mali", "on:20x3", "on:"),
        ("on:2023-13", "on:2023-13", "month 13"),
        ("after:../2023 x", "after:../2023", "open"),
        ("is:wrong x", "is:wrong", "disputed"),
        ("kind:wrong", "kind:wrong", "passage"),
        ("sort:wrong x", "sort:wrong", "newest"),
        ("actr:jnim", "actr:jnim", "actor:"),
        ("actor: jnim", "actor:", "right after the colon"),
        ("plcae:gao x", "plcae:gao", "did you mean place:?"),
        ("wag*er", "wag*er", "end a word"),
        ('x "wag*er group"', '"wag*er group"', "end a word"),
        ("near(a b, x) c", "near(a b, x)", "between"),
        ("(" * 30 + "a", "(", "brackets"),
        ("%%% & !", "%%%", "signs alone"),
        ('sort:oldest -"🚀"', '"🚀"', "signs alone"),
        ("near(! ?, 3)", "near(! ?, 3)", "signs alone"),
        ("actor:🚀 mali", "actor:🚀", "actor: signs alone"),
    ],
)
def test_what_is_wrong_says_where_and_what_to_do(text: str, wrong: str, says: str) -> None:
    problem = parse(text).problems[0]
    assert text[problem.start : problem.end] == wrong
    assert says in f"{problem.message} {problem.hint}"
    assert problem.hint


@pytest.mark.parametrize("text", ["%%%", "🚀", "actor:🚀", '"!"', "sort:oldest -?"])
@pytest.mark.parametrize("typing", [False, True])
def test_signs_alone_ask_for_nothing_that_is_there(text: str, typing: bool) -> None:
    assert parse(text, typing=typing).is_void


@pytest.mark.parametrize("text", ["", "-", "'", '"', "(", "sort:oldest", "on:2"])
def test_what_a_query_begins_with_is_no_sign_alone(text: str) -> None:
    assert not parse(text, typing=True).problems


@pytest.mark.parametrize(
    ("text", "first", "last", "possibly"),
    [
        ("on:2023-08", "2023-08-01", "2023-08-31", False),
        ("on:2023-08?", "2023-08-01", "2023-08-31", True),
        ("after:2023-08", "2023-08-01", None, False),
        ("before:2023-08", None, "2023-08-31", False),
        ("before:2023?", None, "2023-12-31", True),
        ("on:202", "2020-01-01", "2029-12-31", False),
        ("on:2023-07/2023-09", "2023-07-01", "2023-09-30", False),
        ("after:2023/..", "2023-01-01", None, False),
    ],
)
def test_dates_mean_days(text: str, first: str | None, last: str | None, possibly: bool) -> None:
    tree = parse(text).tree
    assert isinstance(tree, Field)
    assert tree.days == Days(_day(first), _day(last), possibly)


def _day(text: str | None) -> int | None:
    day = parse_date(text).earliest if text else None
    return day.ordinal() if day else None


def test_the_last_sort_is_the_one_that_counts() -> None:
    assert parse("sort:title mali sort:old").sort == "oldest"
    assert parse("mali").sort == ""


def test_what_stands_joined_is_as_good() -> None:
    tree = parse("counter-terrorism").tree
    assert isinstance(tree, Words)
    assert tree.also == ("counterterrorism",)


@settings(max_examples=500)
@given(text=SIGNS | st.text() | queries, typing=st.booleans())
def test_no_text_is_too_strange_to_be_read(text: str, typing: bool) -> None:
    query = parse(text, typing=typing)
    assert query.text == text
    for problem in query.problems:
        assert 0 <= problem.start < problem.end <= len(text)
    for node in every(query.tree):
        start, end = node.extent
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("text", ["(" * 5000, "-" * 5000 + "a", "a or " * 5000, ")" * 5000])
def test_a_long_query_is_read_too(text: str) -> None:
    assert parse(text).text == text


@given(text=queries)
def test_a_conditions_extent_holds_its_words(text: str) -> None:
    for node in every(parse(text).tree):
        written = text[slice(*node.extent)]
        if isinstance(node, Words | Phrase):
            assert set(node.words) <= set(read_words(written)[0])
        elif isinstance(node, Field):
            assert written.casefold().startswith(f"{node.name}:")
            assert node.value in written or node.name in ("is", "kind", "sign")


VALID = [
    'actor:"Wagner Group" (ambush or attack*) -kind:passage near(army gao, 12) on:2023-08?',
    "is:disputed likelihood:very-likely confidence:low sign:negative sort:relevance",
    "after:2023-08-01 before:2023-07/2024-01 marking:TLP:AMBER+STRICT tag:mali brief:x",
    'type:"armed group" source:main place:gao "al qaeda in the islamic maghreb" -(a or b)',
]


@pytest.mark.parametrize("text", VALID)
@pytest.mark.parametrize("typing", [False, True])
def test_no_beginning_of_a_right_query_is_a_problem(text: str, typing: bool) -> None:
    for end in range(len(text) + 1):
        assert parse(text[:end], typing=typing).problems == ()


def test_the_valid_queries_have_every_field() -> None:
    assert {name for name in FIELDS if any(f"{name}:" in text for text in VALID)} == set(FIELDS)
