"""The library of the commands across briefs, and what they print of it alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.library_reading import LibraryFiles, read_library
from sahel_tui.queries.library.identities import Identities
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.objects import Object
    from sahel_tui.cli.output import Output
    from sahel_tui.errors import Diagnostic
    from sahel_tui.queries.library.identities import Conflict
    from sahel_tui.queries.library.rows import Judgements, Quote


class Opened(NamedTuple):
    """A library that was read."""

    rows: LibraryFiles
    identities: Identities
    whole: bool
    """Whether there were no briefs with errors."""


def open_library(paths: Sequence[Path], talk: Talk, judgements: Judgements | None = None) -> Opened:
    """Read a library; briefs with errors are reported, and the rest goes on.

    `judgements`: those of the whole library, where the paths are only a part of it.
    """
    from sahel_tui.store.folders import brief_paths

    failed: list[Diagnostic] = []

    def report(diagnostics: Sequence[Diagnostic]) -> None:
        # Briefs of one library share its errors: each is said once.
        talk.report(one for one in diagnostics if one not in failed)
        failed.extend(diagnostics)

    rows = read_library(brief_paths(list(paths)), report)
    identities = Identities(judgements or rows.judgements())
    say_conflicts(identities, talk)
    return Opened(rows, identities, not failed)


def say_conflicts(identities: Identities, talk: Talk) -> None:
    """Which actors are not joined, though somebody judged them to be the same, and why."""
    for one in identities.conflicts:
        talk.say(f"sahel-tui: {conflict_words(one)}")


def conflict_words(one: Conflict) -> str:
    """Which join is not made, and why."""
    left, right = one.different.left, one.different.right
    return (
        f"`{one.same.left}` and `{one.same.right}` are not joined, though they are "
        f"judged to be the same: it would join `{left}` and `{right}`, which are judged to be "
        f"different ({' → '.join(one.chain)})"
    )


def quote_object(quote: Quote) -> Object:
    """A passage that a claim rests on, with its grade."""
    return {**quote._asdict(), "grade": quote.grade}


def quote_line(quote: Quote) -> str:
    """The words of a passage, then how good they are and where they stand."""
    where = f"{quote.source} {quote.start}–{quote.end}" if quote.start is not None else quote.source
    about = (
        f"graded {quote.grade}" if quote.grade else "not graded",
        quote.state if quote.state != "exact" else None,
        quote.stance if quote.stance != "supports" else None,
        quote.review if quote.review != "accepted" else None,
        where,
        quote.publisher,
    )
    return f"“{quote.text}” ({', '.join(part for part in about if part)})"


def write_quotes(quotes: Sequence[Quote], out: Output, indent: int) -> None:
    """Each on a line, or that there is none."""
    for quote in quotes:
        out.line(quote_line(quote), indent)
    if not quotes:
        out.line(counted(0, "passage"), indent)
