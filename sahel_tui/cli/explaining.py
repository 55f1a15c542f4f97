"""How a query is read, and what an index is asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.queries.search.expressions import expression
from sahel_tui.queries.search.syntax import And, Field, Near, Not, Or, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sahel_tui.cli.output import Output
    from sahel_tui.index.engine import Explained
    from sahel_tui.queries.search.syntax import Days, Leaf, Node, Query

_STEP = "  "


def explain(query: Query, asked: Explained | None, out: Output, *, as_json: bool) -> None:
    """Print the tree, the expression and the SQL; `asked` is None where there is no index."""
    tree = list(_lines(query.tree)) if query.tree is not None else []
    match, exact = (asked.match, asked.exact) if asked else expression(query.tree)
    sql = asked.statements if asked else ()
    if as_json:
        out.json(
            {
                "query": query.text,
                "tree": tree,
                "sort": query.sort or "newest",
                "match": match,
                "exact": exact,
                "sql": list(sql),
            }
        )
        return
    out.line("Tree")
    for line in tree or ["everything"]:
        out.line(line.lstrip(), len(_STEP) + len(line) - len(line.lstrip()))
    out.line(f"sorted by {query.sort or 'newest'}", len(_STEP))
    out.line("FTS5")
    out.line(match, len(_STEP))
    found = "the briefs that answer" if exact else "these, of which each is then looked up in"
    out.line(f"finds {found}", len(_STEP))
    out.line("SQL")
    for statement in sql or ["none: there is no index, and every brief is read"]:
        out.line(statement, len(_STEP))


def _lines(node: Node, depth: int = 0) -> Iterator[str]:
    """A node, and below it its parts, each on a line."""
    indent = _STEP * depth
    match node:
        case And() | Or():
            yield f"{indent}{'and' if isinstance(node, And) else 'or'}"
            for part in node.parts:
                yield from _lines(part, depth + 1)
        case Not():
            yield f"{indent}not"
            yield from _lines(node.part, depth + 1)
        case Near():
            yield f"{indent}near, at most {node.distance} between"
            for part in node.parts:
                yield from _lines(part, depth + 1)
        case _:
            yield indent + _leaf(node)


def _leaf(leaf: Leaf) -> str:
    if isinstance(leaf, Near):  # has parts of its own
        return "near"
    words = " ".join(leaf.words) + "*" * leaf.prefix
    if isinstance(leaf, Field):
        return f"{leaf.name}: {_days(leaf.days) if leaf.days else words}"
    if isinstance(leaf, Phrase):
        return f"phrase {words}"
    kind = "word" if len(leaf.words) == 1 else "words"
    return f"{kind} {words}" + "".join(f" or {word}" for word in leaf.also)


def _days(days: Days) -> str:
    from sahel_tui.model.days import from_ordinal

    first, last = (
        "open" if one is None else from_ordinal(one).iso() for one in (days.first, days.last)
    )
    return f"{first} to {last}, {'possibly' if days.possibly else 'certainly'}"
