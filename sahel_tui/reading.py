"""From a path to what both front ends show: the brief as a view, and what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sahel_tui.errors import BriefError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sahel_tui.errors import Diagnostic
    from sahel_tui.model import library as model
    from sahel_tui.model.brief import Brief
    from sahel_tui.queries.library.rows import Judgement
    from sahel_tui.queries.views import BriefView, Claim
    from sahel_tui.store.library import Library
    from sahel_tui.store.loader import LoadedBrief

    Libraries = dict[Path, Library | BriefError | None]
    """Libraries by the path of their `sahel.toml`, and by the folders of briefs that share one."""


class Reading(NamedTuple):
    """A brief as read. It crosses processes, and is drawn without loading the models."""

    view: BriefView
    diagnostics: tuple[Diagnostic, ...]
    """Findings, in the file's order; errors would have kept it from being read."""
    marking_order: tuple[str, ...] = ()
    """Its library's markings, lowest first; empty where it declares no order."""
    claims: tuple[Claim | None, ...] = ()
    """The claim that each of the findings is about."""
    files: tuple[str, ...] = ()
    """The files of its sources, from its own folder, as it names them."""


def read_brief(path: Path, *, strict: bool = False, libraries: Libraries | None = None) -> Reading:
    """Load, anchor and check a brief within its library; `strict` finds more.

    Raises BriefError with every error of the file and of its library.
    """
    # Late, so that a reading can be unpickled and shown without the models.
    from sahel_tui.queries.brief import build_view
    from sahel_tui.queries.findings import findings
    from sahel_tui.store.problems import Problem

    loaded = _load(path, {} if libraries is None else libraries)
    view = build_view(
        loaded.brief,
        loaded.texts,
        path=str(path),
        actors=loaded.actors,
        places=loaded.places,
        relation_types=loaded.relation_types,
        marking_order=loaded.marking_order,
    )
    found: list[tuple[Diagnostic, Claim | None]] = [(one, None) for one in loaded.warnings]
    order = loaded.marking_order
    for one in findings(loaded.brief, view, marking_order=order, strict=strict):
        problem = Problem(one.at, one.code, one.message, one.hint, "warning")
        found.append((loaded.diagnostic(problem), _claim_at(loaded.brief, one.at)))
    found.sort(key=lambda pair: (pair[0].line or 0, pair[0].column or 0, pair[0].code))
    return Reading(
        view,
        tuple(diagnostic for diagnostic, _ in found),
        loaded.marking_order,
        tuple(claim for _, claim in found),
        tuple(one.file for one in loaded.brief.sources if one.file is not None),
    )


def judgement_of(one: model.Judgement) -> Judgement:
    """What a library's file says of two actors, as a row."""
    from sahel_tui.queries.library.rows import Judgement

    return Judgement(one.left, one.right, one.by or "", one.at.text if one.at else "")


def _claim_at(brief: Brief, at: Sequence[str | int]) -> Claim | None:
    """The claim that a key of the file belongs to."""
    from sahel_tui.queries.views import Claim

    tables: dict[str | int, tuple[Claim, ...]] = {
        "point": tuple(Claim("point", one.id) for one in brief.points),
        "actor": tuple(Claim("actor", one.id) for one in brief.actors),
        "relation": tuple(Claim("relation", one.id) for one in brief.relations),
        "event": tuple(Claim("event", one.id) for one in brief.events),
    }
    if len(at) < 2 or at[0] not in tables or not isinstance(at[1], int):
        return None
    return tables[at[0]][at[1]]


def _load(path: Path, libraries: Libraries) -> LoadedBrief:
    from sahel_tui.store.loader import load_brief

    try:
        library = _library_of(path, libraries)
    except BriefError as error:
        raise _with_own(path, error) from None
    return load_brief(path, library)


_WITH_A_LIBRARY = ("unknown-reference", "unknown-relation-type")
"""Errors that a library might mend."""


def _with_own(path: Path, error: BriefError) -> BriefError:
    """The errors of a library, then those that its brief has whatever the library says."""
    from sahel_tui.store.loader import load_brief

    try:
        load_brief(path)
    except BriefError as own:
        rest = tuple(one for one in own.diagnostics if one.code not in _WITH_A_LIBRARY)
        return BriefError(str(path), (*error.diagnostics, *rest)) if rest else error
    return error


def _library_of(path: Path, libraries: Libraries) -> Library | None:
    from sahel_tui.store.folders import find_library
    from sahel_tui.store.library import load_library

    if path.parent not in libraries:
        file = find_library(path)
        if file is not None and file not in libraries:
            try:
                libraries[file] = load_library(file)
            except BriefError as error:
                libraries[file] = error
        libraries[path.parent] = libraries[file] if file else None
    library = libraries[path.parent]
    if isinstance(library, BriefError):
        raise library
    return library
