"""`search`: what of a library answers a query, brief by brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import COULD_NOT, FINDINGS, FINE
from sahel_tui.cli.explorer_options import asked_settings
from sahel_tui.cli.found import found_object, write_found
from sahel_tui.cli.searching import Searched
from sahel_tui.config import read_settings
from sahel_tui.queries.search.parsing import parse
from sahel_tui.queries.search.syntax import And, Or
from sahel_tui.render.cells import cut, width
from sahel_tui.render.safe import safe_line
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.output import Output
    from sahel_tui.cli.searching import Answering
    from sahel_tui.queries.search.syntax import Query

_BEFORE, _LONGEST = 30, 76
"""Cells of a query before what is wrong in it, and of all that is shown of it."""


def search(given: Namespace, environment: Mapping[str, str], out: Output, talk: Talk) -> int:
    """Print the hits, how many there are, or how they are looked for."""
    query = _asked(" ".join(given.query), given.kind or ())
    if query.problems:
        _tell_problems(query, talk)
        return COULD_NOT
    asked = asked_settings(given)
    if given.index is not None:
        asked["index"] = given.index
    settings = read_settings(environment, asked)
    library = Searched(given.library or settings.library, settings.index, talk)
    if given.explain:
        from sahel_tui.cli.explaining import explain

        explain(query, library.explained(query), out, as_json=given.json)
        return FINE if library.whole else COULD_NOT
    if given.count:
        some = _count(library.answering(query._replace(sort="")), out, as_json=given.json)
    else:
        found = library.answering(query, given.limit)
        some = _show(found, given.limit, out, talk, as_json=given.json)
    if not some and (other := library.meant(query)):
        talk.say(f"sahel-tui: did you mean `{other}`?")
    if not library.whole:
        return COULD_NOT
    return FINE if some else FINDINGS


def _asked(text: str, kinds: Sequence[str]) -> Query:
    """A query, of which only hits of some kinds are wanted."""
    query = parse(text)
    wanted = [tree for kind in kinds if (tree := parse(f"kind:{kind}").tree) is not None]
    if not wanted:
        return query
    one = wanted[0] if len(wanted) == 1 else Or(tuple(wanted), (0, 0))
    if query.tree is None:
        return query._replace(tree=one)
    return query._replace(tree=And((query.tree, one), query.tree.extent))


def _tell_problems(query: Query, talk: Talk) -> None:
    """What is wrong, each with a mark under its place in the query."""
    shown = safe_line(query.text)
    for problem in query.problems:
        start, end = shown.at(problem.start), shown.at(problem.end)
        left = cut(shown.text[:start], max(0, width(shown.text[:start]) - _BEFORE))
        line = shown.text[left:]
        line = line[: cut(line, _LONGEST)]
        before = shown.text[left:start]
        marked = line[len(before) : end - left]
        talk.say(f"sahel-tui: {problem.message} ({problem.hint})")
        talk.say(f"  {line}")
        talk.say(f"  {' ' * width(before)}{'^' * max(1, width(marked))}")


def _count(found: Iterable[Answering], out: Output, *, as_json: bool) -> bool:
    """How many briefs answer, and how many hits they have; whether there are any."""
    briefs = hits = 0
    for one in found:
        briefs += 1
        hits += len(one.hits)
    if as_json:
        out.json({"briefs": briefs, "hits": hits})
    else:
        out.line(f"{counted(hits, 'hit')} in {counted(briefs, 'brief')}")
    return briefs > 0


def _show(
    found: Iterator[Answering], limit: int | None, out: Output, talk: Talk, *, as_json: bool
) -> bool:
    """The hits up to the limit, and on stderr how many that are; whether there are any."""
    briefs: list[Answering] = []
    number = shown = 0
    for one in _up_to(found, limit):
        number, shown = number + 1, shown + len(one.hits)
        if as_json:
            for hit, marking in zip(one.hits, one.markings, strict=True):
                out.json(found_object(one, hit, marking))
        else:
            briefs.append(one)
    write_found(briefs, out)
    more = limit is not None and shown == limit
    rest = ", and no more were looked for (`--limit`)" if more else ""
    found_words = f"{counted(shown, 'hit')} in {counted(number, 'brief')}"
    talk.say(found_words + rest if shown else "nothing found")
    return shown > 0


def _up_to(found: Iterator[Answering], limit: int | None) -> Iterator[Answering]:
    """Briefs with so many hits at most."""
    left = limit
    for one in found:
        if left is not None:
            one = one._replace(hits=one.hits[:left], markings=one.markings[:left])
            left -= len(one.hits)
        yield one
        if left == 0:
            return
