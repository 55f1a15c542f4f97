"""`check`: what is wrong or doubtful in briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sahel_tui.cli.diagnostics import COULD_NOT, FINDINGS, FINE, diagnostic_line
from sahel_tui.errors import BriefError
from sahel_tui.reading import read_brief
from sahel_tui.render.safe import safe
from sahel_tui.render.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sahel_tui.cli.diagnostics import Talk
    from sahel_tui.cli.output import Output
    from sahel_tui.errors import Diagnostic
    from sahel_tui.reading import Libraries


def check(paths: list[Path], out: Output, talk: Talk, *, strict: bool, as_json: bool) -> int:
    """Print every error and finding; nothing where all is fine."""
    from sahel_tui.store.folders import brief_paths

    files = brief_paths(paths, library_files=True)
    # Briefs of one library share its errors: each is said once.
    seen: dict[Diagnostic, None] = {}
    for diagnostic in _diagnostics(files, strict):
        if diagnostic not in seen:
            seen[diagnostic] = None
            if as_json:
                out.json(diagnostic.as_dict())
            else:
                out.line(safe(diagnostic_line(diagnostic)))  # a line end in a name, too
    if not seen:
        return FINE
    errors = sum(diagnostic.severity == "error" for diagnostic in seen)
    found = f"{counted(errors, 'error')}, {counted(len(seen) - errors, 'finding')}"
    talk.say(f"{found} in {counted(len(files), 'file')}")
    return COULD_NOT if errors else FINDINGS


def _diagnostics(files: list[Path], strict: bool) -> Iterator[Diagnostic]:
    from sahel_tui.cli.judged import judged_wrong
    from sahel_tui.store.folders import LIBRARY_FILE, find_library
    from sahel_tui.store.library import Library, load_library

    libraries: Libraries = {}
    first: dict[tuple[Path | None, str], Path] = {}
    actors: dict[Path, set[str]] = {}
    for file in files:
        try:
            if file.name == LIBRARY_FILE:
                load_library(find_library(file) or file)
                continue
            reading = read_brief(file, strict=strict, libraries=libraries)
        except BriefError as error:
            yield from error.diagnostics
            continue
        actors[file.absolute()] = {actor.id for actor in reading.view.actors}
        other = first.setdefault((find_library(file), reading.view.id), file)
        if other != file:
            yield _same_id(file, other, reading.view.id)
        yield from reading.diagnostics
    for shared in dict.fromkeys(found for found, _ in first if found):
        library = libraries.get(shared)
        if isinstance(library, Library):
            yield from judged_wrong(shared, library, actors)


def _same_id(file: Path, other: Path, name: str) -> Diagnostic:
    """That two briefs of a library have one id."""
    from sahel_tui.store.document import read_document
    from sahel_tui.store.problems import Problem, quoted

    message = f"the id {quoted(name)} is taken: {other} has it"
    hint = "give one of the two briefs another id"
    problem = Problem(("brief", "id"), "duplicate-brief", message, hint, "warning")
    return read_document(file).diagnostic(problem)
