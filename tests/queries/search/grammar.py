"""Queries over the whole grammar, out of the words that texts really have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from sahel_tui.queries.search.fields import FIELDS, VALUES
from sahel_tui.queries.search.words import read_words
from tests.queries.search.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXTS = [text for one in shipped() for item in one.items for text in (item.title, item.text)]
_TEXTS += [name for one in shipped() for named in one.names for name in (named.id, *named.names)]
WRITTEN = sorted({word for text in _TEXTS for word in text.split() if '"' not in word})
FOLDED = sorted({word for text in _TEXTS for part in read_words(text) for word in part})
PAIRS = sorted({f"{a} {b}" for t in _TEXTS for a, b in zip(t.split(), t.split()[1:], strict=False)})


def any_of(texts: Sequence[str]) -> st.SearchStrategy[str]:
    """One of many: a strategy that doesn't write them all out where it is shown."""
    return st.integers(0, len(texts) - 1).map(lambda at: texts[at])


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "") + '"'


_VALUES = {
    **{field: st.sampled_from(values) for field, values in VALUES.items()},
    **{
        field: st.from_regex(
            r"20(1\d|2[0-5])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d))?)?\??", fullmatch=True
        )
        for field in ("after", "before", "on")
    },
    "type": st.sampled_from(["assault", "armed-group", "supports", "coerce", "judgment", "person"]),
    "marking": st.sampled_from(["clear", "TLP:AMBER", "amber+strict", "red", "green"]),
    "tag": any_of(sorted({tag for one in shipped() for tag in one.tags})),
    "source": st.sampled_from(sorted({one.id for d in shipped() for one in d.sources})),
    "brief": st.sampled_from([one.brief for one in shipped()]),
    "actor": any_of(
        sorted({name for d in shipped() for n in d.names for name in (n.id, *n.names)})
    ),
}
_VALUES["place"] = _VALUES["actor"]


words = any_of(WRITTEN) | any_of(FOLDED) | st.text(max_size=6)
prefixes = st.builds(lambda w, n: w[:n] + "*", any_of(FOLDED), st.integers(1, 5))
phrases = st.builds(_quoted, any_of(PAIRS) | any_of(_TEXTS).map(lambda t: t[:40]))
nears = st.builds(
    "near({} {}, {})".format,
    any_of(FOLDED),
    any_of(FOLDED) | prefixes,
    st.integers(0, 30),
)
fields = st.sampled_from([one for one in FIELDS if one != "sort"]).flatmap(
    lambda field: st.builds(
        lambda value, cut: f"{field}:{_quoted(value)[: None if cut else -1]}{'*' * cut}",
        _VALUES[field],
        st.booleans(),
    )
)
leaves = words | prefixes | phrases | nears | fields
queries = st.recursive(
    leaves,
    lambda inner: (
        st.builds("{} {}".format, inner, inner)
        | st.builds("{} or {}".format, inner, inner)
        | st.builds("({} {})".format, inner, inner)
        | st.builds("-{}".format, inner)
        | st.builds("-({} or {})".format, inner, inner)
    ),
    max_leaves=5,
)
