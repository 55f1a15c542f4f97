"""Judgements of a library on actors that nothing in it declares: they join and part nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.store.document import read_document
from sahel_tui.store.ids import ids_of, rows
from sahel_tui.store.nearest import Nearest
from sahel_tui.store.problems import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Set
    from pathlib import Path

    from sahel_tui.errors import Diagnostic
    from sahel_tui.store.positions import KeyPath


def unknown_judged(file: Path, declared: Set[str]) -> Iterator[Diagnostic]:
    """A finding for each id that neither the `sahel.toml` declares, nor a brief: `declared`."""
    document = read_document(file)
    known = sorted(declared | set(ids_of(document.data, "actor") or ()))
    all_ids, nearest = set(known), Nearest()
    for kind in ("same", "different"):
        for at, table in rows(document.data, kind):
            for side in ("left", "right"):
                if (name := table[side]) not in all_ids:
                    meant = nearest.find(name, known)
                    yield document.diagnostic(_nobody((kind, at, side), name, meant))


def _nobody(at: KeyPath, name: str, meant: str | None) -> Problem:
    message = f"no actor of the library has the id {quoted(name)}"
    rest = "correct the id, or remove the judgement"
    hint = f"did you mean {quoted(meant)}? Else {rest}" if meant else rest
    return Problem(at, "unknown-actor", message, hint, "warning")
