"""Names that several actors have, some of them as weak aliases."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.anchoring.words import Words
from sahel_tui.model.actors import Actor, Alias
from sahel_tui.model.sources import SourceText
from sahel_tui.queries.naming import Naming

NAMES = st.sampled_from(["the union", "union", "dockers", "ostra lines", "ostra"])
OTHER_NAMES = st.dictionaries(NAMES, st.sampled_from(["alias", "weak", "previous"]), max_size=3)
ACTORS = st.lists(st.tuples(NAMES, OTHER_NAMES), min_size=1, max_size=4)
TEXT = st.lists(st.sampled_from(["the", "union", "dockers", "ostra", "lines", "and"]), max_size=12)

Places = dict[tuple[int, int], set[str]]


def actor(number: int, name: str, others: dict[str, str], *, weak: bool) -> Actor:
    aliases = [{"name": other, "kind": kind if weak else "alias"} for other, kind in others.items()]
    return Actor(
        id=f"a{number}", name=name, aliases=tuple(Alias.model_validate(one) for one in aliases)
    )


def mentions(text: str, drawn: list[tuple[str, dict[str, str]]], *, weak: bool) -> Places:
    """Whom each place mentions; without `weak`, as if no alias were weak."""
    actors = {f"a{at}": actor(at, *one, weak=weak) for at, one in enumerate(drawn)}
    source = SourceText(id="main", text=text, sha256="0" * 64)
    naming = Naming(actors, [source], {"main": Words(text)}, dict.fromkeys(actors, ()))
    found: Places = {}
    for id_ in actors:
        for mention in naming.mentions_of(id_):
            here = found.setdefault((mention.start, mention.end), set())
            assert id_ not in here
            here.add(id_)
    return found


@given(TEXT, ACTORS)
def test_a_place_mentions_those_whose_full_name_it_is_or_else_all(
    words: list[str], drawn: list[tuple[str, dict[str, str]]]
) -> None:
    text = " ".join(words)
    shown, every = mentions(text, drawn, weak=True), mentions(text, drawn, weak=False)
    assert shown.keys() == every.keys()
    for (start, end), ids in every.items():
        name = text[start:end]
        full = {
            f"a{at}"
            for at, (own, others) in enumerate(drawn)
            if own == name or others.get(name, "weak") != "weak"
        }
        assert shown[start, end] == (full or ids)
